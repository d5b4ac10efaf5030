import { dot, type Vector } from '../../../src/author';
import { taskOf, type Givens, type Task } from './task';

/**
 * The weights of the learner: one layer of linear attention (no softmax) over scalar pairs. Query
 * and key read the input of a token, the value reads its label. The layer takes the step of gradient
 * descent from w = 0 whose learning rate is the value's weight (von Oswald et al., "Transformers
 * learn in-context by gradient descent", ICML 2023). That step scales the slope by this weight times
 * the mean of x²; the inputs of `task.ts` have a mean of 0.33, which 3 undoes but for a hundredth.
 */
export const WEIGHTS = { query: 1, key: 1, value: 3 };

/** The labels of the classifier's head: multiples of this, as far as labels without noise reach. */
export const SPACING = 0.8;
export const LABELS: Vector = [-2, -1, 0, 1, 2].map((k) => k * SPACING);

export interface Model extends Givens, Task {
  /** The true label of the query, without noise. */
  readonly truth: number;
  /** How the query scores each pair. */
  readonly scores: Vector;
  /** What each pair passes on: its label times the value's weight, weighed by its score. */
  readonly terms: Vector;
  /** What the learner predicts after the first pair, the first two, and so on. */
  readonly running: Vector;
  readonly icl_prediction: number;
  /** The slope after one step of gradient descent. */
  readonly icl_slope: number;
  readonly icl_error: number;
  readonly least_squares_slope: number;
  readonly least_squares_prediction: number;
  readonly least_squares_error: number;
  /** The label of the head that is nearest to the truth. */
  readonly classifier_label: number;
  readonly classifier_error: number;
  /** Why one learns and the other does not, among the sentences to choose from. */
  readonly why: 'prompt';
}

export function learn(givens: Givens): Model {
  const { query } = givens;
  const task = taskOf(givens);
  const { w, x, y } = task;
  const truth = w * query;
  const { query: forQuery, key, value } = WEIGHTS;
  const scores = x.map((input) => forQuery * query * (key * input));
  const terms = y.map((label, i) => value * label * scores[i]);
  const running = terms.map((_, i) => mean(terms.slice(0, i + 1)));
  const icl_prediction = running[running.length - 1];
  const least_squares_slope = dot(x, y) / dot(x, x);
  const least_squares_prediction = least_squares_slope * query;
  const classifier_label = nearestLabel(truth);
  return {
    ...{ ...givens, ...task, truth, scores, terms, running },
    ...{ icl_prediction, icl_slope: (value * dot(x, y)) / x.length },
    icl_error: (icl_prediction - truth) ** 2,
    ...{ least_squares_slope, least_squares_prediction },
    least_squares_error: (least_squares_prediction - truth) ** 2,
    ...{ classifier_label, classifier_error: (classifier_label - truth) ** 2 },
    why: 'prompt',
  };
}

export const mean = (list: Vector): number => list.reduce((sum, x) => sum + x, 0) / list.length;

export const nearestLabel = (y: number): number => SPACING * Math.floor(y / SPACING + 1 / 2);

/** The nearest label that the head has, however far away y is. */
export const nearestOf = (y: number): number =>
  Math.min(LABELS[LABELS.length - 1], Math.max(LABELS[0], nearestLabel(y)));
