import type { Format, Vector } from '../../../src/author';
import { integer, significant } from '../../../src/author';

/** What a reader can change. */
export interface Givens {
  /** The derivative of what a block computes, the same in every block. */
  readonly f_prime: number;
  readonly depth: number;
  /** The gradient that arrives at the output. */
  readonly upstream: number;
}

export interface Model extends Givens {
  readonly grad_plain: number;
  readonly grad_residual: number;
  readonly plain_after: number;
  readonly residual_after: number;
  /** Logarithms to base 10 of what is left after 0, 1, …, depth blocks; −Infinity where all is gone. */
  readonly plain_logs: Vector;
  readonly residual_logs: Vector;
}

/** A gradient on its way back through blocks y = F(x) and y = F(x) + x (He, Zhang, Ren and Sun, 2016). */
export function residual(givens: Givens): Model {
  const { f_prime, depth, upstream } = givens;
  const logs = (factor: number): number[] =>
    Array.from({ length: depth + 1 }, (_, k) =>
      // 0 times the logarithm of 0 is no number; no block changes nothing.
      k === 0 ? log(upstream) : log(upstream) + k * log(factor),
    );
  return {
    ...givens,
    grad_plain: upstream * f_prime,
    grad_residual: upstream * (1 + f_prime),
    plain_after: upstream * f_prime ** depth,
    residual_after: upstream * (1 + f_prime) ** depth,
    plain_logs: logs(f_prime),
    residual_logs: logs(1 + f_prime),
  };
}

const log = (x: number): number => Math.log10(Math.abs(x));

/** Whole numbers as they are; of all else three digits, since powers are large or small. */
export const formatOf = (x: number): Format =>
  Number.isInteger(x) && Math.abs(x) < 1e6 ? integer : significant(3);
