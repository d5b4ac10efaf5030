import { multiply, workspace } from '../lib/product.wasm';
import { multiplyAdd } from '../lib/exp.wasm';
import { turnFour } from '../lib/turn.wasm';
import { multiplySmall } from '../lib/small_product.wasm';

export { workspace };

/** The first byte that is free. */
export function start(): usize {
  return __heap_base;
}

/**
 * One network, from the gradient at its sums: that of its weights, xᵀ·sums, and, if it goes onward, that
 * of its inputs, sums·Wᵀ.
 */
export function carryBack(
  x: usize,
  weights: usize,
  sums: usize,
  xGradient: usize,
  weightsGradient: usize,
  rows: i32,
  inputs: i32,
  outputs: i32,
  onward: bool,
  work: usize,
): void {
  const deep = (<usize>inputs) << 2;
  const wide = (<usize>outputs) << 2;
  multiply(x, 4, deep, sums, 4, wide, weightsGradient, inputs, outputs, rows, work);
  if (onward) multiply(sums, wide, 4, weights, wide, 4, xGradient, rows, inputs, outputs, work);
  addUp(sums, rows, weightsGradient + <usize>inputs * wide, wide);
}

/**
 * The gradient at the sums of units, from the one at their outputs. Whole vectors are read and written:
 * behind each there is room for three numbers.
 */
export function atSums(y: usize, upstream: usize, sums: usize, count: i32, activation: i32): void {
  const one = f32x4.splat(1);
  const none = f32x4.splat(0);
  const end = y + ((<usize>count) << 2);
  if (activation === 1) {
    for (; y < end; y += 16, upstream += 16, sums += 16) {
      v128.store(sums, v128.and(v128.load(upstream), f32x4.gt(v128.load(y), none)));
    }
    return;
  }
  // The slope of tanh is 1 − y², that of the logistic curve y − y².
  const curved = activation === 2;
  for (; y < end; y += 16, upstream += 16, sums += 16) {
    const output = v128.load(y);
    const slope = f32x4.sub(curved ? one : output, f32x4.mul(output, output));
    v128.store(sums, f32x4.mul(v128.load(upstream), slope));
  }
}

/**
 * Many small networks, each with weights and rows of its own, from the gradients at their sums;
 * `turned` has room for one network's weights.
 */
export function carryAllBack(
  x: usize,
  weights: usize,
  sums: usize,
  xGradient: usize,
  weightsGradient: usize,
  networks: i32,
  rows: i32,
  inputs: i32,
  outputs: i32,
  onward: bool,
  turned: usize,
): void {
  const deep = (<usize>inputs) << 2;
  const wide = (<usize>outputs) << 2;
  for (let network = 0; network < networks; network += 1) {
    if (outputs === 1 && inputs >= 4) {
      carrySingleBack(x, weights, sums, onward ? xGradient : 0, weightsGradient, rows, deep);
    } else {
      if (onward) {
        turn(weights, inputs, outputs, turned);
        multiplySmall(sums, wide, 4, turned, deep, 0, xGradient, rows, outputs);
      }
      if (outputs >= 4) addUpProducts(x, sums, weightsGradient, rows, inputs, wide);
      else {
        multiplySmall(x, 4, deep, sums, wide, 0, weightsGradient, inputs, rows);
        addUp(sums, rows, weightsGradient + <usize>inputs * wide, wide);
      }
    }
    x += <usize>rows * deep;
    sums += <usize>rows * wide;
    if (onward) xGradient += <usize>rows * deep;
    weights += (deep + 4) * <usize>outputs;
    weightsGradient += (deep + 4) * <usize>outputs;
  }
}

/**
 * One small network with a single output and four inputs or more, in one go over the rows; onward unless
 * `xGradient` is 0. Eight inputs at a time: at the end inputs that were there before come once more.
 */
function carrySingleBack(
  x: usize,
  weights: usize,
  sums: usize,
  xGradient: usize,
  weightsGradient: usize,
  rows: i32,
  deep: usize,
): void {
  const end = sums + ((<usize>rows) << 2);
  for (let k: usize = 0; k < deep; k += 32) {
    const left = min(k, deep - 16);
    const apart = min(k + 16, deep - 16) - left;
    const wl = v128.load(weights + left);
    const wr = v128.load(weights + left + apart);
    let gl = f32x4.splat(0);
    let gr = f32x4.splat(0);
    let bias = f32x4.splat(0);
    let from = x + left;
    let to = xGradient + left;
    for (let at = sums; at < end; at += 4) {
      const sum = v128.load_splat<f32>(at);
      gl = multiplyAdd(sum, v128.load(from), gl);
      gr = multiplyAdd(sum, v128.load(from + apart), gr);
      bias = f32x4.add(bias, sum);
      from += deep;
      if (xGradient === 0) continue;
      v128.store(to, f32x4.mul(sum, wl));
      v128.store(to + apart, f32x4.mul(sum, wr));
      to += deep;
    }
    v128.store(weightsGradient + left, gl);
    v128.store(weightsGradient + left + apart, gr);
    v128.store_lane<f32>(weightsGradient + deep, bias, 0);
  }
}

