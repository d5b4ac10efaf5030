import { html, nothing, render, type TemplateResult } from 'lit';
import { showShort } from '../math/format';
import type { OrbitState } from './orbit';
import { ramps } from './ramp';
import type { OpenedSurfacePlot, Square, SurfacePlot } from './surface-plot';
import type { Stage } from './view';

/** A word that stands over a point of the square, at a height from 0 to 1. */
export interface SurfaceLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** What a surface is shown with. */
export interface SurfaceWords {
  /** What the two axes measure. */
  readonly axes: readonly [string, string];
  /** The colour of markers: a custom property, `--role-weight`. */
  readonly marker: string;
  /** Where the camera stands at first; of several surfaces, that of the first counts. */
  readonly home?: Partial<OrbitState>;
  /** Tells it from the one beside it. */
  title?(): string;
  /** What heights are, to be said at the foot; of several surfaces, the first says it for all. */
  heights?(): string;
  /** Words on the surface; drawn anew whenever it turns. */
  labels?(): readonly SurfaceLabel[];
  /** What is drawn over it, in CSS pixels from the top left; `project` says where points stand. */
  over?(project: OpenedSurfacePlot['project']): TemplateResult;
}

/** One surface of a picture, with names at its edges. */
export class SurfacePane {
  readonly host = document.createElement('div');
  private readonly words = document.createElement('div');
  private size = { width: 1, height: 1 };
  private shown: SurfacePlot | undefined;

  constructor(
    readonly plot: OpenedSurfacePlot,
    readonly shows: SurfaceWords,
  ) {
    this.host.className = 'surface-pane';
    this.words.className = 'surface-words';
    this.words.setAttribute('aria-hidden', 'true');
    this.host.append(plot.canvas, this.words);
  }

  get surface(): SurfacePlot | undefined {
    return this.shown;
  }

  set surface(surface: SurfacePlot) {
    this.shown = surface;
    this.plot.setSurface(surface);
  }

  /** Brings size, in CSS pixels, and colours up to the stage. */
  fit({ root, dark: isDark }: Stage, size: typeof this.size, ratio: number): void {
    const marker = getComputedStyle(root).getPropertyValue(this.shows.marker).trim();
    this.plot.setColours({ ...(isDark ? dark : light), marker });
    this.size = { width: Math.max(1, size.width), height: Math.max(1, size.height) };
    this.plot.resize(this.size.width, this.size.height, ratio);
  }

  draw(state: OrbitState, unit: number): void {
    const { plot, shows, shown } = this;
    if (!shown) return;
    plot.render(state);
    const floor = edgeLabels(shown.square, shows.axes, state.azimuth);
    render(
      html`${shows.over?.((x, y, height) => plot.project(x, y, height)) ?? nothing}
      ${[...floor, ...(shows.labels?.() ?? [])].map(({ text, x, y, height }) => {
        const at = plot.project(x, y, height);
        return this.inFrame(at, unit)
          ? html`<span style="transform: translate(${at.x.toFixed(1)}px, ${at.y.toFixed(1)}px)"
              ><span>${text}</span></span
            >`
          : nothing;
      })}
      ${shows.title ? html`<p class="surface-title">${shows.title()}</p>` : nothing}`,
      this.words,
    );
  }

  /** Whether a label has room above the notes; turned or zoomed out of the frame it has none. */
  private inFrame({ x, y }: { readonly x: number; readonly y: number }, unit: number): boolean {
    const { width, height } = this.size;
    const margin = 16 * unit;
    return x > margin && x < width - margin && y > margin && y < height - 2.5 * margin;
  }
}

/** The names and ends of the two axes, along the edges that face the camera. */
function edgeLabels(
  { left, right, bottom, top }: Square,
  [across, up]: readonly [string, string],
  azimuth: number,
): SurfaceLabel[] {
  const x = Math.sin(azimuth) > 0 ? right : left;
  const y = Math.cos(azimuth) > 0 ? bottom : top;
  const out = 0.05;
  const outX = x + (x === right ? out : -out) * (right - left);
  const outY = y + (y === top ? out : -out) * (top - bottom);
  const along = (part: number, from: number, to: number): number => from + part * (to - from);
  return [
    { text: across, x: along(0.5, left, right), y: outY, height: 0 },
    { text: showShort(left), x: along(0.03, left, right), y: outY, height: 0 },
    { text: showShort(right), x: along(0.97, left, right), y: outY, height: 0 },
    { text: up, x: outX, y: along(0.5, bottom, top), height: 0 },
    { text: showShort(bottom), x: outX, y: along(0.03, bottom, top), height: 0 },
    { text: showShort(top), x: outX, y: along(0.97, bottom, top), height: 0 },
  ];
}

const [lightTable, darkTable] = [false, true].map((on) =>
  ramps(on).sequential.table.map((colour) => `rgb(${colour.join(',')})`),
);
const light = { low: lightTable[2], middle: lightTable[1], high: '#efece3', line: '#1a1c20' };
const dark = { low: darkTable[2], middle: darkTable[1], high: '#262b33', line: '#0d0f12' };
