import type { Shape, Tape, Value } from './tape';

/**
 * A case in which the suite differentiates an operation: every file in src/learn/operations exports
 * some as `trials`, with odd shapes, and needs no test of its own.
 */
export interface Trial {
  readonly title: string;
  /** Of the values it is made from, each filled with normal numbers and differentiated by. */
  readonly shapes: readonly Shape[];
  build(tape: Tape, values: readonly Value[]): Value;
}
