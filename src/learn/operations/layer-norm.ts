import layerNormKernel from '../../../shaders/sequence/layer_norm';
import layerNormGradient from '../../../shaders/sequence/layer_norm_gradient';
import layerNormParameters from '../../../shaders/sequence/layer_norm_parameters';
import type { Tape, Value } from '../tape';
import type { Trial } from '../trial';

/** What is added to a variance, as PyTorch does. */
const EPSILON = 1e-5;

/** Layer normalisation of every row: values of … × width, a gain and a bias of width. */
export function layerNorm(tape: Tape, value: Value, gain: Value, bias: Value): Value {
  const width = gain.tensor.length;
  const rows = value.tensor.length / width;
  const dimensions = { rows, width };
  const outputs = tape.room(value.shape);
  const [means, deviations] = [tape.room([rows]), tape.room([rows])];
  const kept = { inputs: value.tensor, means, inverse_deviations: deviations };
  tape.run(layerNormKernel, {
    dimensions,
    knobs: { epsilon: EPSILON },
    buffers: { ...kept, gain: gain.tensor, bias: bias.tensor, outputs },
  });
  return tape.made(value.shape, outputs, [value, gain, bias], (upstream) => {
    const [toInputs, toGain, toBias] = [value, gain, bias].map(({ shape }) => tape.room(shape));
    tape.run(layerNormGradient, {
      dimensions,
      buffers: { ...kept, gain: gain.tensor, upstream, gradient: toInputs },
    });
    tape.run(layerNormParameters, {
      dimensions,
      buffers: { ...kept, upstream, gain_gradient: toGain, bias_gradient: toBias },
    });
    return [toInputs, toGain, toBias];
  });
}

export const trials: readonly Trial[] = [
  {
    title: 'rows of five',
    shapes: [[2, 3, 5], [5], [5]],
    build: (tape, [value, gain, bias]) => layerNorm(tape, value, gain, bias),
  },
];
