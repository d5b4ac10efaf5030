import { html, nothing, render } from 'lit';
import type { Compute } from '../compute/compute';
import { holdWords } from './hold';
import { openSurfacePlot } from './open-surface-plot';
import { Orbit, type OrbitState } from './orbit';
import { SurfacePane, type SurfaceWords } from './surface-pane';
import type { OpenedSurfacePlot, SurfacePlot } from './surface-plot';
import type { Stage } from './view';

/** How wide the note on how to turn it is, in stage units. */
const HOLD_NOTE = 580;

/** Surfaces stand beside each other where each has so much room, in stage units, else below. */
const LEAST = 240;

const HOME = { azimuth: 0.62, elevation: 0.62, distance: 4.15 };

/**
 * The picture of a program at scale that is a surface in three dimensions, turned by hand; or several
 * that are turned together.
 */
export class SurfacePicture {
  readonly host = document.createElement('div');
  private readonly foot = document.createElement('div');
  private readonly orbit: Orbit;
  private painting: Promise<void> | undefined;
  private stale = false;

  private constructor(
    private readonly stage: Stage & { readonly compute: Compute },
    private readonly panes: readonly SurfacePane[],
    home: Partial<OrbitState> = {},
  ) {
    this.host.className = 'surface-picture';
    this.foot.className = 'surface-foot';
    this.foot.setAttribute('aria-hidden', 'true');
    this.host.append(...panes.map(({ host }) => host), this.foot);
    stage.root.append(this.host);
    this.orbit = new Orbit(stage.root, { ...HOME, ...home }, [2.2, 9], () => void this.paint());
  }

  static async open(
    stage: Stage & { readonly compute: Compute },
    ...shows: readonly SurfaceWords[]
  ): Promise<SurfacePicture> {
    const plots = await Promise.all(shows.map(() => openSurfacePlot(stage.compute)));
    const panes = plots.map((plot, i) => new SurfacePane(plot, shows[i]));
    return new SurfacePicture(stage, panes, shows[0].home);
  }

  /** Of the first surface. */
  get plot(): OpenedSurfacePlot {
    return this.plots[0];
  }

  get plots(): readonly OpenedSurfacePlot[] {
    return this.panes.map(({ plot }) => plot);
  }

  setSurface(...surfaces: readonly SurfacePlot[]): void {
    surfaces.forEach((surface, i) => (this.panes[i].surface = surface));
    this.fit();
  }

  /** Brings size and colours up to the stage. */
  fit(): void {
    const { stage, panes, host } = this;
    const hardware = stage.compute.adapter === 'hardware';
    const ratio = hardware ? Math.min(2, window.devicePixelRatio) : 1;
    const { width, height, unit } = stage;
    const beside = width / unit >= LEAST * panes.length;
    host.classList.toggle('stacked', !beside);
    const size = beside
      ? { width: width / panes.length, height }
      : { width, height: stage.grows ? height : height / panes.length };
    host.style.minHeight = beside ? '' : `${size.height * panes.length}px`;
    for (const pane of panes) pane.fit(stage, size, ratio);
  }

  /** Draws; while the device is busy with a picture, only the latest request waits. */
  paint(): Promise<void> {
    this.stale = true;
    this.painting ??= this.paintLatest().finally(() => (this.painting = undefined));
    return this.painting;
  }

  dispose(): void {
    this.orbit.dispose();
    for (const { plot } of this.panes) plot.dispose();
    this.host.remove();
  }

  private async paintLatest(): Promise<void> {
    while (this.stale && this.panes[0].surface) {
      this.stale = false;
      this.paintNow(this.panes[0].surface);
      // Whoever owns the device tells of its loss.
      if (this.plot.onGpu) await this.stage.compute.finished().catch(() => undefined);
    }
  }

  private paintNow({ scale }: SurfacePlot): void {
    const { stage } = this;
    for (const pane of this.panes) pane.draw(this.orbit.state, stage.unit);
    const isBent = scale.bend < 100 * (scale.high - scale.low);
    const heights = isBent ? 'heights on a log scale' : this.panes[0].shows.heights?.();
    const hasRoom = stage.width / stage.unit > HOLD_NOTE;
    render(
      html`${
        hasRoom ? html`<p>${holdWords('turn')} Or use the arrow keys, + − and 0.</p>` : nothing
      }
      ${heights ? html`<p class="scale-note">${heights}</p>` : nothing}`,
      this.foot,
    );
  }
}
