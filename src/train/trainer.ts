import sampleBatch from '../../shaders/random/sample_batch';
import type { Compute } from '../compute/compute';
import { Descent } from '../learn/descent';
import { initialWeights } from '../learn/initialise';
import { squaredError } from '../learn/operations/squared-error';
import { penalise } from '../learn/penalty';
import { Tape, type Value } from '../learn/tape';
import { Training, type Trained } from '../learn/training';
import type { Example } from './data-sets';
import { inputsAt, type FeatureName } from './features';
import { forward } from './network';
import type { Settings } from './settings';
import { sizesOf } from './shape';

/** Networks in training, and where their weights are. */
export interface Trainer {
  /** What a step is made of. */
  readonly trained: Trained;
  readonly training: Training;
  /** Of each layer: networks × (inputs + 1) × outputs. */
  readonly weights: readonly Value[];
}

/** What may be chosen beside the settings: which networks of the seed are trained side by side. */
interface Networks {
  readonly first: number;
  readonly networks: number;
}

/** Puts a step of training together: a batch, forward, the error, backward, the update. */
export async function openTrainer(
  compute: Compute,
  settings: Settings,
  examples: readonly Example[],
  { first, networks }: Networks,
): Promise<Trainer> {
  const { batch, seed, optimizer, lr, l1, l2 } = settings;
  const sizes = sizesOf(settings);
  const tape = new Tape(compute);
  const x = tape.given([networks, batch, sizes[0]]);
  const y = tape.given([networks, batch, 1]);
  const points = inputsAt(
    examples.map((example) => example.x),
    settings.inputs as readonly FeatureName[],
  );
  const labels = Float32Array.from(examples, ({ label }) => label);
  tape.run(sampleBatch, {
    dimensions: { networks, examples: examples.length, inputs: sizes[0], outputs: 1, rows: batch },
    knobs: { seed, step: 0 },
    buffers: {
      x_data: compute.upload(points),
      y_data: compute.upload(labels),
      x: x.tensor,
      y: y.tensor,
    },
  });
  const weights = sizes.slice(1).map((outputs, i) => {
    const shape = { networks, first, inputs: sizes[i], outputs, layer: i };
    const data = initialWeights(settings.initialiser, shape, seed);
    return tape.parameter([networks, sizes[i] + 1, outputs], data);
  });
  const loss = squaredError(tape, forward(tape, x, weights, settings.activation).at(-1), y);
  tape.backward(loss);
  if (l1 > 0 || l2 > 0) for (const each of weights) penalise(tape, each, { l1, l2 });
  const descent = new Descent(tape, weights, { optimizer, lr });
  const turns = (from: number, rounds: number) => [
    { call: 0, knob: 'step', values: Array.from({ length: rounds }, (_, i) => from + i) },
  ];
  const trained = { tape, loss, descent, turns };
  return { trained, weights, training: await Training.open(trained) };
}
