import type { Compute } from '../../compute/compute';
import type { Value } from '../tape';
import type { Trained } from '../training';

/** What was reached, by its name: a number that a test asks of the shipped weights again. */
export type Reached = Readonly<Record<string, number>>;

/** A network that is ready to be trained. */
export interface Opened {
  readonly trained: Trained;
  /** In the order in which their numbers are shipped. */
  readonly parameters: readonly Value[];
}

/** A network whose weights are shipped: `npm run train -- <name>` makes them again. */
export interface Recipe {
  readonly name: string;
  readonly seed: number;
  readonly steps: number;
  /** Whether weights are shipped in float16; what they reach is measured after that rounding. */
  readonly half?: boolean;
  open(compute: Compute): Opened | Promise<Opened>;
  /** Measures weights on what they were not trained with. */
  measure(compute: Compute, weights: Float32Array): Promise<Reached>;
  /** What is missing of what the weights are shipped for, as a sentence; nothing if they hold it. */
  missing(reached: Reached): string | undefined;
}
