import {
  TrainingAtScale,
  type ScaleDrawing,
  type ScaleFrame,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
} from '../../../src/author';
import { CliffAtScale } from './cliff-at-scale';
import { drawClipping } from './clipping-frame';
import { openRace, type ClippingRace } from './clipping-race';
import { describeClipping, detailClipping, sayClipping } from './clipping-words';
import { LAST, OPENS, type ScaleGivens } from './settings';

/** One network in training with its gradients clipped, and without. */
class Trainings extends TrainingAtScale<ScaleGivens, ClippingRace> {
  protected readonly details = detailClipping;
  protected readonly begin = openRace;
  protected readonly say = sayClipping;
  protected readonly words = describeClipping;

  duration(): number {
    return LAST;
  }

  opensAt(): number {
    return OPENS;
  }

  protected chart(race: ClippingRace, step: number, frame: ScaleFrame): ScaleDrawing {
    return { content: drawClipping(race, step, frame) };
  }
}

/** Both pictures at scale, one at a time. */
export class ClippingAtScale implements ScaleView<ScaleGivens> {
  private open:
    { readonly view: ScaleGivens['view']; readonly program: ScaleView<ScaleGivens> } | undefined;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {}

  async update(values: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const { view } = values;
    if (this.open?.view !== view) {
      this.dispose();
      const program =
        view === 'cliff' ? await CliffAtScale.open(this.stage) : new Trainings(this.stage);
      if (signal.aborted) program.dispose();
      signal.throwIfAborted();
      this.open = { view, program };
    }
    return this.open.program.update(values, signal);
  }

  duration(values: ScaleGivens): number {
    return this.open?.program.duration?.(values) ?? 0;
  }

  opensAt(values: ScaleGivens): number | undefined {
    return this.open?.program.opensAt?.(values);
  }

  async draw(t: number): Promise<void> {
    await this.open?.program.draw?.(t);
  }

  ahead(): boolean {
    return this.open?.program.ahead?.() ?? false;
  }

  finding(): string | undefined {
    return this.open?.program.finding?.();
  }

  async resize(): Promise<void> {
    await this.open?.program.resize();
  }

  describe(): string {
    return this.open?.program.describe() ?? 'The picture is being computed.';
  }

  dispose(): void {
    this.open?.program.dispose();
    this.open = undefined;
  }
}
