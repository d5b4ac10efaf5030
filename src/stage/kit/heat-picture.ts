import type { Compute, Tensor } from '../../compute/compute';
import { ScalePicture, type ScaleDrawing, type ScaleFrame } from '../scale-picture';
import type { Stage } from '../view';
import { Crosshair, type HeatCell, type HeatGrid } from './crosshair';

/** The cell of a heatmap that is pointed at, and the lines that cross there. */
export interface HeatPointed {
  readonly cell: HeatCell | undefined;
  readonly lines: ReturnType<Crosshair['draw']>;
}

/** How a heatmap is drawn, and where its cells lie. */
export interface HeatDrawing<S> {
  grid(shown: S, frame: ScaleFrame): HeatGrid;
  draw(shown: S, pointed: HeatPointed, frame: ScaleFrame): ScaleDrawing;
  /** A cell was clicked, or Enter was pressed on it. */
  press?(cell: HeatCell): void;
}

/**
 * The picture of a program at scale that is one heatmap, whose cells can be pointed at. It owns what
 * is shown: the tensor it is painted from is released with the next one.
 */
export class HeatPicture<S extends { readonly tensor: Tensor }> {
  private readonly picture: ScalePicture;
  private readonly crosshair: Crosshair;
  private grid: HeatGrid | undefined;
  private latest: S | undefined;

  constructor(
    stage: Stage & { readonly compute: Compute },
    private readonly drawing: HeatDrawing<S>,
  ) {
    this.picture = new ScalePicture(stage, (frame) => this.draw(frame));
    this.crosshair = new Crosshair(
      this.picture,
      stage.root,
      () => this.grid,
      (cell) => drawing.press?.(cell),
    );
  }

  get shown(): S | undefined {
    return this.latest;
  }

  /** Shows this in place of what was shown; done when it is painted. */
  show(next: S): Promise<void> {
    this.latest?.tensor.release();
    this.latest = next;
    return this.paint();
  }

  /** The same heatmap with something else to be said on it. */
  restate(next: S): void {
    this.latest = next;
    this.picture.redraw();
  }

  paint(): Promise<void> {
    return this.picture.paint();
  }

  dispose(): void {
    this.crosshair.dispose();
    this.latest?.tensor.release();
    this.latest = undefined;
    this.picture.dispose();
  }

  private draw(frame: ScaleFrame): ScaleDrawing | undefined {
    const { latest, crosshair } = this;
    if (!latest) return undefined;
    this.grid = this.drawing.grid(latest, frame);
    crosshair.keep();
    return this.drawing.draw(latest, { cell: crosshair.cell, lines: crosshair.draw() }, frame);
  }
}
