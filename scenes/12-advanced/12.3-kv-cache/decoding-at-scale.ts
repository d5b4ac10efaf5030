import {
  ScalePicture,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
} from '../../../src/author';
import { decode, exponent, type Timing } from './decoding';
import { curvesOf, drawDecoding } from './decoding-frame';
import type { Givens } from './model';

type ScaleGivens = Givens & { readonly longest: number };

/** The time of one more token, with a cache and without, measured here. */
export class DecodingAtScale implements ScaleView<ScaleGivens> {
  private readonly picture: ScalePicture;
  private timings: readonly Timing[] | undefined;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.picture = new ScalePicture(stage, (frame) =>
      this.timings ? { content: drawDecoding(this.timings, frame) } : undefined,
    );
  }

  async update({ longest }: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const { stage } = this;
    const work = stage.compute.scope(signal);
    try {
      const started = stage.clock.now();
      const { timings, agreement } = await decode(work, stage.clock, longest, (share) =>
        stage.progress(share),
      );
      const elapsed = stage.clock.now() - started;
      signal.throwIfAborted();
      this.timings = timings;
      await this.picture.paint();
      const count = timings.reduce((sum, { context }) => sum + context, 0);
      return { count, unit: 'tokens kept', elapsed, agreement, finding: finding(timings) };
    } finally {
      work.release();
    }
  }

  resize(): Promise<void> {
    return this.picture.paint();
  }

  describe(): string {
    const { timings } = this;
    if (!timings) return 'Contexts are being measured.';
    const rows = timings.map(
      ({ context, cached, anew }) =>
        `${tokens(context)} tokens: ${ms(cached)}${anew === undefined ? '' : ` against ${ms(anew)}`}`,
    );
    return `Time of one more token with a cache and without. ${rows.join('; ')}. ${finding(timings)}`;
  }

  dispose(): void {
    this.timings = undefined;
    this.picture.dispose();
  }
}

const tokens = (count: number): string => count.toLocaleString('en');
const two = (x: number): string => x.toLocaleString('en', { maximumSignificantDigits: 2 });
const ms = (time: number): string =>
  time < 1000 ? `${two(time)} ms` : `${two(time / 1000)} seconds`;

function finding(timings: readonly Timing[]): string {
  const { cached, anew } = curvesOf(timings);
  const both = timings.findLast((each) => each.anew !== undefined)!;
  return `After ${tokens(both.context)} tokens, one more took ${ms(both.cached)} with the cache and ${ms(both.anew!)} without: ${two(both.anew! / both.cached)} times as long. Twice the context takes ${two(2 ** exponent(cached))} times as long with it, ${two(2 ** exponent(anew))} times without.`;
}
