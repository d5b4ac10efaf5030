import elementwise from '../../../shaders/elementwise/elementwise';
import elementwiseGradient from '../../../shaders/elementwise/elementwise_gradient';
import { activationIndex } from '../../../shaders/lib/activation';
import type { Tape, Value } from '../tape';
import type { Trial } from '../trial';

/** An activation of every number, by its name. */
export function activated(
  tape: Tape,
  value: Value,
  activation: keyof typeof activationIndex,
): Value {
  const dimensions = { count: value.tensor.length };
  const knobs = { operation: activationIndex[activation] };
  const inputs = value.tensor;
  const outputs = tape.room(value.shape);
  tape.run(elementwise, { dimensions, knobs, buffers: { inputs, outputs } });
  return tape.made(value.shape, outputs, [value], (upstream) => {
    const gradient = tape.room(value.shape);
    tape.run(elementwiseGradient, { dimensions, knobs, buffers: { inputs, upstream, gradient } });
    return [gradient];
  });
}

export const trials: readonly Trial[] = (['relu', 'tanh', 'sigmoid', 'gelu'] as const).map(
  (activation) => ({
    title: `${activation}, an odd count`,
    shapes: [[3, 5, 7]],
    build: (tape, [value]) => activated(tape, value, activation),
  }),
);
