import sampleBatch from '../../shaders/random/sample_batch';
import type { Compute } from '../compute/compute';
import { Descent, type Rule } from '../learn/descent';
import { initialWeights } from '../learn/initialise';
import { squaredError } from '../learn/operations/squared-error';
import { penalise } from '../learn/penalty';
import { Tape, type Value } from '../learn/tape';
import { SPACING, Training, type Trained } from '../learn/training';
import type { Example } from './data-sets';
import { inputsAt, type FeatureName } from './features';
import { forward } from './network';
import type { Settings } from './settings';
import { sizesOf } from './shape';
import type { Member } from './variation';

/**
 * The state of a thousand networks takes as long to keep as a few steps of them, and Workers wait for each
 * other at every checkpoint. To step back over so many steps takes a tenth of a second.
 */
const SPACING_OF_MANY = 8 * SPACING;

/** Networks in training, and where their weights are. */
export interface Trainer {
  /** What a step is made of. */
  readonly trained: Trained;
  readonly training: Training;
  /** Of each layer: networks × (inputs + 1) × outputs. */
  readonly weights: readonly Value[];
}

/**
 * Puts a step of training together: a batch, forward, the error, backward, the update. Networks side by
 * side have all settings in common but their own.
 */
export async function openTrainer(
  compute: Compute,
  settings: Settings,
  examples: readonly Example[],
  members: readonly Member[] = [settings],
): Promise<Trainer> {
  const { batch, seed, optimizer, l1, l2 } = settings;
  const networks = members.length;
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
    const data = weightsAtFirst(settings, members, { inputs: sizes[i], outputs, layer: i });
    return tape.parameter([networks, sizes[i] + 1, outputs], data);
  });
  const loss = squaredError(tape, forward(tape, x, weights, settings.activation).at(-1), y);
  tape.backward(loss);
  if (l1 > 0 || l2 > 0) for (const each of weights) penalise(tape, each, { l1, l2 });
  const descent = new Descent(tape, weights, { optimizer, ...ratesOf(members) });
  const turns = (from: number, rounds: number) => [
    { call: 0, knob: 'step', values: Array.from({ length: rounds }, (_, i) => from + i) },
  ];
  const trained = { tape, loss, descent, turns };
  const spacing = networks === 1 ? SPACING : SPACING_OF_MANY;
  return { trained, weights, training: await Training.open(trained, { spacing }) };
}

/** The learning rates: one for all networks, or a factor for each. */
function ratesOf(members: readonly Member[]): Pick<Rule, 'lr' | 'rates'> {
  const rates = members.map(({ lr }) => lr);
  return rates.every((lr) => lr === rates[0]) ? { lr: rates[0] } : { lr: 1, rates };
}

/** Weights of a layer, each network's own, one behind the other. */
function weightsAtFirst(
  { initialiser, seed }: Settings,
  members: readonly Member[],
  layer: { readonly inputs: number; readonly outputs: number; readonly layer: number },
): Float32Array {
  const each = (layer.inputs + 1) * layer.outputs;
  const weights = new Float32Array(members.length * each);
  members.forEach(({ network: first, scale }, i) => {
    const own = initialWeights(initialiser, { networks: 1, first, ...layer }, seed);
    weights.set(
      own.map((weight) => scale * weight),
      i * each,
    );
  });
  return weights;
}
