import {
  decimals,
  ScalePicture,
  show,
  significant,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
} from '../../../src/author';
import type { Givens } from './model';
import { checkScores, drawScores, usualError, WIDTHS, type Scores } from './sampling';
import { drawRidges } from './scores-frame';

type ScaleGivens = Givens & { readonly pairs: number };

/** Dot products of random vectors, several widths at once, on one axis. */
export class ScoresAtScale implements ScaleView<ScaleGivens> {
  private readonly picture: ScalePicture;
  private shown: { readonly all: readonly Scores[]; readonly pairs: number } | undefined;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.picture = new ScalePicture(stage, (frame) =>
      this.shown ? { content: drawRidges(this.shown.all, this.shown.pairs, frame) } : undefined,
    );
  }

  async update({ pairs }: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const { stage } = this;
    const work = stage.compute.scope(signal);
    try {
      const started = stage.clock.now();
      const drawn = await drawScores(work, pairs, {
        progress: (share) => stage.progress(share),
        signal,
      });
      const elapsed = stage.clock.now() - started;
      const agreement = await checkScores(work, drawn);
      const all = await Promise.all(drawn.map(({ read }) => read()));
      signal.throwIfAborted();
      this.shown = { all, pairs };
      await this.picture.paint();
      return {
        count: pairs * WIDTHS.reduce((sum, width) => sum + width, 0),
        unit: 'products',
        elapsed,
        agreement,
        finding: finding(all, pairs),
      };
    } finally {
      work.release();
    }
  }

  resize(): Promise<void> {
    return this.picture.paint();
  }

  describe(): string {
    if (!this.shown) return 'Vectors are being drawn.';
    const { all, pairs } = this.shown;
    const rows = all.map(({ width, variance }) => `width ${width}: variance ${show(variance)}`);
    return `Histograms on one axis, ${rows.join('; ')}. ${finding(all, pairs)}`;
  }

  dispose(): void {
    this.shown = undefined;
    this.picture.dispose();
  }
}

function finding(all: readonly Scores[], pairs: number): string {
  const [narrow, wide] = all.slice(-2);
  const [a, b] = [narrow, wide].map(({ variance }) => Math.sqrt(variance));
  const off = Math.abs(narrow.variance - narrow.width) / usualError(narrow.width, pairs);
  return `From ${narrow.width} to ${wide.width} entries, four times the width, a typical score grew from ${show(a, decimals(2))} to ${show(b, decimals(2))}: ${show(b / a, decimals(2))} times. At ${narrow.width} the variance is ${show(narrow.variance, decimals(2))}, ${show(off, significant(2))} standard errors from ${narrow.width}.`;
}
