import { softmax, type Vector } from '../../../src/author';

/** Prices of a nat, the cheapest first. */
export const PRICES = [0.1, 0.5, 1, 2, 5];

/** What people think of sixteen answers, from the most to the least common. */
export const TRUE: Vector = [1, 0.5, 1.5, 0, 2, 1, 0.5, 2.5, 1, 0, 1.5, 0.5, 2, 1, -2, -3];

/** Answers that the reward model has hardly ever seen, and rates too high. */
export const OVERRATED = [14, 15];

/** What the reward model thinks of them: it is right about all others. */
export const PROXY: Vector = TRUE.with(OVERRATED[0], 5).with(OVERRATED[1], 6);

/** How often each is given before training: each less often than the one before. */
export const REFERENCE: Vector = softmax(
  TRUE.map((_, i) => -0.2 * i - (OVERRATED.includes(i) ? 0.2 : 0)),
);

export const ANSWERS = TRUE.length;
