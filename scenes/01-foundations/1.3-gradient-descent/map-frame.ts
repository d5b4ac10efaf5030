import {
  html,
  nothing,
  plot,
  rampLegend,
  ScalePicture,
  squareMap,
  svg,
  type AxisOf,
  type Compute,
  type Field,
  type Plot,
  type ScaleDrawing,
  type ScaleFrame,
  type Stage,
  type SVGTemplateResult,
  type TemplateResult,
} from '../../../src/author';

const NOTES = { width: 226, height: 260 };
const LEGEND = 34;

/** What stands around and on a map. */
export interface MapDrawing {
  readonly x: AxisOf;
  readonly y: AxisOf;
  readonly field: Field;
  /** Drawn over the map. */
  over(map: Plot): SVGTemplateResult;
  /** Beside it. */
  readonly notes: TemplateResult;
  /** How high they are where they stand below it, as wide as all. */
  readonly below: number;
  /** What the ends of the ramp mean. */
  readonly ends?: readonly [string, string];
  /** The map was pressed; `at` says at which numbers of its axes a pointer is. */
  pressed?(press: PointerEvent, at: (event: PointerEvent) => readonly [number, number]): void;
}

/** A square map with axes, and notes beside or under it. */
export class MapFrame {
  private readonly picture: ScalePicture;
  private drawing: MapDrawing | undefined;

  constructor(stage: Stage & { readonly compute: Compute }) {
    this.picture = new ScalePicture(
      stage,
      (frame) => this.drawing && this.lay(this.drawing, frame),
    );
  }

  paint(drawing: MapDrawing): Promise<void> {
    this.drawing = drawing;
    return this.picture.paint();
  }

  /** Draws what lies over the map and beside it; the map stays as it is. */
  redraw(drawing: MapDrawing): void {
    this.drawing = drawing;
    this.picture.redraw();
  }

  dispose(): void {
    this.picture.dispose();
  }

  private lay(
    { x, y, field, over, notes, below, ends, pressed }: MapDrawing,
    frame: ScaleFrame,
  ): ScaleDrawing {
    const {
      box,
      notes: beside,
      across,
      height,
    } = squareMap(frame, {
      ...NOTES,
      height: below,
    });
    const map = plot({ box, id: frame.id('map'), x, y, bare: true });
    const at = (event: PointerEvent): readonly [number, number] => {
      const place = this.picture.at(event);
      return [map.x.invert(place.x), map.y.invert(place.y)];
    };
    const { ramp } = field;
    const legend =
      ends && ramp !== 'rgb'
        ? rampLegend({
            ...{ ...beside, y: beside.y + 14 },
            ...{ ramp, ends, id: frame.id('ramp') },
          })
        : nothing;
    const press = (event: PointerEvent): void => pressed?.(event, at);
    const above = ends ? LEGEND : 0;
    const tall = across ? below : NOTES.height;
    return {
      height: height(tall),
      heatmaps: [{ box: map.area, field }],
      controls: [
        {
          box: { ...beside, y: beside.y + above, height: tall - above },
          content: html`<div class=${across ? 'descent-notes across' : 'descent-notes'}>
            ${notes}
          </div>`,
        },
      ],
      content: svg`${map.axes} ${over(map)} ${legend}
        ${
          pressed
            ? svg`<rect class="reach pick" x=${map.left} y=${map.top} width=${map.area.width}
                height=${map.area.height} @pointerdown=${press} />`
            : nothing
        }`,
    };
  }
}
