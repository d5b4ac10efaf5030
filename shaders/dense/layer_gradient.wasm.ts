import { multiply, workspace } from '../lib/product.wasm';
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
    const biases = weightsGradient + <usize>inputs * wide;
    if (onward) {
      // Of a single output the weights lie as their transpose does.
      const columns = outputs === 1 ? weights : turned;
      if (outputs > 1) turn(weights, inputs, outputs, turned);
      multiplySmall(sums, wide, 4, columns, deep, 0, xGradient, rows, outputs);
      xGradient += <usize>rows * deep;
    }
    // A single column is a row.
    if (outputs === 1) multiplySmall(sums, 4, 4, x, deep, 0, weightsGradient, 1, rows);
    else multiplySmall(x, 4, deep, sums, wide, 0, weightsGradient, inputs, rows);
    addUp(sums, rows, biases, wide);
    sums += <usize>rows * wide;
    x += <usize>rows * deep;
    weights += deep * <usize>outputs + wide;
    weightsGradient = biases + wide;
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
