import type { ScaleReport, ScaleStage, ScaleView } from '../../../src/author';
import { DecodingAtScale } from './decoding-at-scale';
import type { ScaleGivens } from './settings';
import { WritingAtScale } from './writing-at-scale';

const programs = { head: DecodingAtScale, text: WritingAtScale };

/** One head at growing contexts, or a network that writes: one of the two at a time. */
export class CacheAtScale implements ScaleView<ScaleGivens> {
  private open: { view: ScaleGivens['view']; program: ScaleView<ScaleGivens> } | undefined;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {}

  update(values: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const { view } = values;
    if (this.open?.view !== view) {
      this.dispose();
      this.open = { view, program: new programs[view](this.stage) };
    }
    return this.open.program.update(values, signal);
  }

  duration(values: ScaleGivens): number {
    return this.open?.program.duration?.(values) ?? 0;
  }

  opensAt(values: ScaleGivens): number {
    return this.open?.program.opensAt?.(values) ?? 0;
  }

  draw(t: number): void | Promise<void> {
    return this.open?.program.draw?.(t);
  }

  ahead(): boolean {
    return this.open?.program.ahead?.() ?? false;
  }

  finding(): string | undefined {
    return this.open?.program.finding?.();
  }

  resize(): void | Promise<void> {
    return this.open?.program.resize();
  }

  describe(): string {
    return this.open?.program.describe() ?? '';
  }

  dispose(): void {
    this.open?.program.dispose();
    this.open = undefined;
  }
}
