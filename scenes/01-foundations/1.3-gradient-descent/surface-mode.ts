import surfaceGrid from '../../../shaders/optimiser/surface_grid';
import {
  compareWithTwin,
  holdWords,
  html,
  nothing,
  openSurfacePlot,
  Orbit,
  render,
  showShort,
  worse,
  type Agreement,
  type Compute,
  type HeightScale,
  type OpenedSurfacePlot,
  type ScaleReport,
  type ScaleStage,
} from '../../../src/author';
import type { Landscape } from './landscape';
import type { Mode } from './mode';
import { optimizers } from './model';
import { heightScale } from './height-scale';
import { edgeLabels, markerSize, surfaceColours } from './surface-look';
import type { ScaleGivens } from './settings';
import { RECORDED, SwarmRun } from './swarm-run';
import { surfaceNames } from './surfaces';

/** Points of the surface along each side. */
const GRID = 129;
const HOME = { azimuth: 0.62, elevation: 0.62, distance: 4.15 };

interface Shown {
  readonly givens: ScaleGivens;
  readonly landscape: Landscape;
  readonly scale: HeightScale;
  readonly scope: Compute & { release(): void };
  readonly run: SwarmRun;
}

/** The surface in three dimensions and the swarm going down it. */
export class SurfaceMode implements Mode {
  readonly duration = RECORDED;
  readonly host = document.createElement('div');
  private readonly orbit: Orbit;
  private shown: Shown | undefined;
  private tick = 0;
  private painting: Promise<void> | undefined;
  private stale = false;

  private constructor(
    private readonly stage: ScaleStage<ScaleGivens>,
    private readonly picture: OpenedSurfacePlot,
  ) {
    this.host.className = 'descent-surface';
    const labels = document.createElement('div');
    labels.className = 'descent-labels';
    labels.setAttribute('aria-hidden', 'true');
    this.host.append(picture.canvas, labels);
    stage.root.append(this.host);
    this.orbit = new Orbit(stage.root, HOME, [2.2, 9], () => void this.paint());
  }

  static async open(stage: ScaleStage<ScaleGivens>): Promise<SurfaceMode> {
    return new SurfaceMode(stage, await openSurfacePlot(stage.compute));
  }

  async update(
    givens: ScaleGivens,
    landscape: Landscape,
    signal: AbortSignal,
  ): Promise<ScaleReport> {
    const { stage } = this;
    // Not tied to the signal: the last good picture goes on being drawn until there is a better one.
    const scope = stage.compute.scope();
    try {
      const heights = await this.measure(scope, landscape);
      const run = new SwarmRun(scope, landscape, givens, givens.walkers);
      await scope.finished();
      const started = stage.clock.now();
      await run.record({ progress: (part) => stage.progress(part), signal });
      const elapsed = stage.clock.now() - started;
      const agreement = worse(
        await run.check(),
        await this.checkHeights(scope, landscape, heights),
      );
      signal.throwIfAborted();
      const scale = heightScale(heights);
      this.show({ givens, landscape, scale, scope, run }, heights);
      return {
        count: givens.walkers * RECORDED,
        unit: 'walker steps',
        elapsed,
        agreement,
        finding: this.says(givens, landscape),
      };
    } catch (error) {
      scope.release();
      throw error;
    }
  }

  async draw(t: number): Promise<void> {
    const { shown, picture } = this;
    if (!shown) return;
    this.tick = Math.round(t);
    shown.run.seek(this.tick);
    if (picture.onGpu) {
      shown.scope.submit();
    } else {
      picture.setMarkers((await shown.scope.read(shown.run.points)) as Float32Array);
    }
    await this.paint();
  }

  resize(): void {
    if (!this.shown) return;
    this.fit(this.shown);
    void this.paint();
  }

  describe(): string {
    const { shown, tick } = this;
    if (!shown) return 'The surface is being computed.';
    const { givens, landscape } = shown;
    const positions = landscape.lowest.map(({ x, y }) => `(${showShort(x)}, ${showShort(y)})`);
    return `${surfaceNames[givens.surface]} surface in three dimensions, f(x, y) = ${landscape.surface.text}, with ${givens.walkers.toLocaleString('en')} walkers after ${tick} of ${RECORDED} steps of ${optimizers[givens.optimizer]}. ${positions.length > 0 ? `It is lowest near by at ${positions.join(', ')}.` : 'It has no lowest position here.'} Arrow keys turn it, plus and minus zoom, 0 brings it back.`;
  }

  dispose(): void {
    this.orbit.dispose();
    this.picture.dispose();
    this.shown?.scope.release();
    this.shown = undefined;
    this.host.remove();
  }