/**
 * The gradient of a small network's weights with four outputs or more, xᵀ·sums, and of the biases behind
 * them. Sums of four inputs and eight outputs, and those of the outputs alone, do not wait for each
 * other: at the end inputs and outputs that were there before come once more.
 */
function addUpProducts(
  x: usize,
  sums: usize,
  weightsGradient: usize,
  rows: i32,
  inputs: i32,
  wide: usize,
): void {
  const deep = (<usize>inputs) << 2;
  const end = sums + <usize>rows * wide;
  for (let k: usize = 0; k < deep; k += 16) {
    const k1 = min(k + 4, deep - 4);
    const k2 = min(k + 8, deep - 4);
    const k3 = min(k + 12, deep - 4);
    for (let j: usize = 0; j < wide; j += 32) {
      const left = min(j, wide - 16);
      const apart = min(j + 16, wide - 16) - left;
      let l0 = f32x4.splat(0);
      let r0 = l0;
      let l1 = l0;
      let r1 = l0;
      let l2 = l0;
      let r2 = l0;
      let l3 = l0;
      let r3 = l0;
      let bl = l0;
      let br = l0;
      let from = x;
      for (let at = sums + left; at < end; at += wide) {
        const l = v128.load(at);
        const r = v128.load(at + apart);
        let y = v128.load_splat<f32>(from + k);
        l0 = multiplyAdd(y, l, l0);
        r0 = multiplyAdd(y, r, r0);
        y = v128.load_splat<f32>(from + k1);
        l1 = multiplyAdd(y, l, l1);
        r1 = multiplyAdd(y, r, r1);
        y = v128.load_splat<f32>(from + k2);
        l2 = multiplyAdd(y, l, l2);
        r2 = multiplyAdd(y, r, r2);
        y = v128.load_splat<f32>(from + k3);
        l3 = multiplyAdd(y, l, l3);
        r3 = multiplyAdd(y, r, r3);
        bl = f32x4.add(bl, l);
        br = f32x4.add(br, r);
        from += deep;
      }
      const to = weightsGradient + left;
      v128.store(to + (k >> 2) * wide, l0);
      v128.store(to + (k >> 2) * wide + apart, r0);
      v128.store(to + (k1 >> 2) * wide, l1);
      v128.store(to + (k1 >> 2) * wide + apart, r1);
      v128.store(to + (k2 >> 2) * wide, l2);
      v128.store(to + (k2 >> 2) * wide + apart, r2);
      v128.store(to + (k3 >> 2) * wide, l3);
      v128.store(to + (k3 >> 2) * wide + apart, r3);
      v128.store(to + (deep >> 2) * wide, bl);
      v128.store(to + (deep >> 2) * wide + apart, br);
    }
  }
}

/** The transpose of a network's weights. Of the last four rows and columns some come once more. */
function turn(weights: usize, inputs: i32, outputs: i32, into: usize): void {
  const deep = (<usize>inputs) << 2;
  const wide = (<usize>outputs) << 2;
  if (inputs < 4 || outputs < 4) {
    for (let j: usize = 0; j < wide; j += 4) {
      for (let from = weights + j, end = from + deep * (wide >> 2); from < end; from += wide) {
        store<f32>(into, load<f32>(from));
        into += 4;
      }
    }
    return;
  }
  for (let k: usize = 0; k < deep; k += 16) {
    const row = min(k, deep - 16);
    for (let j: usize = 0; j < wide; j += 16) {
      const column = min(j, wide - 16);
      const from = weights + (row >> 2) * wide + column;
      turnFour(from, wide, into + (column >> 2) * deep + row, deep);
    }
  }
}

/** The sum of each column. */
function addUp(matrix: usize, rows: i32, into: usize, wide: usize): void {
  const fours = wide & ~15;
  let j: usize = 0;
  for (; j < fours; j += 16) {
    let total = f32x4.splat(0);
    let at = matrix + j;
    for (let row = 0; row < rows; row += 1, at += wide) total = f32x4.add(total, v128.load(at));
    v128.store(into + j, total);
  }
  for (; j < wide; j += 4) {
    let total: f32 = 0;
    let at = matrix + j;
    for (let row = 0; row < rows; row += 1, at += wide) total += load<f32>(at);
    store<f32>(into + j, total);
  }
}
