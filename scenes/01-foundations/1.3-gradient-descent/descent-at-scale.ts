import type { ScaleReport, ScaleStage, ScaleView } from '../../../src/author';
import { BasinsMode } from './basins-mode';
import { landscapeOf } from './landscape';
import type { Mode } from './mode';
import { PhaseMode } from './phase-mode';
import { SurfaceMode } from './surface-mode';
import { relevant, type ScaleGivens } from './settings';
import { surfaceOf } from './surfaces';
import './scale.css';

type ViewName = ScaleGivens['view'];

interface Open {
  readonly view: ViewName;
  readonly mode: Mode;
}

/** The three pictures at scale, one at a time. */
export class DescentAtScale implements ScaleView<ScaleGivens> {
  private open: Open | undefined;
  /** What the picture that stands was computed for, and what was said of it. */
  private told: { readonly about: string; readonly report: ScaleReport } | undefined;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {}

  async update(givens: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const about = relevant(givens);
    if (this.told?.about === about) {
      this.open?.mode.retell?.(givens);
      return this.told.report;
    }
    const landscape = landscapeOf(surfaceOf(givens.surface, givens.expression));
    const next = await this.openFor(givens.view);
    try {
      signal.throwIfAborted();
      const report = await next.mode.update(givens, landscape, signal);
      this.show(next);
      this.told = { about, report };
      return report;
    } catch (error) {
      // The last good picture stays.
      if (next !== this.open) next.mode.dispose();
      throw error;
    }
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

  private show(next: Open): void {
    if (next === this.open) return;
    this.open?.mode.dispose();
    this.open = next;
    next.mode.host.style.display = '';
  }

  /** The picture that is open, or another one, not to be seen before it stands. */
  private async openFor(view: ViewName): Promise<Open> {
    if (this.open?.view === view) return this.open;
    const mode = await this.openMode(view);
    mode.host.style.display = 'none';
    return { view, mode };
  }

  private async openMode(view: ViewName): Promise<Mode> {
    if (view === 'surface') return SurfaceMode.open(this.stage);
    return view === 'basins' ? new BasinsMode(this.stage) : new PhaseMode(this.stage);
  }
}
