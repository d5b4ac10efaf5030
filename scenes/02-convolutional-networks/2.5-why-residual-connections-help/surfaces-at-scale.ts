import { fetchDigits } from '../../../src/learn/recipes/digits';
import { loadTrainingRecord } from '../../../src/learn/training-record';
import { loadWeights } from '../../../src/learn/weights';
import {
  html,
  SurfacePicture,
  worse,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
  type SurfacePlot,
  type SurfaceWords,
} from '../../../src/author';
import type { ScaleGivens } from './settings';
import { drawFrame } from './surface-frame';
import { placeOf, someOf, surfaceAround, type Square, type Surface } from './surfaces';
import {
  describeSurfaces,
  detailSurfaces,
  heightsOf,
  saySurfaces,
  titleOf,
  type Measured,
} from './surfaces-words';
import './scale.css';

/** Both networks, that with skips first. */
const NETWORKS = [
  { name: 'residual', recipe: 'deep-residual', skips: true, title: 'with skips' },
  { name: 'plain', recipe: 'deep-plain', skips: false, title: 'without skips' },
] as const;

const HOME = { azimuth: 0.35, elevation: 0.75, distance: 4.1 };

/** Radius of a dot. */
const DOT = 5;

/** The losses around two trained deep networks, as surfaces that are turned together. */
export class SurfacesAtScale implements ScaleView<ScaleGivens> {
  private measured: Measured | undefined;
  private plots: readonly SurfacePlot[] | undefined;

  private constructor(
    private readonly stage: ScaleStage<ScaleGivens>,
    private readonly picture: SurfacePicture,
  ) {}

  static async open(stage: ScaleStage<ScaleGivens>): Promise<SurfacesAtScale> {
    const words = NETWORKS.map(({ name, title }, i): SurfaceWords => ({
      axes: ['α', 'β'],
      marker: '--role-gradient',
      home: HOME,
      over: (project) => (view.plots ? drawFrame(view.plots[i], project) : html``),
      heights: () => (view.plots ? heightsOf(view.plots[0].scale.high) : ''),
      title: () => (view.measured ? titleOf(title, view.measured[name]) : ''),
    }));
    const view = new SurfacesAtScale(stage, await SurfacePicture.open(stage, ...words));
    return view;
  }

  async update(values: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const { stage } = this;
    const digits = someOf((await fetchDigits()).training);
    const weights = await Promise.all(NETWORKS.map(({ recipe }) => loadWeights(recipe)));
    const records = await Promise.all(NETWORKS.map(({ recipe }) => loadTrainingRecord(recipe)));
    signal.throwIfAborted();
    let elapsed = 0;
    const surfaces: Surface[] = [];
    for (const [i, { skips }] of NETWORKS.entries()) {
      const work = stage.compute.scope(signal);
      const progress = (share: number): void => stage.progress((i + share) / NETWORKS.length);
      try {
        const trained = { weights: weights[i], skips, digits };
        const surface = await surfaceAround(work, trained, values, {
          ...{ progress, signal, now: () => stage.clock.now() },
        });
        elapsed += surface.elapsed;
        surfaces.push(surface);
      } finally {
        work.release();
      }
    }
    signal.throwIfAborted();
    const [residual, plain] = surfaces;
    this.measured = {
      square: values,
      ...{ residual, plain },
      records: { residual: records[0], plain: records[1] },
    };
    this.show(surfaces, values);
    await this.picture.paint();
    return {
      count: 2 * (values.side ** 2 + 1),
      unit: 'losses',
      elapsed,
      agreement: worse(residual.agreement, plain.agreement),
      finding: saySurfaces(this.measured),
      details: detailSurfaces(this.measured),
    };
  }

  async resize(): Promise<void> {
    if (!this.measured) return;
    this.fit();
    await this.picture.paint();
  }

  describe(): string {
    return this.measured ? describeSurfaces(this.measured) : 'The surfaces are being computed.';
  }

  dispose(): void {
    this.picture.dispose();
  }

  /** On one scale of heights, from no loss to the largest of both: nothing is cut off. */
  private show(surfaces: readonly Surface[], square: Square): void {
    const { side, reach } = square;
    const high = surfaces.reduce(
      (most, { losses }) => losses.reduce((a, b) => Math.max(a, b), most),
      0,
    );
    const grid = {
      ...{ columns: side, rows: side },
      square: { left: -reach, right: reach, bottom: -reach, top: reach },
      scale: { low: 0, high, bend: 1e3 * high },
    };
    this.plots = surfaces.map(({ losses }) => ({ ...grid, heights: losses }));
    this.picture.setSurface(...this.plots);
    this.picture.plots.forEach((plot, i) => plot.setMarkers(markersOf(surfaces[i], square)));
    this.fit();
  }

  private fit(): void {
    this.picture.fit();
    for (const plot of this.picture.plots) plot.setMarkerSize(DOT * this.stage.unit, 1);
  }
}

/** A dot on every valley's lowest place; where there is none, one that is not shown. */
function markersOf({ valleys, losses }: Surface, square: Square): Float32Array {
  const dots = valleys.map(({ place }) => [...placeOf(place, square), losses[place], 0]);
  return Float32Array.from(dots.length > 0 ? dots.flat() : [0, 0, 0, 1]);
}
