import type { Value } from '../math/value';

/** A test of a learner's function, which sees its name, its call, what was expected and got. */
export interface CodeTest {
  /** Its name in the page's markup. */
  readonly id: string;
  /** What it tries, in words: `the kink of ReLU`. */
  readonly name: string;
  /** The call, an expression in JavaScript: what the learner reads is what is run. A promise is awaited. */
  readonly call: string;
  readonly expected: Value;
  /** How far a number may be off, relative to its size beyond 1. */
  readonly tolerance?: number;
}

/**
 * What a prediction of the kind `code` asks for, as its `options`. The answer it predicts is the
 * text of a solution; a slip's value is the text of a wrong one, known again by its results.
 */
export interface CodeTask {
  /** The function to be written. */
  readonly name: string;
  /** What stands in the editor at first. */
  readonly starter: string;
  /** Declarations in JavaScript that the calls are worded with; each call has them anew. */
  readonly setup?: string;
  readonly tests: readonly CodeTest[];
  /**
   * An expression that calls the function at these givens and gives plain data. It runs beside the
   * tests, and reaches the picture as `stage.predicted.recorded(answer)`. What never ends may have
   * told something: `tell(data)` sends what stands in for the result until there is one.
   */
  readonly record?: string;
}
