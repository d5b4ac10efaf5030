import type { Compute } from '../compute/compute';
import type { Split } from './data-sets';
import type { FeatureName } from './features';
import { Lens } from './lens';
import type { Settings } from './settings';
import { openTrainer, type Trainer } from './trainer';

/** How many networks may be trained side by side. */
export const populations = [16, 64, 256, 1024] as const;

/** A network has learned when so many of the test examples are on the right side. */
export const LEARNED = 0.95;

/** What became of a network: how it does on the test examples. */
export interface Fate {
  readonly network: number;
  /** Mean squared error. */
  readonly loss: number;
  /** Share of examples on the right side. */
  readonly right: number;
}

/**
 * Networks of one shape, each with an initialisation of its own, trained side by side on the same
 * batches. Network n among them is network n alone.
 */
export class Population {
  private constructor(
    private readonly trainer: Trainer,
    private readonly lens: Lens,
    private readonly labels: readonly number[],
    readonly size: number,
  ) {}

  static async open(
    compute: Compute,
    settings: Settings,
    { training, test }: Split,
    size: number,
  ): Promise<Population> {
    const trainer = await openTrainer(compute, settings, training, { first: 0, networks: size });
    const seen = {
      weights: trainer.weights,
      activation: settings.activation,
      inputs: settings.inputs as readonly FeatureName[],
    };
    const lens = new Lens(
      compute,
      seen,
      test.map(({ x }) => x),
    );
    return new Population(
      trainer,
      lens,
      test.map(({ label }) => label),
      size,
    );
  }

  get step(): number {
    return this.trainer.training.step;
  }

  /** Takes so many steps; those that end before have no network left with a finite loss. */
  async advance(steps: number): Promise<boolean> {
    return (await this.trainer.training.advance(steps)) === undefined;
  }

  /** Of every network, in their order. */
  async fates(): Promise<Fate[]> {
    const { labels, size } = this;
    const [outputs] = await this.lens.look('last');
    return Array.from({ length: size }, (_, network) => {
      let [sum, right] = [0, 0];
      labels.forEach((label, i) => {
        const output = outputs[network * labels.length + i];
        sum += (output - label) ** 2;
        if (output * label > 0) right += 1;
      });
      return { network, loss: sum / labels.length, right: right / labels.length };
    });
  }
}

/** What became of all of them, in one sentence. */
export function fatesInWords(fates: readonly Fate[], step: number): string {
  const learned = fates.filter(({ right }) => right >= LEARNED).length;
  const sorted = fates.map(({ loss }) => loss).sort((a, b) => a - b);
  const show = (loss: number): string => loss.toFixed(3);
  const [best, worst] = [sorted[0], sorted.at(-1)];
  return `After ${step} steps ${learned} of ${fates.length} networks have at least ${100 * LEARNED} % of the test examples on the right side. Their losses go from ${show(best)} to ${show(worst)}: only the weights they began with differ.`;
}
