import type { Matrix, Vector } from '../../../src/author';
import type { Givens } from './model';

/** What a reader can change on the At scale tab. */
export interface ScaleGivens extends Givens {
  /** One neuron of two inputs: w₀, w₁, b. */
  readonly neuron: Vector;
  /** A neuron a row: w₀, w₁, b, and the weight v of its activation in the sum. */
  readonly hidden: Matrix;
  /** Points a side. */
  readonly size: number;
}
