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
import { powersOf, type HeadAt } from '../../../src/learn/heads';
import { HeadsReader } from '../../../src/learn/heads-reader';
import { habitsOf, type Shown } from './habits';
import { drawHeads, gridOf, headAt } from './heads-frame';
import { describeHeads, sayHeads, sayMore } from './heads-words';
import type { ScaleGivens } from './settings';

/** The heads of a trained transformer, side by side on the reader's text. */
export class HeadsAtScale implements ScaleView<ScaleGivens> {
  private readonly picture: ScalePicture;
  private readonly crosshair: Crosshair;
  private readonly reader: HeadsReader;
  private grid: HeatGrid | undefined;
  private frame: ScaleFrame | undefined;
  private shown: Shown | undefined;
  /** The head that is kept large, and the one that is while it is pointed at. */
  private kept: HeadAt = { layer: 0, head: 0 };

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.reader = new HeadsReader(stage);
    this.picture = new ScalePicture(stage, (frame) => this.drawing(frame));
    this.crosshair = new Crosshair(this.picture, stage.root, () => this.grid);
    this.picture.root.addEventListener('pointermove', this.onPointer);
    this.picture.root.addEventListener('pointerleave', this.onLeave);
    this.picture.root.addEventListener('click', this.onClick);
  }

  async update(
    { text: written, layer, head }: ScaleGivens,
    signal: AbortSignal,
  ): Promise<ScaleReport> {
    this.kept = { layer: layer - 1, head: head - 1 };
    const { text, weights, elapsed, agreement } = await this.reader.read(written, signal);
    const habits = habitsOf(text, weights);
    this.shown = {
      ...{ written, text, weights, habits, chosen: this.kept },
      powers: powersOf(weights),
    };
    await this.picture.paint();
    return {
      count: (habits.length * text.length * (text.length + 1)) / 2,
      unit: 'weights',
      ...{ elapsed, agreement },
      finding: sayHeads(this.shown),
      details: sayMore(this.shown),
    };
  }

  resize(): Promise<void> {
    return this.picture.paint();
  }

  describe(): string {
    return this.shown ? describeHeads(this.shown) : 'The text is being read.';
  }

  dispose(): void {
    this.crosshair.dispose();
    this.picture.root.removeEventListener('pointermove', this.onPointer);
    this.picture.root.removeEventListener('pointerleave', this.onLeave);
    this.picture.root.removeEventListener('click', this.onClick);
    this.picture.dispose();
  }

  private drawing(frame: ScaleFrame): ScaleDrawing | undefined {
    const { shown, crosshair } = this;
    if (!shown) return undefined;
    this.frame = frame;
    this.grid = gridOf(shown, frame);
    crosshair.keep();
    return drawHeads(shown, { cell: crosshair.cell, lines: crosshair.draw() }, frame);
  }

  private headUnder(event: MouseEvent): HeadAt | undefined {
    const { shown, frame } = this;
    return shown && frame && headAt(shown, frame, this.picture.at(event));
  }

  private readonly onPointer = (event: PointerEvent): void => {
    const head = this.headUnder(event);
    this.enlarge(head ?? this.kept);
    this.picture.root.style.cursor = head ? 'pointer' : '';
  };

  private readonly onLeave = (): void => this.enlarge(this.kept);

  private readonly onClick = (event: MouseEvent): void => {
    const at = this.headUnder(event);
    if (at) this.stage.edit({ layer: at.layer + 1, head: at.head + 1 }, true);
  };

  private enlarge(chosen: HeadAt): void {
    const { shown } = this;
    if (!shown || (shown.chosen.layer === chosen.layer && shown.chosen.head === chosen.head))
      return;
    this.shown = { ...shown, chosen };
    void this.picture.paint();
  }
}
