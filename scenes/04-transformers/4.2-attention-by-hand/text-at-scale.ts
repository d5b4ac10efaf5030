import {
  Crosshair,
  ScalePicture,
  type HeatGrid,
  type ScaleDrawing,
  type ScaleFrame,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
} from '../../../src/author';
import { HeadsReader } from '../../../src/learn/heads-reader';
import { looksOf } from './looks';
import type { ScaleGivens } from './settings';
import { drawText, gridOf, type Shown } from './text-frame';
import { describeText, sayFormula, sayFound } from './text-words';

/** One head of a trained transformer over the reader's own text. */
export class TextAtScale implements ScaleView<ScaleGivens> {
  private readonly picture: ScalePicture;
  private readonly crosshair: Crosshair;
  private readonly reader: HeadsReader;
  private grid: HeatGrid | undefined;
  private shown: Shown | undefined;

  constructor(stage: ScaleStage<ScaleGivens>) {
    this.reader = new HeadsReader(stage);
    this.picture = new ScalePicture(stage, (frame) => this.drawing(frame));
    this.crosshair = new Crosshair(this.picture, stage.root, () => this.grid);
  }

  async update(
    { text: written, layer, head }: ScaleGivens,
    signal: AbortSignal,
  ): Promise<ScaleReport> {
    const read = await this.reader.read(written, signal);
    const { text, elapsed, agreement } = read;
    const looks = looksOf(read, { layer: layer - 1, head: head - 1 });
    this.shown = { ...looks, written };
    await this.picture.paint();
    return {
      // All heads are computed, whichever is shown.
      count: (read.weights.length * (text.length + 1)) / (2 * text.length),
      unit: 'weights',
      ...{ elapsed, agreement },
      finding: sayFound(looks),
      details: sayFormula(looks),
    };
  }

  resize(): Promise<void> {
    return this.picture.paint();
  }

  describe(): string {
    return this.shown ? describeText(this.shown) : 'The text is being read.';
  }

  dispose(): void {
    this.crosshair.dispose();
    this.picture.dispose();
  }

  private drawing(frame: ScaleFrame): ScaleDrawing | undefined {
    const { shown, crosshair } = this;
    if (!shown) return undefined;
    this.grid = gridOf(shown, frame);
    crosshair.keep();
    return drawText(shown, { cell: crosshair.cell, lines: crosshair.draw() }, frame);
  }
}
