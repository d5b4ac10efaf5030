import type { ScaleReport, ScaleStage, ScaleView } from '../../../src/author';
import { BasinsMode } from './basins-mode';
import { landscapeOf } from './landscape';
import type { Mode } from './mode';
import type { Model } from './model';
import { PhaseMode } from './phase-mode';
import { ReliefMode } from './relief-mode';
import { aborted, type ScaleGivens } from './settings';
import { surfaceOf } from './surfaces';
import './scale.css';

type ViewName = ScaleGivens['view'];

/** The three pictures at scale, one at a time. */
export class DescentAtScale implements ScaleView<ScaleGivens, Model> {
  private open: { readonly view: ViewName; readonly mode: Mode } | undefined;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {}

  async update(givens: ScaleGivens, _: Model, signal: AbortSignal): Promise<ScaleReport> {
    const landscape = landscapeOf(surfaceOf(givens.surface, givens.expression));
    if (this.open?.view !== givens.view) {
      const mode = await this.openMode(givens.view);
      // A newer request may have opened another picture meanwhile.
      if (signal.aborted) {
        mode.dispose();
        throw aborted();
      }
      this.open?.mode.dispose();
      this.open = { view: givens.view, mode };
    }
    return this.open.mode.update(givens, landscape, signal);
  }

  duration({ view }: ScaleGivens): number {
    return this.open?.view === view ? (this.open.mode.duration ?? 0) : 0;
  }

  async draw(t: number): Promise<void> {
    await this.open?.mode.draw?.(t);
  }

  resize(): void | Promise<void> {
    return this.open?.mode.resize();
  }

  describe(): string {
    return this.open?.mode.describe() ?? 'The picture is being computed.';
  }

  dispose(): void {
    this.open?.mode.dispose();
    this.open = undefined;
  }

  private async openMode(view: ViewName): Promise<Mode> {
    if (view === 'surface') return ReliefMode.open(this.stage);
    return view === 'basins' ? new BasinsMode(this.stage) : new PhaseMode(this.stage);
  }
}
