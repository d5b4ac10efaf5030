import type { ScaleReport, ScaleStage, ScaleView } from '../../../src/author';
import { GatesAtScale } from './gates-at-scale';
import { MemoryAtScale } from './memory-at-scale';
import type { ScaleGivens } from './settings';

/** The two pictures at scale, one at a time. */
export class LstmAtScale implements ScaleView<ScaleGivens> {
  private open:
    { readonly picture: ScaleGivens['picture']; readonly view: ScaleView<ScaleGivens> } | undefined;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {}

  update(values: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    return this.viewOf(values.picture).update(values, signal);
  }

  resize(): void | Promise<void> {
    return this.open?.view.resize();
  }

  describe(): string {
    return this.open?.view.describe() ?? '';
  }

  dispose(): void {
    this.open?.view.dispose();
    this.open = undefined;
  }

  private viewOf(picture: ScaleGivens['picture']): ScaleView<ScaleGivens> {
    if (this.open?.picture !== picture) {
      this.dispose();
      const View = picture === 'text' ? GatesAtScale : MemoryAtScale;
      this.open = { picture, view: new View(this.stage) };
    }
    return this.open.view;
  }
}
