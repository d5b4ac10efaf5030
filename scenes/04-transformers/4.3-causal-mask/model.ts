import { mapMatrix, Random, softmax, type Matrix, type Vector } from '../../../src/author';

/** As many tokens fit. */
export const MOST = 12;

/** A text of one token more than fit: each position predicts the token after it. */
const TEXT = 'the cat sat on the mat and looked at the small red bird'.split(' ');

/** Scores of every token with every other, drawn: the same however many tokens there are. */
function scoresOf({ n, draw }: Givens): Matrix {
  const random = new Random(draw, STREAM);
  const all = Array.from({ length: MOST }, () =>
    Array.from({ length: MOST }, () => random.grid(-2, 2, 0.1)),
  );
  return all.slice(0, n).map((row) => row.slice(0, n));
}

const STREAM = 43;

/** What a reader can change. */
export interface Givens {
  /** Tokens. */
  readonly n: number;
  /** The future leaks: the mask is left out. */
  readonly leak: boolean;
  /** Which draw the scores are. */
  readonly draw: number;
}

export interface Model extends Givens, Attention {
  readonly tokens: readonly string[];
  /** What each position is to predict. */
  readonly next: readonly string[];
  readonly scores: Matrix;
  /** 0 where row i may look at column j, −∞ where it may not. */
  readonly mask: Matrix;
  /** How many cells of the mask are open. */
  readonly visible: number;
}

/** What follows from a mask, right or wrong. */
export interface Attention {
  /** The scores with the mask added. */
  readonly masked: Matrix;
  /** Softmax of each row; a row in which everything is hidden has no weights: NaN. */
  readonly weights: Matrix;
  /** What each row spends on tokens that come later. */
  readonly ahead: Vector;
}

export function attend(scores: Matrix, mask: Matrix): Attention {
  const masked = mapMatrix(scores, (score, i, j) => score + mask[i][j]);
  const weights = masked.map(softmax);
  const ahead = weights.map((row, i) => row.slice(i + 1).reduce((a, b) => a + b, 0));
  return { masked, weights, ahead };
}

/** An n × n mask that hides where it is told. */
export const maskOf = (n: number, hides: (i: number, j: number) => boolean): Matrix =>
  Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (__, j) => (hides(i, j) ? -Infinity : 0)),
  );

export const openIn = (mask: Matrix): number => mask.flat().filter((x) => x === 0).length;

/** The causal mask of n tokens, and attention under it or, where the future leaks, without it. */
export function causal(givens: Givens): Model {
  const { n, leak } = givens;
  const scores = scoresOf(givens);
  const mask = maskOf(n, (i, j) => j > i);
  return {
    ...{ ...givens, scores, mask },
    tokens: TEXT.slice(0, n),
    next: TEXT.slice(1, n + 1),
    visible: openIn(mask),
    ...attend(scores, leak ? maskOf(n, () => false) : mask),
  };
}
