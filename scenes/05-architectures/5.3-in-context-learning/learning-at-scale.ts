import { loadWeights } from '../../../src/learn/weights';
import {
  ScalePicture,
  show,
  significant,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
} from '../../../src/author';
import { drawErrors } from './errors-frame';
import type { Givens } from './task';
import { learn, type Learned } from './trained-learner';

type ScaleGivens = Givens & { readonly tasks: number };

/** How the error on fresh tasks falls with the number of pairs, while the weights stand still. */
export class LearningAtScale implements ScaleView<ScaleGivens> {
  private readonly picture: ScalePicture;
  private learned: Learned | undefined;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.picture = new ScalePicture(stage, (frame) =>
      this.learned ? { content: drawErrors(this.learned, frame) } : undefined,
    );
  }

  async update({ tasks }: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const { stage } = this;
    const weights = await loadWeights('in-context');
    const work = stage.compute.scope(signal);
    try {
      const started = stage.clock.now();
      const learned = await learn(work, weights, tasks, {
        progress: (share) => stage.progress(share),
        pause: async () => {
          await new Promise<void>((resume) => stage.clock.after(0, resume));
          signal.throwIfAborted();
        },
      });
      const elapsed = stage.clock.now() - started;
      signal.throwIfAborted();
      this.learned = learned;
      await this.picture.paint();
      return {
        count: tasks * learned.errors.length,
        unit: 'prompts',
        elapsed,
        agreement: learned.agreement,
        finding: finding(learned),
      };
    } finally {
      work.release();
    }
  }

  resize(): Promise<void> {
    return this.picture.paint();
  }

  describe(): string {
    if (!this.learned) return 'The tasks are being drawn.';
    const { errors, classifier } = this.learned;
    const rows = errors.map(
      ({ pairs, learner, ridge }) =>
        `after ${pairs}: ${two(learner)}, by ridge regression ${two(ridge)}`,
    );
    return `Mean squared error of the trained learner. ${rows.join('; ')}. By the classifier ${two(classifier)} after any number of pairs. ${finding(this.learned)}`;
  }

  dispose(): void {
    this.learned = undefined;
    this.picture.dispose();
  }
}

const two = (x: number): string => show(x, significant(2));
const whole = (x: number): string => x.toLocaleString('en');

/** Pairs after which the learner is compared in words. */
const SAID = 16;

function finding({ errors, classifier, tasks, weights }: Learned): string {
  const { pairs, learner, ridge } = errors.find((each) => each.pairs === SAID)!;
  return `After ${pairs} pairs the mean squared error on ${whole(tasks)} new tasks is ${two(learner)}: ${two(learner / ridge)} times that of ridge regression. The classifier’s is ${two(classifier / learner)} times as large. The ${weights} weights were the same for all.`;
}
