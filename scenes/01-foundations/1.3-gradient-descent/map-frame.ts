import {
  chart,
  render,
  svg,
  html,
  type Axis,
  type Chart,
  type Stage,
  type SVGTemplateResult,
  type TemplateResult,
} from '../../../src/author';

/** Room for the axes around a map, as `chart` leaves it. */
const MARGIN = { left: 68, right: 18, top: 34, bottom: 52 };

/** What stands around and on a map. */
export interface MapDrawing {
  readonly x: Axis;
  readonly y: Axis;
  /** Drawn over the map. */
  over(plot: Chart): SVGTemplateResult;
  /** Beside it. */
  readonly notes: TemplateResult;
  pressed?(event: PointerEvent, plot: Chart): void;
}

/** A square map with axes over a canvas, and notes beside or under it. */
export class MapFrame {
  /** Where the canvas is painted. */
  readonly canvasHost = document.createElement('div');
  readonly host = document.createElement('div');

  constructor(private readonly stage: Stage) {
    this.host.className = 'descent-map';
    this.canvasHost.className = 'descent-canvas';
    stage.root.append(this.host);
  }

  /** Side of the map itself in CSS pixels. */
  get side(): number {
    const { width, height, unit } = this.stage;
    const wide =
      width - (MARGIN.left + MARGIN.right) * unit - (width > 620 * unit ? 220 * unit : 0);
    const tall = height - (MARGIN.top + MARGIN.bottom) * unit;
    return Math.max(160, Math.floor(Math.min(wide, tall)));
  }

  draw({ x, y, over, notes, pressed }: MapDrawing): void {
    const { unit } = this.stage;
    const { side } = this;
    const box = {
      x: 0,
      y: 0,
      width: side + (MARGIN.left + MARGIN.right) * unit,
      height: side + (MARGIN.top + MARGIN.bottom) * unit,
    };
    const plot = chart(box, x, y, unit);
    this.canvasHost.style.cssText = `left: ${plot.left}px; top: ${plot.top}px; width: ${side}px; height: ${side}px`;
    render(
      html`<div class="descent-plot" style="width: ${box.width}px; height: ${box.height}px">
          ${this.canvasHost}
          <svg
            class="picture descent ${pressed ? 'pick' : ''}"
            width=${box.width}
            height=${box.height}
            @pointerdown=${(event: PointerEvent) => pressed?.(event, plot)}
          >
            ${svg`${plot.axes}${over(plot)}`}
          </svg>
        </div>
        <div class="descent-notes">${notes}</div>`,
      this.host,
    );
  }

  dispose(): void {
    this.host.remove();
  }
}
