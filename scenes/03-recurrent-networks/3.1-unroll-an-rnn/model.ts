import type { Vector } from '../../../src/author';

/** What a reader can change. */
export interface Givens {
  readonly w_xh: number;
  readonly w_hh: number;
  readonly b_h: number;
  readonly w_hy: number;
  readonly b_y: number;
  readonly h0: number;
  /** The inputs, one a step. */
  readonly x: Vector;
}

export interface Model extends Givens {
  /** How many steps there are. */
  readonly count: number;
  /** What goes into tanh at each step; entry t − 1 is that of step t. */
  readonly z: Vector;
  /** The hidden states, from h0 on: entry t is what step t makes. */
  readonly h: Vector;
  readonly y: number;
}

/** A recurrent unit of one state with a linear read-out (Elman, 1990), unrolled over its inputs. */
export function unroll(givens: Givens): Model {
  const { x, h0 } = givens;
  const z: number[] = [];
  const h = [h0];
  x.forEach((input, i) => {
    z.push(sumOf(givens, input, h[i]));
    h.push(Math.tanh(z[i]));
  });
  return { ...givens, count: x.length, z, h, y: readOut(givens, h[x.length]) };
}

const sumOf = ({ w_xh, w_hh, b_h }: Givens, input: number, state: number): number =>
  w_xh * input + w_hh * state + b_h;

export const readOut = ({ w_hy, b_y }: Givens, state: number): number => w_hy * state + b_y;

/** The states with another function in the place of tanh. */
export function statesWith(givens: Givens, bend: (z: number) => number): Vector {
  const h = [givens.h0];
  givens.x.forEach((input, i) => h.push(bend(sumOf(givens, input, h[i]))));
  return h;
}
