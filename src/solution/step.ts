import type { Expression } from './expression';

/** A sentence with live numbers and symbols in it; its words may hold TeX between dollar signs. */
export type Prose = readonly (string | Expression)[];

/** prose`the score is ${score}`: text and expressions, kept apart so that numbers stay live. */
export function prose(strings: TemplateStringsArray, ...expressions: Expression[]): Prose {
  return strings.flatMap((text, i) => (i < expressions.length ? [text, expressions[i]] : [text]));
}

/** One step of a worked solution. */
export interface Step {
  /** Its name: what pictures, captions and tests call it by. */
  readonly id: string;
  /** What this step does, in a few words: shown faintly before the step is unfolded. */
  readonly title: string;
  /** The sentence. */
  readonly say: Prose;
  /** Lines of mathematics, each an expression with three faces: symbols, numbers, value. */
  readonly lines: readonly Expression[];
  /**
   * Parts of the picture this step speaks of: `scores`, `Q.1` (row 1), `out.0.1` (a cell). Unless
   * said, what its lines make and what they make it from.
   */
  readonly highlights?: readonly string[];
  /** Answers shown from this step on, each with the expression that produces it. */
  readonly reveals?: Readonly<Record<string, Expression>>;
}
