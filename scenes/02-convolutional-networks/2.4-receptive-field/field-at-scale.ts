import {
  ScalePicture,
  type Agreement,
  type ScaleDrawing,
  type ScaleFrame,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
} from '../../../src/author';
import { carryBack, checkLayers, multiplyAdds } from './carry-back';
import { drawField } from './field-frame';
import { sideOf, type ScaleGivens } from './settings';
import { spreadOf, type Spread } from './spread';

/** How few layers the finding compares with. */
const FEW = 3;

/** What many stacks have made, for every depth. */
interface Measured {
  readonly stacks: number;
  readonly spreads: readonly Spread[];
  readonly elapsed: number;
  readonly agreement: Agreement;
}

/** The effective receptive field: how much each input of the theoretical one counts. */
export class FieldAtScale implements ScaleView<ScaleGivens> {
  private readonly picture: ScalePicture;
  private measured: Measured | undefined;
  private depth = 1;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.picture = new ScalePicture(stage, (frame) => this.drawing(frame));
  }

  async update({ depth, stacks }: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const measured =
      this.measured?.stacks === stacks ? this.measured : await this.measure(stacks, signal);
    signal.throwIfAborted();
    this.measured = measured;
    this.depth = depth;
    await this.picture.paint();
    const { elapsed, agreement } = measured;
    return {
      count: multiplyAdds(stacks),
      unit: 'multiply-adds',
      elapsed,
      agreement,
      finding: this.say(measured),
    };
  }

  resize(): Promise<void> {
    return this.picture.paint();
  }

  describe(): string {
    return this.measured
      ? `The mean squared gradient over the field, brightest in the middle, and its width for every depth. ${this.say(this.measured)}`
      : 'The gradients are on their way back.';
  }

  dispose(): void {
    this.picture.dispose();
  }

  /** All depths at once: the gradient passes every one on its way down. */
  private async measure(stacks: number, signal: AbortSignal): Promise<Measured> {
    const { stage } = this;
    const work = stage.compute.scope(signal);
    try {
      const started = stage.clock.now();
      const { means, kept } = await carryBack(work, stacks, {
        progress: (share) => stage.progress(share),
        signal,
      });
      const elapsed = stage.clock.now() - started;
      const read = await work.readAll(means);
      const agreement = await checkLayers(work, kept);
      return { stacks, spreads: read.map((mean, i) => spreadOf(mean, i + 1)), elapsed, agreement };
    } finally {
      work.release();
    }
  }

  private say({ spreads }: Measured): string {
    const used = (depth: number): string => {
      const { sigma, share } = spreads[depth - 1];
      return `${(4 * sigma).toFixed(1)} of ${sideOf(depth)} inputs a side, ${(100 * share).toFixed(0)} %`;
    };
    const { depth } = this;
    return depth === FEW
      ? `With ${FEW} layers an output uses ${used(FEW)}.`
      : `With ${FEW} layers an output uses ${used(FEW)}; with ${depth}, ${used(depth)}.`;
  }

  private drawing(frame: ScaleFrame): ScaleDrawing | undefined {
    const { measured, depth, stage } = this;
    return measured && drawField(measured.spreads, depth, stage, frame);
  }
}
