// Products of matrices so small that to pack them would take longer than to multiply them.

import { multiplyAdd } from './exp.wasm';

/** As many sums of products of a row of a and the one row b, each more than `bias`; four rows or more. */
function dots(
  a: usize,
  stride: usize,
  b: usize,
  bias: f32,
  c: usize,
  rows: i32,
  bytes: usize,
): void {
  const fours = bytes & ~15;
  for (let i = 0; i < rows; i += 4) {
    const first = <usize>min(i, rows - 4);
    const a0 = a + first * stride;
    const a1 = a0 + stride;
    const a2 = a1 + stride;
    const a3 = a2 + stride;
    let s0 = f32x4.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    let k: usize = 0;
    for (; k < fours; k += 16) {
      const x = v128.load(b + k);
      s0 = multiplyAdd(v128.load(a0 + k), x, s0);
      s1 = multiplyAdd(v128.load(a1 + k), x, s1);
      s2 = multiplyAdd(v128.load(a2 + k), x, s2);
      s3 = multiplyAdd(v128.load(a3 + k), x, s3);
    }
    // The sum of each, side by side.
    const near = f32x4.add(
      v128.shuffle<i32>(s0, s1, 0, 4, 1, 5),
      v128.shuffle<i32>(s0, s1, 2, 6, 3, 7),
    );
    const far = f32x4.add(
      v128.shuffle<i32>(s2, s3, 0, 4, 1, 5),
      v128.shuffle<i32>(s2, s3, 2, 6, 3, 7),
    );
    let total = f32x4.add(v128.shuffle<i64>(near, far, 0, 2), v128.shuffle<i64>(near, far, 1, 3));
    for (; k < bytes; k += 4) {
      let x = v128.load32_zero(a0 + k);
      x = v128.load_lane<f32>(a1 + k, x, 1);
      x = v128.load_lane<f32>(a2 + k, x, 2);
      x = v128.load_lane<f32>(a3 + k, x, 3);
      total = multiplyAdd(x, v128.load_splat<f32>(b + k), total);
    }
    v128.store(c + (first << 2), f32x4.add(total, f32x4.splat(bias)));
  }
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
  if (wide === 4 && step === 4 && rows >= 4) {
    return dots(a, stride, b, bias ? load<f32>(bias) : 0, c, rows, (<usize>depth) << 2);
  }
  for (const end = a + <usize>rows * stride; a < end; a += stride, c += wide) {
    for (let j: usize = 0; j < wide; j += 4) {
      let total: f32 = bias ? load<f32>(bias + j) : 0;
      let from = a;
      let at = b + j;
      for (let k = 0; k < depth; k += 1, from += step, at += wide) {
        total += load<f32>(from) * load<f32>(at);
      }
      store<f32>(c + j, total);
    }
  }
}

/**
 * c = a·b, plus a row of biases unless it is 0. Rows of a lie `stride` bytes apart, and what is summed
 * over in one of them `step`; b and c lie in rows of `wide` bytes. Sums of five rows and eight columns do
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
  const end = b + <usize>depth * wide;
  for (let i = 0; i < rows; i += 5) {
    const i1 = <usize>min(i + 1, rows - 1);
    const i2 = <usize>min(i + 2, rows - 1);
    const i3 = <usize>min(i + 3, rows - 1);
    const i4 = <usize>min(i + 4, rows - 1);
    const a0 = a + <usize>i * stride;
    const to1 = i1 * stride - <usize>i * stride;
    const to2 = i2 * stride - <usize>i * stride;
    const to3 = i3 * stride - <usize>i * stride;
    const to4 = i4 * stride - <usize>i * stride;
    for (let j: usize = 0; j < wide; j += 32) {
      const left = min(j, wide - 16);
      const apart = min(j + 16, wide - 16) - left;
      let l0 = bias ? v128.load(bias + left) : f32x4.splat(0);
      let r0 = bias ? v128.load(bias + left + apart) : f32x4.splat(0);
      let l1 = l0;
      let r1 = r0;
      let l2 = l0;
      let r2 = r0;
      let l3 = l0;
      let r3 = r0;
      let l4 = l0;
      let r4 = r0;
      let from = a0;
      for (let at = b + left; at < end; at += wide) {
        const l = v128.load(at);
        const r = v128.load(at + apart);
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
        x = v128.load_splat<f32>(from + to4);
        l4 = multiplyAdd(x, l, l4);
        r4 = multiplyAdd(x, r, r4);
        from += step;
      }
      let to = c + left + <usize>i * wide;
      v128.store(to, l0);
      v128.store(to + apart, r0);
      to = c + left + i1 * wide;
      v128.store(to, l1);
      v128.store(to + apart, r1);
      to = c + left + i2 * wide;
      v128.store(to, l2);
      v128.store(to + apart, r2);
      to = c + left + i3 * wide;
      v128.store(to, l3);
      v128.store(to + apart, r3);
      to = c + left + i4 * wide;
      v128.store(to, l4);
      v128.store(to + apart, r4);
    }
  }
}