  /** Brings size and colours up to the stage. */
  private fit(shown: Shown): void {
    const { stage, picture } = this;
    const hardware = stage.compute.adapter === 'hardware';
    const ratio = hardware ? Math.min(2, window.devicePixelRatio) : 1;
    const marker = getComputedStyle(stage.root).getPropertyValue('--role-weight').trim();
    picture.setColours({ ...surfaceColours(stage.dark), marker });
    const [width, height] = [Math.max(1, stage.width), Math.max(1, stage.height)];
    picture.resize(width, height, ratio);
    picture.setMarkerSize(...markerSize(shown.givens.walkers, width * height, stage.unit));
  }

  private show(shown: Shown, heights: Float32Array): void {
    const { picture } = this;
    const before = this.shown;
    this.shown = shown;
    const { landscape, scale, run } = shown;
    picture.setSurface({ columns: GRID, rows: GRID, heights, square: landscape.square, scale });
    const { buffer } = run.points;
    if (picture.onGpu && buffer) picture.setMarkerBuffer(buffer, run.walkers);
    before?.scope.release();
    this.fit(shown);
  }

  /** Draws; while the device is busy with a picture, only the latest request waits. */
  private paint(): Promise<void> {
    this.stale = true;
    this.painting ??= this.paintLatest().finally(() => (this.painting = undefined));
    return this.painting;
  }

  private async paintLatest(): Promise<void> {
    while (this.stale && this.shown) {
      this.stale = false;
      this.paintNow(this.shown);
      // Whoever owns the device tells of its loss.
      if (this.picture.onGpu) await this.stage.compute.finished().catch(() => undefined);
    }
  }

  private paintNow({ landscape, scale }: Shown): void {
    const { picture, stage } = this;
    picture.render(this.orbit.state);
    const labels = this.host.querySelector<HTMLElement>('.descent-labels')!;
    const floor = edgeLabels(landscape.square, this.orbit.state.azimuth);
    const lowest = landscape.lowest.map(({ x, y }) => ({ text: '▾', x, y, height: 0.03 }));
    render(
      html`${[...floor, ...lowest].map(({ text, x, y, height }) => {
        const at = picture.project(x, y, height);
        return this.inFrame(at)
          ? html`<span style="transform: translate(${at.x.toFixed(1)}px, ${at.y.toFixed(1)}px)"
              ><span>${text}</span></span
            >`
          : nothing;
      })}
      ${
        stage.width > 500
          ? html`<p>${holdWords('turn')} Or use the arrow keys, + − and 0.</p>`
          : nothing
      }
      ${
        scale.bend < 100 * (scale.high - scale.low)
          ? html`<p class="scale-note">heights on a log scale</p>`
          : nothing
      }`,
      labels,
    );
  }

  /** Whether a label has room above the notes; turned or zoomed out of the frame it has none. */
  private inFrame({ x, y }: { readonly x: number; readonly y: number }): boolean {
    const { width, height, unit } = this.stage;
    const margin = 16 * unit;
    return x > margin && x < width - margin && y > margin && y < height - 2.5 * margin;
  }

  private async measure(scope: Compute, landscape: Landscape): Promise<Float32Array> {
    const heights = scope.zeros(GRID * GRID);
    scope.run(surfaceGrid, {
      dimensions: { columns: GRID, rows: GRID },
      knobs: { ...landscape.square },
      slots: { surface: landscape.formula },
      buffers: { heights },
    });
    const read = (await scope.read(heights)) as Float32Array;
    heights.release();
    return read;
  }

  /** Some rows of the surface against the twin. */
  private async checkHeights(
    scope: Compute,
    { square, formula }: Landscape,
    heights: Float32Array,
  ): Promise<Agreement> {
    // Every 16th row and column of the grid is a grid itself.
    const side = (GRID - 1) / 16 + 1;
    const twin = await scope.twin(surfaceGrid, {
      dimensions: { columns: side, rows: side },
      knobs: { ...square },
      slots: { surface: formula },
      buffers: {},
    });
    const running = Float32Array.from(
      { length: side * side },
      (_, i) => heights[16 * Math.floor(i / side) * GRID + 16 * (i % side)],
    );
    return compareWithTwin(running, twin.heights, surfaceGrid.bound, 'heights');
  }

  private says({ surface }: ScaleGivens, { divisor }: Landscape): string {
    const name = surface === 'own' ? 'f' : surfaceNames[surface];
    const divided =
      divisor === 1
        ? name
        : `${name} ÷ ${showShort(divisor)}, so that lr means what it means by hand`;
    return `${divided}. Long runs are chaotic: only the first steps are compared.`;
  }
}
