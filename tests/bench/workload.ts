import type { Compute, Tensor } from '../../src/compute/compute';
import type { Numbers } from '../../src/compute/numbers';
import type { Openers } from './contender';

/** A program of ours on one compute, its inputs uploaded. */
export interface Program {
  /** Queues one run. */
  run(): void;
  readonly output: Tensor;
}

/** What must come out. */
export interface Expected {
  /** Positions in the output, one for each value; all of it, in order, when absent. */
  readonly at?: ArrayLike<number>;
  readonly values: Numbers;
}

/** The same work for everybody: one size of a workload. */
export interface Workload {
  /** What the command line calls it: `matmul-512`. */
  readonly name: string;
  readonly title: string;
  /** What one run costs, and in which unit: shares of a ceiling are taken of it. */
  readonly work: { readonly amount: number; readonly unit: 'flop' | 'byte' | 'update' };
  /** |value − twin| ≤ absolute + relative·|twin| for everybody, and why that much. */
  readonly bound: { readonly absolute: number; readonly relative: number; readonly why: string };
  /** Our program, on the GPU or on the CPU. */
  program(compute: Compute): Program;
  /** From the twins, in float64; of a sample where all of it would take long. */
  expected(): Promise<Expected>;
  readonly peers: Openers;
  /** The same at four sizes, for how its cost grows, smallest first; of two alike, one has them. */
  readonly sizes: readonly Sized[];
}

/** Our program at another size. */
export interface Sized {
  readonly label: string;
  readonly work: number;
  program(compute: Compute): Program;
}
