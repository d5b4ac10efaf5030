import {
  Crosshair,
  ScalePicture,
  type HeatGrid,
  type ScaleDrawing,
  type ScaleFrame,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
  type Tensor,
} from '../../../src/author';
import { carryBack, checkRoom, multiplyAdds, RADII } from './carry';
import { checkSteps } from './check-steps';
import type { Growth } from './edge';
import type { ScaleGivens } from './settings';
import { drawStability, plotOf } from './stability-frame';
import { describeGrowth, sayEdge } from './stability-words';

/** The norm of gradients over (spectral radius, steps back), with the edge of stability. */
export class GradientsAtScale implements ScaleView<ScaleGivens> {
  private readonly picture: ScalePicture;
  private readonly crosshair: Crosshair;
  /** What is shown, and the tensor it is painted from. */
  private shown: (Growth & { readonly tensor: Tensor }) | undefined;
  private grid: HeatGrid | undefined;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.picture = new ScalePicture(stage, (frame) => this.drawing(frame));
    this.crosshair = new Crosshair(this.picture, stage.root, () => this.grid);
  }

  async update(values: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const { stage } = this;
    checkRoom(values);
    const { horizon, radius } = values;
    // What is painted from outlives the request; all else goes with it.
    const tensor = stage.compute.zeros((horizon + 1) * RADII);
    const work = stage.compute.scope(signal);
    try {
      const started = stage.clock.now();
      const last = await carryBack(work, values, tensor, (share) => stage.progress(share));
      const elapsed = stage.clock.now() - started;
      const agreement = await checkSteps(work, values, last, tensor);
      const mean = await work.read(tensor);
      signal.throwIfAborted();
      this.shown?.tensor.release();
      this.shown = { tensor, mean, radius, horizon };
      await this.picture.paint();
      const says = sayEdge(this.shown, values);
      return {
        count: multiplyAdds(values),
        unit: 'multiply-adds',
        elapsed,
        agreement,
        finding: says,
      };
    } finally {
      work.release();
      if (this.shown?.tensor !== tensor) tensor.release();
    }
  }

  resize(): Promise<void> {
    return this.picture.paint();
  }

  describe(): string {
    return this.shown ? describeGrowth(this.shown) : 'The gradients are on their way back.';
  }

  dispose(): void {
    this.crosshair.dispose();
    this.shown?.tensor.release();
    this.shown = undefined;
    this.picture.dispose();
  }

  private drawing(frame: ScaleFrame): ScaleDrawing | undefined {
    const { shown, stage, crosshair } = this;
    if (!shown) return undefined;
    const box = plotOf(shown, frame).area;
    this.grid = { box, columns: RADII, rows: shown.horizon + 1 };
    crosshair.keep();
    const data = stage.compute.gpu ? shown.tensor : Float32Array.from(shown.mean);
    return drawStability(shown, data, { cell: crosshair.cell, lines: crosshair.draw() }, frame);
  }
}
