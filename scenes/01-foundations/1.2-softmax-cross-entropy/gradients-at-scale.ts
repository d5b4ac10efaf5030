import {
  ScalePicture,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
} from '../../../src/author';
import { differentiate, draw } from './batch';
import { checkGradients } from './check-gradients';
import { drawPushes } from './push-chart';
import { describePushes, nearest, readPushes, sayPush, type Push } from './pushes';
import { CLASSES, type ScaleGivens } from './settings';

/** The gradients of a batch of predictions, from a guess to near certainty. */
export class GradientsAtScale implements ScaleView<ScaleGivens> {
  private readonly picture: ScalePicture;
  private values: ScaleGivens | undefined;
  /** What was computed for a size of the batch; reading it off elsewhere computes nothing. */
  private done: { readonly rows: number; readonly pushes: Push[]; report: Computed } | undefined;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.picture = new ScalePicture(stage, (frame) =>
      this.done && this.values
        ? drawPushes(this.done.pushes, this.values, stage, frame)
        : undefined,
    );
  }

  async update(values: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const { rows, sure } = values;
    const done = this.done?.rows === rows ? this.done : await this.compute(rows, signal);
    signal.throwIfAborted();
    [this.done, this.values] = [done, values];
    await this.picture.paint();
    return { ...done.report, finding: sayPush(nearest(done.pushes, sure)) };
  }

  private async compute(rows: number, signal: AbortSignal) {
    const { compute, clock } = this.stage;
    const work = compute.scope(signal);
    try {
      const drawn = await draw(work, rows);
      await work.finished({ signal });
      const started = clock.now();
      const batch = differentiate(work, drawn);
      await work.finished({ progress: (share) => this.stage.progress(share), signal });
      const elapsed = clock.now() - started;
      const agreement = await checkGradients(work, batch);
      const pushes = await readPushes(work, batch);
      return {
        rows,
        pushes,
        report: { count: rows * CLASSES, unit: 'logits', elapsed, agreement },
      };
    } finally {
      work.release();
    }
  }

  resize(): Promise<void> {
    return this.picture.paint();
  }

  describe(): string {
    return this.done ? describePushes(this.done.pushes) : 'The gradients are on their way.';
  }

  dispose(): void {
    this.picture.dispose();
  }
}

type Computed = Omit<ScaleReport, 'finding'>;
