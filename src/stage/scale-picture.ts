import { html, render, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Compute } from '../compute/compute';
import type { Field, FieldView } from './field';
import { paintField } from './field-paint';
import type { Box } from './kit/box';
import { pictureId } from './picture';
import type { Stage } from './view';

/** What a picture of a program at scale is drawn with. Sizes are in units of the stage. */
export interface ScaleFrame {
  readonly width: number;
  readonly height: number;
  readonly dark: boolean;
  /** An id that no other exercise on the page has, for clip paths and gradients. */
  id(name: string): string;
}

/** A field and where it lies, in units of the stage; `view` is the part of it that is seen. */
export interface Heatmap {
  readonly box: Box;
  readonly field: Field;
  readonly view?: FieldView;
  /** A photograph: a pixel is painted for each of its own, and the page averages them where it is smaller. */
  readonly smoothed?: boolean;
}

/** Something that is pressed, typed into or drawn on, and where it lies, in units of the stage. */
export interface ScaleControl {
  readonly box: Box;
  readonly content: TemplateResult;
}

export interface ScaleDrawing {
  /** Axes, marks and words; they lie over the heatmaps. */
  readonly content: SVGTemplateResult;
  readonly heatmaps?: readonly Heatmap[];
  /** What a reader works with; it lies over all the rest. */
  readonly controls?: readonly ScaleControl[];
  /** Where it needs more than the room it is given. */
  readonly height?: number;
  /** What is shown large or pointed at, to be heard by whoever does not see it. */
  readonly said?: string;
}

/**
 * The picture of a program at scale: one SVG in units of the stage, over heatmaps that the device
 * paints from its own numbers. `draw` says nothing as long as there is nothing to show.
 */
export class ScalePicture {
  /** Takes the pointer for what can be pointed at or dragged. */
  readonly root = document.createElement('div');
  private readonly prefix = pictureId();
  private readonly hosts: HTMLElement[] = [];

  constructor(
    private readonly stage: Stage & { readonly compute: Compute },
    private readonly draw: (frame: ScaleFrame) => ScaleDrawing | undefined,
  ) {
    this.root.className = 'scale-picture';
    stage.root.append(this.root);
  }

  /** Draws all of it; done when every heatmap is painted. */
  async paint(): Promise<void> {
    const { compute, unit } = this.stage;
    const ratio = unit * window.devicePixelRatio;
    const heatmaps = this.redraw();
    await Promise.all(
      heatmaps.map(({ field, box, view, smoothed }, i) =>
        paintField(this.hosts[i], field, compute, {
          width: smoothed ? field.width : Math.max(1, Math.round(box.width * ratio)),
          height: smoothed ? field.height : Math.max(1, Math.round(box.height * ratio)),
          view,
        }),
      ),
    );
  }

  /** Draws what lies over the heatmaps, which stay as they are: the pointer moved. */
  redraw(): readonly Heatmap[] {
    const { unit, dark } = this.stage;
    const [width, room] = [this.stage.width / unit, this.stage.height / unit];
    const id = (name: string): string => `${this.prefix}-${name}`;
    const drawing = this.draw({ width, height: room, dark, id });
    if (!drawing) return [];
    const { content, heatmaps = [], controls = [], height = room, said = '' } = drawing;
    const tall = Math.max(room, height);
    this.root.toggleAttribute('data-stretched', tall > room);
    while (this.hosts.length < heatmaps.length) this.hosts.push(createHost());
    this.hosts.length = heatmaps.length;
    heatmaps.forEach(({ box }, i) => {
      this.hosts[i].style.cssText = placed(box, unit);
    });
    render(
      html`${this.hosts}<svg
          class="picture"
          style="--unit: 1"
          width=${width * unit}
          height=${tall * unit}
          viewBox="0 0 ${width} ${tall}"
          aria-hidden="true"
        >
          ${content}
        </svg>
        ${controls.map(
          ({ box, content: control }) =>
            html`<div class="scale-control" style=${placed(box, unit)}>${control}</div>`,
        )}
        <p class="sr-only" role="status">${said}</p>`,
      this.root,
    );
    // What scrolls all the same can be reached by the keys that scroll.
    if (tall > room && this.root.scrollHeight > this.root.clientHeight + 1) this.root.tabIndex = 0;
    else this.root.removeAttribute('tabindex');
    return heatmaps;
  }

  /** Where in the picture a pointer is, in units of the stage. */
  at({ clientX, clientY }: MouseEvent): { x: number; y: number } {
    const { left, top } = this.root.getBoundingClientRect();
    const { unit } = this.stage;
    return { x: (clientX - left) / unit, y: (clientY - top + this.root.scrollTop) / unit };
  }

  dispose(): void {
    this.root.remove();
  }
}

function createHost(): HTMLElement {
  const host = document.createElement('div');
  host.className = 'heat';
  return host;
}

/** The style of what lies in a box. */
const placed = ({ x, y, width, height }: Box, unit: number): string =>
  `left: ${x * unit}px; top: ${y * unit}px; width: ${width * unit}px; height: ${height * unit}px`;
