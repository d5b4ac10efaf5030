import {
  paintField,
  ramps,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
  type Tensor,
} from '../../../src/author';
import { carryBack, checkRoom, multiplyAdds, RADII } from './carry';
import { checkSteps } from './check-steps';
import { Crosshair } from './crosshair';
import { edgeAt, type Growth } from './edge';
import type { ScaleGivens } from './settings';
import { DOMAIN, drawFrame, plotOf } from './stability-frame';
import { describeGrowth, sayEdge } from './stability-words';

/** The norm of gradients over (spectral radius, steps back), with the edge of stability. */
export class GradientsAtScale implements ScaleView<ScaleGivens> {
  private readonly frame = document.createElement('div');
  private readonly heat = document.createElement('div');
  private readonly crosshair: Crosshair;
  /** What is shown, and the tensor it is painted from. */
  private shown: (Growth & { readonly tensor: Tensor }) | undefined;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.frame.className = 'stability';
    this.heat.className = 'heat';
    stage.root.append(this.frame);
    this.crosshair = new Crosshair(stage.root, this.frame, () => this.drawAround());
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
      await this.paint();
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
    return this.paint();
  }

  describe(): string {
    return this.shown ? describeGrowth(this.shown) : 'The gradients are on their way back.';
  }

  dispose(): void {
    this.crosshair.dispose();
    this.shown?.tensor.release();
    this.shown = undefined;
    this.frame.remove();
  }

  private async paint(): Promise<void> {
    const { shown, stage } = this;
    if (!shown) return;
    this.drawAround();
    const plot = plotOf(stage, shown);
    const field = {
      width: RADII,
      height: shown.horizon + 1,
      data: stage.compute.gpu ? shown.tensor : Float32Array.from(shown.mean),
      domain: DOMAIN,
      ramp: ramps(stage.dark).diverging,
    };
    const ratio = window.devicePixelRatio;
    await paintField(this.heat, field, stage.compute, {
      width: Math.max(1, Math.round((plot.right - plot.left) * ratio)),
      height: Math.max(1, Math.round((plot.bottom - plot.top) * ratio)),
    });
  }

  /** Axes, edge, legend and what is pointed at. */
  private drawAround(): void {
    const { shown, stage } = this;
    if (!shown) return;
    const plot = plotOf(stage, shown);
    this.crosshair.over(plot, shown.horizon);
    drawFrame(this.frame, this.heat, {
      stage,
      plot,
      growth: shown,
      edge: edgeAt(shown, shown.horizon),
      pointed: this.crosshair.cell,
    });
  }
}
