import {
  ChartAtScale,
  show,
  decimals,
  significant,
  type Compute,
  type Computed,
  type ScaleDrawing,
  type ScaleFrame,
  type Watched,
} from '../../../src/author';
import { drawCounts, type Shown } from './counts-frame';
import type { Givens } from './model';
import { checkTally, chosenIn, deviation, FATES, probabilities, tally, type Tally } from './tally';

type ScaleGivens = Givens & { readonly count: number };

/** Millions of tokens masked, and how their counts close in on what is expected. */
export class CountsAtScale extends ChartAtScale<ScaleGivens, Shown> {
  protected readonly waiting = 'The tokens are being drawn.';

  protected async compute(
    work: Compute,
    values: ScaleGivens,
    { progress }: Watched,
  ): Promise<Computed<Shown>> {
    const { count, mask_rate: rate } = values;
    const [tallies, elapsed] = await this.timed(() => tally(work, values, count, progress));
    const agreement = await checkTally(work, values, tallies);
    const found = { tallies, rate, rows: rowsOf(values, tallies) };
    return {
      found,
      report: { count, unit: 'tokens', elapsed, agreement, finding: finding(found) },
    };
  }

  protected chart(shown: Shown, frame: ScaleFrame): ScaleDrawing {
    return { content: drawCounts(shown, frame) };
  }

  protected words(shown: Shown): string {
    const rows = shown.rows.map(
      ({ name, observed, expected }) =>
        `${name}: ${whole(observed)} of ${whole(expected)} expected`,
    );
    return `${rows.join('; ')}. ${finding(shown)}`;
  }
}

function rowsOf(values: ScaleGivens, tallies: readonly Tally[]): Shown['rows'] {
  const { tokens, counts } = tallies[tallies.length - 1];
  return probabilities(values).map((p, i) => ({
    ...FATES[i],
    ...deviation(counts[i], tokens, p),
  }));
}

const whole = (x: number): string => Math.round(x).toLocaleString('en');

/** Enough tokens for a share that can be told, and few beside millions. */
const FEW = 1000;

/** What was found among few tokens and among all. */
function finding({ tallies, rate }: Shown): string {
  if (rate === 0 || rate === 1) return `At a rate of ${rate} nothing is left to chance.`;
  const all = tallies[tallies.length - 1];
  const few = tallies.find(({ tokens }) => tokens >= FEW) ?? all;
  const off = chosenIn(all, rate);
  const sigmas = show(Math.abs(off.off) / off.usual, significant(2));
  return `Among ${strayed(few, rate)} Among ${strayed(all, rate)} That is ${sigmas} standard deviations of ${whole(off.usual)} tokens.`;
}

/** How far the chosen tokens are off, as a number and as a share. */
function strayed(tally: Tally, rate: number): string {
  const { tokens } = tally;
  const { observed, off } = chosenIn(tally, rate);
  const number = Math.round(Math.abs(off));
  const by =
    number === 0
      ? 'as many as expected'
      : `${whole(number)} ${off < 0 ? 'fewer' : 'more'} than expected`;
  const share = show((100 * observed) / tokens, decimals(3));
  return `${whole(tokens)} tokens, ${whole(observed)} were chosen, ${by}: ${share} %.`;
}
