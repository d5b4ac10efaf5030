import {
  ChartAtScale,
  decimals,
  show,
  significant,
  type Compute,
  type Computed,
  type ScaleDrawing,
  type ScaleFrame,
  type Watched,
} from '../../../src/author';
import type { Givens } from './model';
import { checkScores, drawScores, usualError, WIDTHS, type Scores } from './sampling';
import { drawRidges } from './scores-frame';

type ScaleGivens = Givens & { readonly pairs: number };

/** The scores of each width, and how many of them there are. */
interface Drawn {
  readonly all: readonly Scores[];
  readonly pairs: number;
}

/** Dot products of random vectors, several widths at once, on one axis. */
export class ScoresAtScale extends ChartAtScale<ScaleGivens, Drawn> {
  protected readonly waiting = 'Vectors are being drawn.';

  protected async compute(
    work: Compute,
    { pairs }: ScaleGivens,
    watched: Watched,
  ): Promise<Computed<Drawn>> {
    const [drawn, elapsed] = await this.timed(() => drawScores(work, pairs, watched));
    const agreement = await checkScores(work, drawn);
    const all = await Promise.all(drawn.map(({ read }) => read()));
    return {
      found: { all, pairs },
      report: {
        count: pairs * WIDTHS.reduce((sum, width) => sum + width, 0),
        unit: 'products',
        elapsed,
        agreement,
        finding: finding({ all, pairs }),
      },
    };
  }

  protected chart({ all, pairs }: Drawn, frame: ScaleFrame): ScaleDrawing {
    return { content: drawRidges(all, pairs, frame) };
  }

  protected words(drawn: Drawn): string {
    const rows = drawn.all.map(
      ({ width, variance }) => `width ${width}: variance ${show(variance)}`,
    );
    return `Histograms on one axis, ${rows.join('; ')}. ${finding(drawn)}`;
  }
}

function finding({ all, pairs }: Drawn): string {
  const [narrow, wide] = all.slice(-2);
  const [a, b] = [narrow, wide].map(({ variance }) => Math.sqrt(variance));
  const off = Math.abs(narrow.variance - narrow.width) / usualError(narrow.width, pairs);
  return `From ${narrow.width} to ${wide.width} entries, four times the width, a typical score grew from ${show(a, decimals(2))} to ${show(b, decimals(2))}: ${show(b / a, decimals(2))} times. At ${narrow.width} the variance is ${show(narrow.variance, decimals(2))}, ${show(off, significant(2))} standard errors from ${narrow.width}.`;
}
