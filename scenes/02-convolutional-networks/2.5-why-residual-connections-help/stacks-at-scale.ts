import {
  ScalePicture,
  worse,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
} from '../../../src/author';
import type { ScaleGivens } from './settings';
import { checkBlock, multiplyAdds, sendBack } from './stacks';
import { drawStacks, type Measured } from './stacks-chart';
import { describeStacks, detailStacks, sayStacks } from './stacks-words';

/** Gradients through random stacks without and with skips, over the derivative of a block. */
export class StacksAtScale implements ScaleView<ScaleGivens> {
  private readonly picture: ScalePicture;
  private measured: Measured | undefined;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.picture = new ScalePicture(
      stage,
      (frame) => this.measured && drawStacks(this.measured, frame),
    );
  }

  async update(sizes: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const { stage } = this;
    let elapsed = 0;
    const send = async (skips: boolean) => {
      const work = stage.compute.scope(signal);
      try {
        const started = stage.clock.now();
        const half = skips ? 0.5 : 0;
        const show = (share: number): void => stage.progress(half + share / 2);
        const stack = await sendBack(work, sizes, skips, show, signal);
        elapsed += stage.clock.now() - started;
        return { left: stack.left, agreement: await checkBlock(work, sizes, stack) };
      } finally {
        work.release();
      }
    };
    const plain = await send(false);
    const residual = await send(true);
    signal.throwIfAborted();
    this.measured = { sizes, plain: plain.left, residual: residual.left };
    await this.picture.paint();
    return {
      count: 2 * multiplyAdds(sizes),
      unit: 'multiply-adds',
      elapsed,
      agreement: worse(plain.agreement, residual.agreement),
      finding: sayStacks(this.measured),
      details: detailStacks(this.measured),
    };
  }

  resize(): Promise<void> {
    return this.picture.paint();
  }

  describe(): string {
    return this.measured ? describeStacks(this.measured) : 'The gradients are on their way back.';
  }

  dispose(): void {
    this.measured = undefined;
    this.picture.dispose();
  }
}
