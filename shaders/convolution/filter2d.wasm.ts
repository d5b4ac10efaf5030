import { multiplyAdd } from '../lib/exp.wasm';

/** Pixels of a row that are summed at a time, on each of two rows. */
const RUN: i32 = 16;

/** Where a run at the right edge is put before its pixels inside are copied out. */
const edge: usize = memory.data(16 * 4, 16);

/** The first byte that is free. */
export function start(): usize {
  return __heap_base;
}

/** Floats of a row between its zeros. */
function strideOf(width: i32): i32 {
  return ((width + RUN - 1) & ~(RUN - 1)) + RUN;
}

/** Bytes for a strip of so many rows between zeros, and for the weights in pairs. */
export function workspace(rows: i32, width: i32, size: i32): usize {
  return (<usize>((rows + size) * strideOf(width) + 2 * (size + 1) * size)) << 2;
}

/**
 * Filters `rows` rows of one channel. `image` holds `given` rows, from the topmost that their windows
 * reach; `missing` of the windows' rows lie above the image.
 */
export function filter(
  image: usize,
  weights: usize,
  filtered: usize,
  rows: i32,
  width: i32,
  size: i32,
  missing: i32,
  given: i32,
  work: usize,
): void {
  const stride = (<usize>strideOf(width)) << 2;
  const line = (<usize>width) << 2;
  const padded = work + ((<usize>(2 * (size + 1) * size)) << 2);
  pairWeights(weights, size, work);
  memory.fill(padded, 0, <usize>(rows + size) * stride);
  const before = (<usize>((size - 1) / 2)) << 2;
  for (let row = 0; row < given; row += 1) {
    memory.copy(padded + <usize>(missing + row) * stride + before, image + <usize>row * line, line);
  }
  for (let y = 0; y < rows; y += 2) {
    for (let x = 0; x < width; x += RUN) {
      const from = padded + <usize>y * stride + ((<usize>x) << 2);
      const to = filtered + <usize>y * line + ((<usize>x) << 2);
      twoRows(from, stride, work, size, to, line, min(RUN, width - x), y + 1 < rows);
    }
  }
}

/** Each row of weights beside the row above it: what a row of pixels is to two rows of outputs. */
function pairWeights(weights: usize, size: i32, into: usize): void {
  for (let row = 0; row <= size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const at = weights + ((<usize>(row * size + column)) << 2);
      store<f32>(into, row < size ? load<f32>(at) : 0);
      store<f32>(into, row > 0 ? load<f32>(at - ((<usize>size) << 2)) : 0, 4);
      into += 8;
    }
  }
}

/** A run of outputs on each of two rows: each pixel that is loaded serves both. */
function twoRows(
  from: usize,
  stride: usize,
  pairs: usize,
  size: i32,
  to: usize,
  line: usize,
  inside: i32,
  second: bool,
): void {
  let a0 = f32x4.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let b0 = a0;
  let b1 = a0;
  let b2 = a0;
  let b3 = a0;
  const wide = (<usize>size) << 2;
  for (let row = 0; row <= size; row += 1) {
    for (let at = from, end = from + wide; at < end; at += 4) {
      const p0 = v128.load(at);
      const p1 = v128.load(at, 16);
      const p2 = v128.load(at, 32);
      const p3 = v128.load(at, 48);
      let weight = v128.load_splat<f32>(pairs);
      a0 = multiplyAdd(weight, p0, a0);
      a1 = multiplyAdd(weight, p1, a1);
      a2 = multiplyAdd(weight, p2, a2);
      a3 = multiplyAdd(weight, p3, a3);
      weight = v128.load_splat<f32>(pairs, 4);
      b0 = multiplyAdd(weight, p0, b0);
      b1 = multiplyAdd(weight, p1, b1);
      b2 = multiplyAdd(weight, p2, b2);
      b3 = multiplyAdd(weight, p3, b3);
      pairs += 8;
    }
    from += stride;
  }
  put(to, inside, a0, a1, a2, a3);
  if (second) put(to + line, inside, b0, b1, b2, b3);
}

function put(to: usize, inside: i32, s0: v128, s1: v128, s2: v128, s3: v128): void {
  const at = inside === RUN ? to : edge;
  v128.store(at, s0);
  v128.store(at, s1, 16);
  v128.store(at, s2, 32);
  v128.store(at, s3, 48);
  if (inside < RUN) memory.copy(to, edge, (<usize>inside) << 2);
}
