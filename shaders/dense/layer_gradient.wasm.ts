import { multiplyAdd, sum } from '../lib/exp.wasm';
import { multiply, workspace } from '../lib/product.wasm';

export { workspace };

/** The first byte that is free. */
export function start(): usize {
  return __heap_base;
}

/** One network, from the gradient at its sums: that of its inputs, xᵀ·sums and sums·Wᵀ. */
export function carryBack(
  x: usize,
  weights: usize,
  sums: usize,
  xGradient: usize,
  weightsGradient: usize,
  rows: i32,
  inputs: i32,
  outputs: i32,
  work: usize,
): void {
  const deep = (<usize>inputs) << 2;
  const wide = (<usize>outputs) << 2;
  multiply(x, 4, deep, sums, 4, wide, weightsGradient, inputs, outputs, rows, work);
  multiply(sums, wide, 4, weights, wide, 4, xGradient, rows, inputs, outputs, work);
  const biases = weightsGradient + <usize>inputs * wide;
  memory.fill(biases, 0, wide);
  for (let row = 0; row < rows; row += 1) {
    const from = sums + <usize>row * wide;
    for (let j: usize = 0; j < wide; j += 4) {
      store<f32>(biases + j, load<f32>(biases + j) + load<f32>(from + j));
    }
  }
}

/** The gradient at the sums of units, from the one at their outputs, which it replaces. */
function atSums(y: usize, upstream: usize, count: i32, activation: i32): void {
  const one = f32x4.splat(1);
  // A few numbers behind the last are changed with it; there is room for them.
  for (const end = y + ((<usize>count) << 2); y < end; y += 16, upstream += 16) {
    const output = v128.load(y);
    const arrived = v128.load(upstream);
    let slope = one;
    if (activation === 1) slope = v128.and(one, f32x4.gt(output, f32x4.splat(0)));
    else if (activation === 2) slope = f32x4.sub(one, f32x4.mul(output, output));
    else if (activation === 3) slope = f32x4.mul(output, f32x4.sub(one, output));
    v128.store(upstream, f32x4.mul(arrived, slope));
  }
}

/**
 * Many small networks, each with weights and rows of its own; `upstream` becomes the gradient at the
 * sums. Behind `y` and `upstream` there is room for three numbers.
 */
export function carryAllBack(
  x: usize,
  weights: usize,
  y: usize,
  upstream: usize,
  xGradient: usize,
  weightsGradient: usize,
  networks: i32,
  rows: i32,
  inputs: i32,
  outputs: i32,
  activation: i32,
): void {
  const deep = (<usize>inputs) << 2;
  const wide = (<usize>outputs) << 2;
  if (activation > 0) atSums(y, upstream, networks * rows * outputs, activation);
  let sums = upstream;
  for (let network = 0; network < networks; network += 1) {
    for (let k: usize = 0; k <= deep; k += 4) {
      gatherRows(x + k, k < deep ? deep : 0, sums, weightsGradient, rows, wide);
      weightsGradient += wide;
    }
    for (let row = 0; row < rows; row += 1) {
      sendBack(sums, weights, xGradient, deep, wide);
      xGradient += deep;
      sums += wide;
    }
    x += <usize>rows * deep;
    weights += deep * (wide >> 2) + wide;
  }
}

/** The gradient of the weights that leave one input; its numbers are `stride` apart, a bias has none. */
function gatherRows(
  x: usize,
  stride: usize,
  sums: usize,
  into: usize,
  rows: i32,
  wide: usize,
): void {
  const fours = wide & ~15;
  let j: usize = 0;
  for (; j < fours; j += 16) {
    let total = f32x4.splat(0);
    let value = x;
    let at = sums + j;
    for (let row = 0; row < rows; row += 1) {
      const arrived = v128.load(at);
      total = stride
        ? multiplyAdd(v128.load_splat<f32>(value), arrived, total)
        : f32x4.add(total, arrived);
      value += stride;
      at += wide;
    }
    v128.store(into + j, total);
  }
  for (; j < wide; j += 4) {
    let total: f32 = 0;
    let value = x;
    let at = sums + j;
    for (let row = 0; row < rows; row += 1) {
      total += stride ? load<f32>(value) * load<f32>(at) : load<f32>(at);
      value += stride;
      at += wide;
    }
    store<f32>(into + j, total);
  }
}

/** The gradient of one row's inputs: what arrives at the sums, through their weights. */
function sendBack(sums: usize, weights: usize, into: usize, deep: usize, wide: usize): void {
  const fours = wide & ~15;
  for (let k: usize = 0; k < deep; k += 4) {
    let total: f32 = 0;
    let j: usize = 0;
    if (fours) {
      let four = f32x4.splat(0);
      for (; j < fours; j += 16) {
        four = multiplyAdd(v128.load(sums + j), v128.load(weights + j), four);
      }
      total = sum(four);
    }
    for (; j < wide; j += 4) total += load<f32>(sums + j) * load<f32>(weights + j);
    store<f32>(into + k, total);
    weights += wide;
  }
}
