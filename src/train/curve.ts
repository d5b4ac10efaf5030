import { decimals, show } from '../math/format';

/** How well a network does at a step, on the examples it learns from and on those kept apart. */
export interface Score {
  readonly step: number;
  /** Mean squared errors. */
  readonly training: number;
  readonly test: number;
  /** Share of the test examples on the right side. */
  readonly right: number;
}

/** Scores for every doubling of the steps, at most. */
const EACH_DOUBLING = 16;

/**
 * The next step at which a score is kept. Which steps they are depends on nothing but their number, so
 * that a run that was opened from a link has the curve it had when it was played.
 */
export function nextKept(step: number): number {
  const doubling = 2 ** Math.floor(Math.log2(Math.max(step, 1)));
  const gap = Math.max(1, doubling / EACH_DOUBLING);
  return (Math.floor(step / gap) + 1) * gap;
}

/** The score of outputs for examples, those to train on first. */
export function scoreOf(
  step: number,
  outputs: ArrayLike<number>,
  labels: readonly number[],
  training: number,
): Score {
  const sums = [0, 0];
  let right = 0;
  labels.forEach((label, i) => {
    const test = i < training ? 0 : 1;
    sums[test] += (outputs[i] - label) ** 2;
    if (test === 1 && outputs[i] * label > 0) right += 1;
  });
  const tests = labels.length - training;
  return { step, training: sums[0] / training, test: sums[1] / tests, right: right / tests };
}

/** Losses as the page shows them, everywhere alike. */
export const lossText = (loss: number): string => show(loss, decimals(3));
