// Pieces of WebAssembly over locals that hold four floats.

import { op, type Code } from '../../../src/math/wasm-code';

export const move = (from: number, to: number): Code => [...op.get(from), ...op.set(to)];

export const splat = (code: Code, to: number): Code => [...code, ...op.splat, ...op.set(to)];

/** All ones where |a| is at most `bound`; NaN is not. */
export const within = (a: number, bound: number): Code => [
  ...op.get(a),
  ...op.abs,
  ...op.get(bound),
  ...op.atMost,
];

/** Raises `to` to |a|; NaN leaves it as it is. */
export const raise = (to: number, a: number): Code => [
  ...op.get(to),
  ...op.get(a),
  ...op.abs,
  ...op.pseudoMaximum,
  ...op.set(to),
];

/** Ands `to` with the masks on the stack that these pieces leave. */
export const andAll = (to: number, masks: readonly Code[]): Code => [
  ...op.get(to),
  ...masks.flatMap((mask) => [...mask, ...op.and]),
  ...op.set(to),
];

/** Adds to an i32. */
export const increase = (to: number, by: number): Code => [
  ...op.get(to),
  ...op.i32Const(by),
  ...op.i32Add,
  ...op.set(to),
];

/** Code, once and then as long as `rest` leaves something other than 0. */
export const repeated = (code: Code, rest: Code): Code => [
  ...op.loop,
  ...code,
  ...rest,
  ...op.brIf(0),
  ...op.end,
];

/** Code, as often as an i32 says, which counts down to 0. */
export const times = (count: number, code: Code): Code => [
  ...op.block,
  ...op.loop,
  ...[...op.get(count), ...op.i32Eqz, ...op.brIf(1)],
  ...code,
  ...[...op.get(count), ...op.i32Const(1), ...op.i32Sub, ...op.set(count)],
  ...op.br(0),
  ...op.end,
  ...op.end,
];
