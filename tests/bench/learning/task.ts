import { threefry2x32 } from '../../../src/math/random';
import { examplesOf, type Example } from '../../../src/train/data-sets';
import { initialWeights } from '../../../src/learn/initialise';
import { defaults, type Settings } from '../../../src/train/settings';
import { once } from '../inputs';

/** What is learned, the same for everybody: the same examples in the same order, the same beginning. */
export interface Task {
  readonly name: string;
  /** Of the inputs, of each layer, and of the one output. */
  readonly widths: readonly number[];
  readonly batch: number;
  /** Networks that are trained side by side, on the same batches. */
  readonly networks: number;
}

const SMALL = [2, 8, 8, 1];

export const tasks: readonly Task[] = [
  { name: '2-8-8-1, batch 10', widths: SMALL, batch: 10, networks: 1 },
  { name: '2-8-8-1, batch 128', widths: SMALL, batch: 128, networks: 1 },
  { name: '2-64-64-1, batch 256', widths: [2, 64, 64, 1], batch: 256, networks: 1 },
  { name: '64 of 2-8-8-1, batch 10', widths: SMALL, batch: 10, networks: 64 },
  { name: '1,024 of 2-8-8-1, batch 10', widths: SMALL, batch: 10, networks: 1024 },
];

export const RATE = 0.1;
const SEED = 5;

export const examples = once<Example[]>(() =>
  examplesOf('circle', { count: 512, noise: 0.1, seed: SEED }),
);

/** Which example is row `row` of the batch of a step: as shaders/random/sample_batch.ts draws it. */
export const drawn = (row: number, step: number): number =>
  threefry2x32(SEED, 0, row, step)[0] % examples().length;

/** Weights of each layer at first, as the page has them: networks × (inputs + 1) × outputs. */
export const beginning = ({ widths, networks }: Task): Float32Array[] =>
  widths
    .slice(1)
    .map((outputs, layer) =>
      initialWeights('xavier', { networks, inputs: widths[layer], outputs, layer }, SEED),
    );

/** The same in the words of the page to train on. */
export const settingsOf = ({ widths, batch }: Task): Settings => ({
  ...defaults,
  hidden: widths.slice(1, -1),
  batch,
  seed: SEED,
  lr: RATE,
});
