import {
  ChartAtScale,
  type Compute,
  type Computed,
  type ScaleDrawing,
  type ScaleFrame,
  type Watched,
} from '../../../src/author';
import { decode, exponent, type Timing } from './decoding';
import { curvesOf, drawDecoding } from './decoding-frame';
import type { ScaleGivens } from './settings';

/** The time of one more token, with a cache and without, measured here. */
export class DecodingAtScale extends ChartAtScale<ScaleGivens, readonly Timing[]> {
  protected readonly waiting = 'Contexts are being measured.';

  protected async compute(
    work: Compute,
    { longest }: ScaleGivens,
    { progress }: Watched,
  ): Promise<Computed<readonly Timing[]>> {
    const [{ timings, agreement }, elapsed] = await this.timed(() =>
      decode(work, this.stage.clock, longest, progress),
    );
    const count = timings.reduce((sum, { context }) => sum + context, 0);
    return {
      found: timings,
      report: { count, unit: 'tokens kept', elapsed, agreement, finding: finding(timings) },
    };
  }

  protected chart(timings: readonly Timing[], frame: ScaleFrame): ScaleDrawing {
    return { content: drawDecoding(timings, frame) };
  }

  protected words(timings: readonly Timing[]): string {
    const rows = timings.map(
      ({ context, cached, anew }) =>
        `${tokens(context)} tokens: ${ms(cached)}${anew === undefined ? '' : ` against ${ms(anew)}`}`,
    );
    return `Time of one more token with a cache and without. ${rows.join('; ')}. ${finding(timings)}`;
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
