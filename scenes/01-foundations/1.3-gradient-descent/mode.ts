import type { ScaleReport, ScaleView } from '../../../src/author';
import { landscapeOf, type Landscape } from './landscape';
import { relevant, type ScaleGivens } from './settings';
import { surfaceOf } from './surfaces';

/** One of the three pictures at scale; it is computed anew only for givens that change it. */
export abstract class Mode implements ScaleView<ScaleGivens> {
  /** What the picture that stands was computed for, and what was said of it. */
  private told: { readonly about: string; readonly report: ScaleReport } | undefined;

  protected abstract compute(
    givens: ScaleGivens,
    landscape: Landscape,
    signal: AbortSignal,
  ): Promise<ScaleReport>;

  async update(givens: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const about = relevant(givens);
    if (this.told?.about === about) {
      this.retell(givens);
      return this.told.report;
    }
    const landscape = landscapeOf(surfaceOf(givens.surface, givens.expression));
    const report = await this.compute(givens, landscape, signal);
    this.told = { about, report };
    return report;
  }

  abstract resize(): void | Promise<void>;

  abstract describe(): string;

  abstract dispose(): void;

  /** Givens have changed that nothing is computed anew for. */
  protected retell(_givens: ScaleGivens): void {}
}
