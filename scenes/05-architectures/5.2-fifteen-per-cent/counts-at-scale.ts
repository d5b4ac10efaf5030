import {
  ScalePicture,
  show,
  decimals,
  significant,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
} from '../../../src/author';
import { drawCounts, type Shown } from './counts-frame';
import type { Givens } from './model';
import { checkTally, chosenIn, deviation, FATES, probabilities, tally, type Tally } from './tally';

type ScaleGivens = Givens & { readonly count: number };

/** Millions of tokens masked, and how their counts close in on what is expected. */
export class CountsAtScale implements ScaleView<ScaleGivens> {
  private readonly picture: ScalePicture;
  private shown: Shown | undefined;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.picture = new ScalePicture(stage, (frame) =>
      this.shown ? { content: drawCounts(this.shown, frame) } : undefined,
    );
  }

  async update(values: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const { stage } = this;
    const work = stage.compute.scope(signal);
    try {
      const started = stage.clock.now();
      const tallies = await tally(work, values, values.count, (share) => stage.progress(share));
      const elapsed = stage.clock.now() - started;
      const agreement = await checkTally(work, values, tallies);
      signal.throwIfAborted();
      this.shown = { tallies, rate: values.mask_rate, rows: rowsOf(values, tallies) };
      await this.picture.paint();
      return {
        count: values.count,
        unit: 'tokens',
        elapsed,
        agreement,
        finding: finding(this.shown),
      };
    } finally {
      work.release();
    }
  }

  resize(): Promise<void> {
    return this.picture.paint();
  }

  describe(): string {
    if (!this.shown) return 'The tokens are being drawn.';
    const rows = this.shown.rows.map(
      ({ name, observed, expected }) =>
        `${name}: ${whole(observed)} of ${whole(expected)} expected`,
    );
    return `${rows.join('; ')}. ${finding(this.shown)}`;
  }

  dispose(): void {
    this.shown = undefined;
    this.picture.dispose();
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
