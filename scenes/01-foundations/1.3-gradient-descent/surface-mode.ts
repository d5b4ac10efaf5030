import surfaceGrid from '../../../shaders/optimiser/surface_grid';
import {
  compareWithTwin,
  heightScale,
  showShort,
  SurfacePicture,
  worse,
  type Agreement,
  type Compute,
  type ScaleReport,
  type ScaleStage,
} from '../../../src/author';
import { firstToDiverge, LAST, STEP } from './first-to-diverge';
import type { Landscape } from './landscape';
import { markerSize } from './marker-size';
import { Mode } from './mode';
import { optimizers } from './model';
import { outcomeOf, type Outcome } from './outcome';
import type { ScaleGivens } from './settings';
import { RECORDED, SwarmRun } from './swarm-run';
import { surfaceNames } from './surfaces';

/** Points of the surface along each side. */
const GRID = 129;
/** Walkers whose ends are counted: the first of them are spread as evenly as all. */
const COUNTED = 8192;

interface Shown {
  readonly givens: ScaleGivens;
  readonly landscape: Landscape;
  readonly scope: Compute & { release(): void };
  readonly run: SwarmRun;
}

/** The surface in three dimensions and the swarm going down it. */
export class SurfaceMode extends Mode {
  private shown: Shown | undefined;
  private tick = 0;

  private constructor(
    private readonly stage: ScaleStage<ScaleGivens>,
    private readonly picture: SurfacePicture,
  ) {
    super();
  }

  static async open(stage: ScaleStage<ScaleGivens>): Promise<SurfaceMode> {
    const picture = await SurfacePicture.open(stage, {
      axes: ['x', 'y'],
      marker: '--role-weight',
      labels: () =>
        mode.shown?.landscape.lowest.map(({ x, y }) => ({ text: '▾', x, y, height: 0.03 })) ?? [],
    });
    const mode = new SurfaceMode(stage, picture);
    return mode;
  }

  protected async compute(
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
      const outcome = outcomeOf(
        await scope.read(run.points, 0, 4 * Math.min(COUNTED, givens.walkers)),
        landscape,
      );
      const trials = scope.scope(signal);
      const diverging = await firstToDiverge(trials, landscape, givens);
      trials.release();
      const agreement = worse(
        await run.check(),
        await this.checkHeights(scope, landscape, heights),
      );
      signal.throwIfAborted();
      this.show({ givens, landscape, scope, run }, heights);
      return {
        count: givens.walkers * RECORDED,
        unit: 'walker steps',
        elapsed,
        agreement,
        finding: finding(givens, landscape, outcome, diverging),
        details: details(givens, landscape),
      };
    } catch (error) {
      scope.release();
      throw error;
    }
  }

  duration(): number {
    return RECORDED;
  }

  async draw(t: number): Promise<void> {
    const { shown, picture } = this;
    if (!shown) return;
    this.tick = Math.round(t);
    shown.run.seek(this.tick);
    if (picture.plot.onGpu) {
      shown.scope.submit();
    } else {
      picture.plot.setMarkers((await shown.scope.read(shown.run.points)) as Float32Array);
    }
    await picture.paint();
  }

  resize(): void {
    if (!this.shown) return;
    this.fit(this.shown);
    void this.picture.paint();
  }

  describe(): string {
    const { shown, tick } = this;
    if (!shown) return 'The surface is being computed.';
    const { givens, landscape } = shown;
    const positions = landscape.lowest.map(({ x, y }) => `(${showShort(x)}, ${showShort(y)})`);
    return `${surfaceNames[givens.surface]} surface in three dimensions, f(x, y) = ${landscape.surface.text}, with ${givens.walkers.toLocaleString('en')} walkers after ${tick} of ${RECORDED} steps of ${optimizers[givens.optimizer]}. ${positions.length > 0 ? `It is lowest near by at ${positions.join(', ')}.` : 'It has no lowest position here.'} Arrow keys turn it, plus and minus zoom, 0 brings it back.`;
  }

  dispose(): void {
    this.picture.dispose();
    this.shown?.scope.release();
    this.shown = undefined;
  }

  /** Brings size and colours up to the stage. */
  private fit({ givens }: Shown): void {
    const { stage, picture } = this;
    picture.fit();
    const area = Math.max(1, stage.width) * Math.max(1, stage.height);
    picture.plot.setMarkerSize(...markerSize(givens.walkers, area, stage.unit));
  }

  private show(shown: Shown, heights: Float32Array): void {
    const { plot } = this.picture;
    const before = this.shown;
    this.shown = shown;
    const { landscape, run } = shown;
    const scale = heightScale(heights);
    this.picture.setSurface({
      columns: GRID,
      rows: GRID,
      heights,
      square: landscape.square,
      scale,
    });
    const { buffer } = run.points;
    if (plot.onGpu && buffer) plot.setMarkerBuffer(buffer, run.walkers);
    before?.scope.release();
    this.fit(shown);
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
}

/** How many walkers have arrived, and which learning rate is the first at which some do not. */
function finding(
  { lr, walkers }: ScaleGivens,
  { lowest }: Landscape,
  { counted, arrived, diverged }: Outcome,
  diverging: number | undefined,
): string {
  const count = (n: number): string => n.toLocaleString('en');
  const sample = counted < walkers ? 'walkers counted' : 'walkers';
  const end =
    lowest.length > 0
      ? `${count(arrived)} of ${count(counted)} ${sample} stand at a lowest point`
      : `${count(diverged)} of ${count(counted)} ${sample} have diverged`;
  const first =
    diverging === undefined
      ? `None diverges at any lr up to ${showShort(LAST)}`
      : `The first diverge at lr ${showShort(diverging)}`;
  return `After ${RECORDED} steps at lr ${showShort(lr)}, ${end}. ${first}.`;
}

function details({ surface }: ScaleGivens, { divisor }: Landscape): string {
  const name = surface === 'own' ? 'f' : surfaceNames[surface];
  const divided =
    divisor === 1
      ? ''
      : `The surface is ${name} ÷ ${showShort(divisor)}, so that lr means what it means by hand. `;
  return `${divided}Learning rates are tried in steps of ${STEP}. Long runs are chaotic: only the first steps are compared.`;
}
