import {
  compareWithTwin,
  decodeProse,
  encodeProse,
  PROSE_SIZE,
  Random,
  worse,
  type Compute,
  type Race,
} from '../../../src/author';
import { openTransformer } from '../../../src/learn/character-transformer';
import { afterSteps } from '../../../src/learn/first-steps';
import { fetchProse } from '../../../src/learn/prose-windows';
import { RecordedRun } from '../../../src/learn/recorded-run';
import type { Size } from '../../../src/learn/transformer';
import { TransformerReader } from '../../../src/learn/transformer-reader';
import { twinSteps } from '../../../src/learn/twin-steps';
import { CHECKED, STEPS, WRITES_EACH, type ScaleGivens } from './settings';

/** Small enough to learn before the reader's eyes. */
const SIZE: Size = {
  ...{ vocabulary: PROSE_SIZE, context: 32, width: 32 },
  ...{ heads: 2, layers: 2, units: 64 },
};
const BATCH = 8;
const RISING = 20;

/** Bits that a character costs whoever guesses evenly. */
export const GUESSED = Math.log2(PROSE_SIZE);

/** What both go on from, as a paragraph begins. */
export const BEGINNING = 'Catherine ';
/** Characters that are written after it. */
const WRITTEN = 40;
/**
 * Positions that are read while a text is written. What follows the last one of the context was never in
 * sight, not even without the mask: it is left out.
 */
const SEEN = SIZE.context - 1;

/**
 * A loss of about 4 is off by some 2⁻²⁰ from sums of up to 64 products. Adam takes as long a step for a small
 * gradient as for a large one, so roundings weigh up to a hundred times as much after a step.
 */
const BOUND = { absolute: 1e-4, relative: 1e-5 };

/** The two of a pair: they differ by the mask alone. */
export type Way = 'masked' | 'open';
export const ways: readonly Way[] = ['masked', 'open'];

/** A transformer that learns, and writes what it can after every so many steps. */
export class Writer {
  private readonly texts: string[] = [];

  private constructor(
    private readonly run: RecordedRun<'loss'>,
    private readonly reader: TransformerReader,
    private readonly seed: number,
  ) {}

  static async open(compute: Compute, text: Uint8Array, way: Way, values: ScaleGivens) {
    const { trained, parameters } = learner(compute, text, way, values);
    const run = await RecordedRun.open(trained, { loss: trained.loss.tensor }, STEPS);
    const causal = way === 'masked';
    const reader = new TransformerReader(compute, parameters, {
      ...{ size: SIZE, causal, length: SEEN },
    });
    return new Writer(run, reader, values.seed);
  }

  get step(): number {
    return this.run.step;
  }

  get broken(): unknown {
    return this.run.broken;
  }

  async goTo(step: number, signal?: AbortSignal): Promise<void> {
    while (!this.broken && this.texts.length * WRITES_EACH <= step) {
      // After so many updates; the run keeps what a step begins with.
      await this.run.goTo(this.texts.length * WRITES_EACH - 1, signal);
      this.texts.push(await this.write());
    }
    await this.run.goTo(step, signal);
  }

  /** What it wrote last by a step, its beginning before it, and after how many steps. */
  writtenBy(step: number): { readonly text: string; readonly after: number } {
    const at = Math.min(Math.floor(step / WRITES_EACH), this.texts.length - 1);
    return { text: this.texts[at], after: at * WRITES_EACH };
  }

  /** The loss of a step's batch, in bits a character. */
  bits(step: number): number {
    return this.run.at('loss', Math.min(step, this.step))[0] / Math.LN2;
  }

  private async write(): Promise<string> {
    const random = new Random(this.seed, this.texts.length);
    const all = await this.reader.goOn(encodeProse(BEGINNING), WRITTEN, random);
    return decodeProse(all);
  }
}

const learner = (compute: Compute, text: Uint8Array, way: Way, { lr, seed }: ScaleGivens) =>
  openTransformer(compute, text, {
    ...{ size: SIZE, causal: way === 'masked', seed, batch: BATCH },
    ...{ rate: lr, rising: RISING, steps: STEPS },
  });

/** Both of the pair, side by side. */
export interface Pair extends Race {
  readonly of: Readonly<Record<Way, Writer>>;
}

export async function openPair(compute: Compute, values: ScaleGivens): Promise<Pair> {
  const { training } = await fetchProse();
  // The twins are asked first: they compute while the device compiles.
  const checking = Promise.all(ways.map((way) => check(compute, training, way, values)));
  const opening = ways.map((way) => Writer.open(compute, training, way, values));
  const [checks, masked, open] = await Promise.all([checking, ...opening]);
  return {
    ...{ of: { masked, open }, runs: [masked, open] },
    agreement: checks.reduce(worse),
    ...{ each: ways.length * BATCH * SIZE.context, unit: 'characters read' },
  };
}

/** The losses of the first steps, beside those of float64. */
async function check(compute: Compute, text: Uint8Array, way: Way, values: ScaleGivens) {
  const { trained } = learner(compute, text, way, values);
  const { tensor } = trained.loss;
  const [twin, own] = await Promise.all([
    twinSteps(trained, CHECKED),
    afterSteps(trained, CHECKED, tensor),
  ]);
  const what = { masked: 'loss with the mask', open: 'loss without' }[way];
  return compareWithTwin(own, twin(tensor), BOUND, what);
}
