import {
  html,
  SurfacePicture,
  type HeightScale,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
  type SurfaceLabel,
} from '../../../src/author';
import { drawPaths } from './cliff-paths';
import { describeFallen, detailFallen, sayFallen, type Fallen } from './cliff-words';
import {
  checkFirstSteps,
  countInValley,
  descend,
  gridOf,
  lossesOf,
  NO_LIMIT,
  spreadStarts,
  stopsOf,
} from './descents';
import { DESCENTS, NETWORK, SQUARE, STEPS, type ScaleGivens } from './settings';
import './scale.css';

/** The plain is nowhere higher: the loss of a state of 0, far from what is wanted. */
const HIGHEST = NETWORK.wanted ** 2;
/** Straight: a cliff is as high as it is. */
const SCALE: HeightScale = { low: 0, high: HIGHEST, bend: 1e3 * HIGHEST };
/** From the side of the low ground, with the cliff behind it. */
const HOME = { azimuth: 2.5, elevation: 0.62, distance: 5.2 };

const LABELS: readonly SurfaceLabel[] = [
  { text: 'cliff', x: 6.6, y: -3.7, height: 0.55 },
  { text: 'valley', x: 1.5, y: 0.1, height: 0.08 },
];

/** The loss of a recurrent unit over both its weights, and descents on it without and with clipping. */
export class CliffAtScale implements ScaleView<ScaleGivens> {
  private fallen: Fallen | undefined;
  private tick = 0;

  private constructor(
    private readonly stage: ScaleStage<ScaleGivens>,
    private readonly picture: SurfacePicture,
  ) {}

  static async open(stage: ScaleStage<ScaleGivens>): Promise<CliffAtScale> {
    const picture = await SurfacePicture.open(stage, {
      axes: ['w', 'b'],
      marker: '--role-weight',
      home: HOME,
      labels: () => LABELS,
      over: (project) =>
        view.fallen ? drawPaths(view.fallen, view.tick, { scale: SCALE, project, stage }) : html``,
    });
    const view = new CliffAtScale(stage, picture);
    return view;
  }

  async update(values: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const { stage } = this;
    const { side, w, b, lr, limit } = values;
    const work = stage.compute.scope(signal);
    try {
      const started = stage.clock.now();
      const surface = descend(work, gridOf(side), { lr, limit }, 1);
      const [start, starts] = [Float32Array.of(w, b), spreadStarts()];
      const [free, clipped] = [NO_LIMIT, limit].map((each) => ({
        one: descend(work, start, { lr, limit: each }, STEPS + 1),
        all: descend(work, starts, { lr, limit: each }, STEPS + 1),
      }));
      await work.finished({ progress: (share) => stage.progress(share), signal });
      const elapsed = stage.clock.now() - started;
      const [records, ...paths] = await work.readAll([
        surface,
        free.one,
        clipped.one,
        free.all,
        clipped.all,
      ]);
      const heights = lossesOf(records);
      const fallen = {
        values,
        free: stopsOf(paths[0]),
        clipped: stopsOf(paths[1]),
        saved: { free: countInValley(paths[2]), clipped: countInValley(paths[3]) },
      };
      const agreement = await checkFirstSteps(work, { lr, limit });
      signal.throwIfAborted();
      this.fallen = fallen;
      const grid = { columns: side, rows: side, heights };
      this.picture.setSurface({ ...grid, square: SQUARE, scale: SCALE });
      await this.picture.paint();
      return {
        count: side * side + 2 * (DESCENTS + 1) * (STEPS + 1),
        unit: 'losses',
        elapsed,
        agreement,
        finding: sayFallen(fallen),
        details: detailFallen,
      };
    } finally {
      work.release();
    }
  }

  duration(): number {
    return STEPS;
  }

  async draw(t: number): Promise<void> {
    this.tick = Math.round(t);
    await this.picture.paint();
  }

  async resize(): Promise<void> {
    if (!this.fallen) return;
    this.picture.fit();
    await this.picture.paint();
  }

  describe(): string {
    return this.fallen ? describeFallen(this.fallen) : 'The surface is being computed.';
  }

  dispose(): void {
    this.picture.dispose();
  }
}
