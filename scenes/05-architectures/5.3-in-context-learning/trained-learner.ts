import {
  attentionBound,
  drawPrompts,
  Learner,
  LONGEST,
  meanSquaredError,
  referenceAnswers,
  ridgeAnswers,
  type Prompts,
} from '../../../src/learn/recipes/in-context';
import { compareWithTwin, type Agreement, type Compute } from '../../../src/author';
import { nearestOf } from './model';

/** Mean squared errors over all tasks, after so many pairs. */
export interface Errors {
  readonly pairs: number;
  readonly learner: number;
  readonly ridge: number;
}

export interface Learned {
  readonly errors: readonly Errors[];
  /** Of a head whose labels are fixed: the same after any number of pairs. */
  readonly classifier: number;
  readonly tasks: number;
  readonly weights: number;
  readonly agreement: Agreement;
}

const PAIRS = [1, 2, 4, 6, 8, 12, 16, 24, LONGEST];

/** Tasks that are drawn or fitted between two breaths of the page. */
const EACH = 256;
/** Tasks that are computed again in float64, with a prompt of this many pairs. */
const CHECKED = { tasks: 64, pairs: 16 };

const SEED = 5.3e3;

/** What a run is told, and how it lets the page breathe. */
interface Watching {
  progress(share: number): void;
  pause(): Promise<void>;
}

/** Errors of a trained learner on fresh tasks, beside those of regression and of a classifier. */
export async function learn(
  compute: Compute,
  weights: Float32Array,
  tasks: number,
  { progress, pause }: Watching,
): Promise<Learned> {
  const pieces: Prompts[] = [];
  for (let first = 0; first < tasks; first += EACH) {
    pieces.push(drawPrompts(Math.min(EACH, tasks - first), SEED, first));
    await pause();
  }
  const prompts = joined(pieces);
  const learner = new Learner(compute, weights, prompts);
  const errors: Errors[] = [];
  for (const [i, pairs] of PAIRS.entries()) {
    const answers = await learner.answer(pairs);
    const ridge: number[] = [];
    for (const piece of pieces) {
      ridge.push(...ridgeAnswers(piece, pairs));
      await pause();
    }
    errors.push({
      pairs,
      learner: meanSquaredError(answers, prompts.targets),
      ridge: meanSquaredError(ridge, prompts.targets),
    });
    progress((i + 1) / PAIRS.length);
  }
  const named = Array.from(prompts.targets, nearestOf);
  return {
    errors,
    classifier: meanSquaredError(named, prompts.targets),
    ...{ tasks, weights: weights.length },
    agreement: await checked(learner, weights, prompts),
  };
}

async function checked(
  learner: Learner,
  weights: Float32Array,
  prompts: Prompts,
): Promise<Agreement> {
  const { tasks, pairs } = CHECKED;
  const running = (await learner.answer(pairs)).subarray(0, tasks);
  const expected = referenceAnswers(weights, prompts, pairs, tasks);
  return compareWithTwin(running, expected, attentionBound, `answers after ${pairs} pairs`);
}

function joined(pieces: readonly Prompts[]): Prompts {
  const join = (arrays: readonly Float32Array[]): Float32Array => {
    const all = new Float32Array(arrays.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const array of arrays) {
      all.set(array, at);
      at += array.length;
    }
    return all;
  };
  return {
    tokens: join(pieces.map(({ tokens }) => tokens)),
    targets: join(pieces.map(({ targets }) => targets)),
  };
}
