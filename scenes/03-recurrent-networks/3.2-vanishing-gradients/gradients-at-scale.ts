import {
  HeatPicture,
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
  private readonly picture: HeatPicture<Growth & { readonly tensor: Tensor }>;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.picture = new HeatPicture(stage, {
      grid: (shown, frame) => ({
        box: plotOf(shown, frame).area,
        columns: RADII,
        rows: shown.horizon + 1,
      }),
      draw: (shown, pointed, frame) => {
        const data = stage.compute.gpu ? shown.tensor : Float32Array.from(shown.mean);
        return drawStability(shown, data, pointed, frame);
      },
    });
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
      const growth = { tensor, mean, radius, horizon };
      await this.picture.show(growth);
      return {
        count: multiplyAdds(values),
        unit: 'multiply-adds',
        elapsed,
        agreement,
        finding: sayEdge(growth, values),
      };
    } finally {
      work.release();
      if (this.picture.shown?.tensor !== tensor) tensor.release();
    }
  }

  resize(): Promise<void> {
    return this.picture.paint();
  }

  describe(): string {
    const { shown } = this.picture;
    return shown ? describeGrowth(shown) : 'The gradients are on their way back.';
  }

  dispose(): void {
    this.picture.dispose();
  }
}
