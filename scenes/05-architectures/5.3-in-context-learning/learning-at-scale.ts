import { loadWeights } from '../../../src/learn/weights';
import {
  ChartAtScale,
  show,
  significant,
  type Compute,
  type Computed,
  type ScaleDrawing,
  type ScaleFrame,
  type Watched,
} from '../../../src/author';
import { drawErrors } from './errors-frame';
import type { Givens } from './task';
import { learn, type Learned } from './trained-learner';

type ScaleGivens = Givens & { readonly tasks: number };

/** How the error on fresh tasks falls with the number of pairs, while the weights stand still. */
export class LearningAtScale extends ChartAtScale<ScaleGivens, Learned> {
  protected readonly waiting = 'The tasks are being drawn.';

  protected async compute(
    work: Compute,
    { tasks }: ScaleGivens,
    { progress, signal }: Watched,
  ): Promise<Computed<Learned>> {
    const weights = await loadWeights('in-context');
    const pause = async (): Promise<void> => {
      await new Promise<void>((resume) => this.stage.clock.after(0, resume));
      signal.throwIfAborted();
    };
    const [found, elapsed] = await this.timed(() =>
      learn(work, weights, tasks, { progress, pause }),
    );
    return {
      found,
      report: {
        count: tasks * found.errors.length,
        unit: 'prompts',
        elapsed,
        agreement: found.agreement,
        finding: finding(found),
      },
    };
  }

  protected chart(learned: Learned, frame: ScaleFrame): ScaleDrawing {
    return { content: drawErrors(learned, frame) };
  }

  protected words(learned: Learned): string {
    const rows = learned.errors.map(
      ({ pairs, learner, ridge }) =>
        `after ${pairs}: ${two(learner)}, by ridge regression ${two(ridge)}`,
    );
    return `Mean squared error of the trained learner. ${rows.join('; ')}. By the classifier ${two(learned.classifier)} after any number of pairs. ${finding(learned)}`;
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
