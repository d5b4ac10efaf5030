import { html, nothing, render, type TemplateResult } from 'lit';
import { showShort } from '../math/format';
import type { Compute } from '../compute/compute';
import { holdWords } from './hold';
import { openSurfacePlot } from './open-surface-plot';
import { Orbit } from './orbit';
import { ramps } from './ramp';
import type { OpenedSurfacePlot, Square, SurfacePlot } from './surface-plot';
import type { Stage } from './view';

/** How wide the notes at the foot are, in stage units. */
const HOLD_NOTE = 580;
const SCALE_NOTE = 160;

const HOME = { azimuth: 0.62, elevation: 0.62, distance: 4.15 };

/** A word that stands over a point of the square, at a height from 0 to 1. */
export interface SurfaceLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** What a surface picture shows beside the surface. */
export interface SurfaceWords {
  /** What the two axes measure. */
  readonly axes: readonly [string, string];
  /** The colour of markers: a custom property, `--role-weight`. */
  readonly marker: string;
  /** Where the camera stands at first. */
  readonly home?: Partial<typeof HOME>;
  /** Words on the surface; drawn anew whenever it turns. */
  labels?(): readonly SurfaceLabel[];
  /** What is drawn over it, in CSS pixels from the top left; `project` says where points stand. */
  over?(project: OpenedSurfacePlot['project']): TemplateResult;
}

/**
 * The picture of a program at scale that is a surface in three dimensions, turned by hand, with names
 * at its edges.
 */
export class SurfacePicture {
  readonly host = document.createElement('div');
  private readonly words = document.createElement('div');
  private readonly orbit: Orbit;
  private surface: SurfacePlot | undefined;
  private painting: Promise<void> | undefined;
  private stale = false;

  private constructor(
    private readonly stage: Stage & { readonly compute: Compute },
    readonly plot: OpenedSurfacePlot,
    private readonly shows: SurfaceWords,
  ) {
    this.host.className = 'surface-picture';
    this.words.className = 'surface-words';
    this.words.setAttribute('aria-hidden', 'true');
    this.host.append(plot.canvas, this.words);
    stage.root.append(this.host);
    this.orbit = new Orbit(
      stage.root,
      { ...HOME, ...shows.home },
      [2.2, 9],
      () => void this.paint(),
    );
  }

  static async open(
    stage: Stage & { readonly compute: Compute },
    shows: SurfaceWords,
  ): Promise<SurfacePicture> {
    return new SurfacePicture(stage, await openSurfacePlot(stage.compute), shows);
  }

  setSurface(surface: SurfacePlot): void {
    this.surface = surface;
    this.plot.setSurface(surface);
    this.fit();
  }

  /** Brings size and colours up to the stage. */
  fit(): void {
    const { stage, plot } = this;
    const hardware = stage.compute.adapter === 'hardware';
    const ratio = hardware ? Math.min(2, window.devicePixelRatio) : 1;
    const marker = getComputedStyle(stage.root).getPropertyValue(this.shows.marker).trim();
    plot.setColours({ ...(stage.dark ? dark : light), marker });
    plot.resize(Math.max(1, stage.width), Math.max(1, stage.height), ratio);
  }

  /** Draws; while the device is busy with a picture, only the latest request waits. */
  paint(): Promise<void> {
    this.stale = true;
    this.painting ??= this.paintLatest().finally(() => (this.painting = undefined));
    return this.painting;
  }

  dispose(): void {
    this.orbit.dispose();
    this.plot.dispose();
    this.surface = undefined;
    this.host.remove();
  }

  private async paintLatest(): Promise<void> {
    while (this.stale && this.surface) {
      this.stale = false;
      this.paintNow(this.surface);
      // Whoever owns the device tells of its loss.
      if (this.plot.onGpu) await this.stage.compute.finished().catch(() => undefined);
    }
  }

  private paintNow({ square, scale }: SurfacePlot): void {
    const { plot, stage, shows } = this;
    plot.render(this.orbit.state);
    const isBent = scale.bend < 100 * (scale.high - scale.low);
    const room = stage.width / stage.unit - (isBent ? SCALE_NOTE : 0);
    const floor = edgeLabels(square, shows.axes, this.orbit.state.azimuth);
    render(
      html`${shows.over?.((x, y, height) => plot.project(x, y, height)) ?? nothing}
      ${[...floor, ...(shows.labels?.() ?? [])].map(({ text, x, y, height }) => {
        const at = plot.project(x, y, height);
        return this.inFrame(at)
          ? html`<span style="transform: translate(${at.x.toFixed(1)}px, ${at.y.toFixed(1)}px)"
              ><span>${text}</span></span
            >`
          : nothing;
      })}
      ${
        room > HOLD_NOTE
          ? html`<p>${holdWords('turn')} Or use the arrow keys, + − and 0.</p>`
          : nothing
      }
      ${isBent ? html`<p class="scale-note">heights on a log scale</p>` : nothing}`,
      this.words,
    );
  }

  /** Whether a label has room above the notes; turned or zoomed out of the frame it has none. */
  private inFrame({ x, y }: { readonly x: number; readonly y: number }): boolean {
    const { width, height, unit } = this.stage;
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
