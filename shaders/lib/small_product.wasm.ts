// Products of matrices so small that to pack them would take longer than to multiply them.

import { multiplyAdd, sum } from './exp.wasm';

/** The sum of products of two rows. */
function dot(a: usize, b: usize, bytes: usize): f32 {
  const fours = bytes & ~15;
  let k: usize = 0;
  let total: f32 = 0;
  if (fours) {
    let four = f32x4.splat(0);
    for (; k < fours; k += 16) four = multiplyAdd(v128.load(a + k), v128.load(b + k), four);
    total = sum(four);
  }
  for (; k < bytes; k += 4) total += load<f32>(a + k) * load<f32>(b + k);
  return total;
}

/** c = a·b, plus a row of biases unless it is 0, with fewer than four columns. */
function narrow(
  a: usize,
  stride: usize,
  step: usize,
  b: usize,
  wide: usize,
  bias: usize,
  c: usize,
  rows: i32,
  depth: i32,
): void {
  for (const end = a + <usize>rows * stride; a < end; a += stride, c += wide) {
    for (let j: usize = 0; j < wide; j += 4) {
      let total: f32 = bias ? load<f32>(bias + j) : 0;
      if (wide === 4 && step === 4) total += dot(a, b, (<usize>depth) << 2);
      else {
        let from = a;
        let at = b + j;
        for (let k = 0; k < depth; k += 1, from += step, at += wide) {
          total += load<f32>(from) * load<f32>(at);
        }
      }
      store<f32>(c + j, total);
    }
  }
}

/**
 * c = a·b, plus a row of biases unless it is 0. Rows of a lie `stride` bytes apart, and what is summed
 * over in one of them `step`; b and c lie in rows of `wide` bytes. Sums of four rows and eight columns do
 * not wait for each other: at the end rows and columns that were there before are summed once more.
 */
export function multiplySmall(
  a: usize,
  stride: usize,
  step: usize,
  b: usize,
  wide: usize,
  bias: usize,
  c: usize,
  rows: i32,
  depth: i32,
): void {
  if (wide < 16) return narrow(a, stride, step, b, wide, bias, c, rows, depth);
  for (let i = 0; i < rows; i += 4) {
    const i1 = <usize>min(i + 1, rows - 1);
    const i2 = <usize>min(i + 2, rows - 1);
    const i3 = <usize>min(i + 3, rows - 1);
    const a0 = a + <usize>i * stride;
    const to1 = i1 * stride - <usize>i * stride;
    const to2 = i2 * stride - <usize>i * stride;
    const to3 = i3 * stride - <usize>i * stride;
    const c0 = c + <usize>i * wide;
    for (let j: usize = 0; j < wide; j += 32) {
      const left = min(j, wide - 16);
      const right = min(j + 16, wide - 16);
      let l0 = bias ? v128.load(bias + left) : f32x4.splat(0);
      let r0 = bias ? v128.load(bias + right) : f32x4.splat(0);
      let l1 = l0;
      let r1 = r0;
      let l2 = l0;
      let r2 = r0;
      let l3 = l0;
      let r3 = r0;
      let from = a0;
      let bl = b + left;
      let br = b + right;
      for (let k = 0; k < depth; k += 1) {
        const l = v128.load(bl);
        const r = v128.load(br);
        let x = v128.load_splat<f32>(from);
        l0 = multiplyAdd(x, l, l0);
        r0 = multiplyAdd(x, r, r0);
        x = v128.load_splat<f32>(from + to1);
        l1 = multiplyAdd(x, l, l1);
        r1 = multiplyAdd(x, r, r1);
        x = v128.load_splat<f32>(from + to2);
        l2 = multiplyAdd(x, l, l2);
        r2 = multiplyAdd(x, r, r2);
        x = v128.load_splat<f32>(from + to3);
        l3 = multiplyAdd(x, l, l3);
        r3 = multiplyAdd(x, r, r3);
        from += step;
        bl += wide;
        br += wide;
      }
      v128.store(c0 + left, l0);
      v128.store(c0 + right, r0);
      v128.store(c + i1 * wide + left, l1);
      v128.store(c + i1 * wide + right, r1);
      v128.store(c + i2 * wide + left, l2);
      v128.store(c + i2 * wide + right, r2);
      v128.store(c + i3 * wide + left, l3);
      v128.store(c + i3 * wide + right, r3);
    }
  }
}
