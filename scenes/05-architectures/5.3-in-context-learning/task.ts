import { Random, type Vector } from '../../../src/author';

/** Whose labels the pairs of the prompt have. */
export type Labels = 'drawn' | 'flipped' | 'passed';

/** What a reader can change. */
export interface Givens {
  readonly examples: number;
  /** Standard deviation of what is added to each label. */
  readonly noise: number;
  readonly draw: number;
  readonly query: number;
  readonly labels: Labels;
  /** What the reader has added to each label; nothing where the list ends. */
  readonly moved: Vector;
}

/** A line through the origin, and pairs on it but for noise. */
export interface Task {
  /** The slope of the line. */
  readonly w: number;
  readonly x: Vector;
  readonly y: Vector;
}

/** What a query may be, and by how much a label may be moved. */
export const RANGES = {
  query: { min: -1, max: 1, step: 0.1 },
  moved: { min: -4, max: 4, step: 0.1 },
};

/** A pair has one of these as its input, no two the same one. */
export const INPUTS: Vector = [-0.9, -0.7, -0.5, -0.3, -0.1, 0.1, 0.3, 0.5, 0.7, 0.9];

/** A slope lies between these, or between their negatives. */
const SLOPES = { least: 0.4, most: 1.8 };

/** Pairs keep what was drawn for them when others join them or the noise changes. */
export function taskOf({ examples, noise, draw, labels, moved }: Givens): Task {
  const slope = new Random(draw, 2);
  const drawn = slope.pick([-1, 1]) * slope.grid(SLOPES.least, SLOPES.most, 0.1);
  const w = labels === 'flipped' ? -drawn : drawn;
  const x = new Random(draw, 1).shuffle(INPUTS).slice(0, examples);
  const random = new Random(draw, 3);
  const own = x.map((input) => hundredths(drawn * input + noise * random.normal()));
  const given = {
    drawn: own,
    flipped: own.map((label) => -label),
    passed: own.map((_, i) => own.at(i - 1) ?? 0),
  }[labels];
  return { w, x, y: given.map((label, i) => hundredths(label + (moved[i] ?? 0))) };
}

/** Labels of two decimals; and no 0 is negative. */
const hundredths = (label: number): number => Math.round(label * 100) / 100 + 0;
