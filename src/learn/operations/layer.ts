import layerKernel from '../../../shaders/dense/layer';
import layerGradient from '../../../shaders/dense/layer_gradient';
import { layerActivations } from '../../../shaders/dense/lib/layer';
import type { Tape, Value } from '../tape';
import type { Trial } from '../trial';

export type Activation = keyof typeof layerActivations;

/**
 * A layer of units for many networks at once, activation(x·W + b): x of networks × rows × inputs,
 * weights of networks × (inputs + 1) × outputs, the biases in their last row.
 */
export function layer(tape: Tape, x: Value, weights: Value, activation: Activation): Value {
  const [networks, rows, inputs] = x.shape;
  const outputs = weights.shape[2];
  const dimensions = { networks, rows, inputs, outputs };
  const knobs = { activation: layerActivations[activation] };
  const shape = [networks, rows, outputs];
  const y = tape.room(shape);
  const read = { x: x.tensor, weights: weights.tensor };
  tape.run(layerKernel, { dimensions, knobs, buffers: { ...read, y } });
  return tape.made(shape, y, [x, weights], (upstream) => {
    const [x_gradient, weights_gradient] = [x, weights].map((value) => tape.room(value.shape));
    const buffers = { ...read, y, upstream, x_gradient, weights_gradient };
    const onward = x.tracked ? 1 : 0;
    tape.run(layerGradient, { dimensions, knobs: { ...knobs, onward }, buffers });
    return [x_gradient, weights_gradient];
  });
}

export const trials: readonly Trial[] = (['none', 'relu', 'tanh', 'sigmoid'] as const).flatMap(
  (activation) => [
    {
      title: `${activation}, one unit`,
      shapes: [
        [1, 1, 1],
        [1, 2, 1],
      ],
      build: (tape, [x, weights]) => layer(tape, x, weights, activation),
    },
    {
      title: `${activation}, three networks, two layers on the same weights`,
      shapes: [
        [3, 5, 7],
        [3, 8, 7],
      ],
      build: (tape, [x, weights]) =>
        layer(tape, layer(tape, x, weights, activation), weights, activation),
    },
  ],
);
