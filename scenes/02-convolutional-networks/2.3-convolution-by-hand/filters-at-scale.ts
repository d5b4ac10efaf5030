import type { ScaleReport, ScaleStage, ScaleView } from '../../../src/author';
import { DigitAtScale } from './digit-at-scale';
import { PhotoAtScale } from './photo-at-scale';
import type { ScaleGivens } from './settings';

const programs = { photograph: PhotoAtScale, digit: DigitAtScale };

/** Filters on a photograph, or those of a network on a digit: one of the two at a time. */
export class FiltersAtScale implements ScaleView<ScaleGivens> {
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
