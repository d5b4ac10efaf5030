import { finish, rectifiers, sigmoids, tanhs } from '../lib/activation.wasm';
import { multiplyAdd, sum } from '../lib/exp.wasm';
import { multiply, workspace } from '../lib/product.wasm';

export { workspace };

/** The first byte that is free. */
export function start(): usize {
  return __heap_base;
}

/** One network: y = activation(x·weights + the row of biases behind them). */
export function layer(
  x: usize,
  weights: usize,
  y: usize,
  rows: i32,
  inputs: i32,
  outputs: i32,
  activation: i32,
  work: usize,
): void {
  const wide = (<usize>outputs) << 2;
  multiply(x, (<usize>inputs) << 2, 4, weights, 4, wide, y, rows, outputs, inputs, work);
  finish(y, rows, outputs, weights + <usize>inputs * wide, activation);
}

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

/** Many small networks, each with weights and rows of its own, four outputs at a time. */
export function layers(
  x: usize,
  weights: usize,
  y: usize,
  networks: i32,
  rows: i32,
  inputs: i32,
  outputs: i32,
  activation: i32,
): void {
  const deep = (<usize>inputs) << 2;
  const wide = (<usize>outputs) << 2;
  const fours = (<usize>(outputs & ~3)) << 2;
  const biases = <usize>inputs * wide;
  let to = y;
  for (let network = 0; network < networks; network += 1) {
    for (let row = 0; row < rows; row += 1) {
      let j: usize = 0;
      for (; j < fours; j += 16) {
        let total = v128.load(weights + biases + j);
        let at = weights + j;
        for (let k: usize = 0; k < deep; k += 4) {
          total = multiplyAdd(v128.load_splat<f32>(x + k), v128.load(at), total);
          at += wide;
        }
        v128.store(to + j, total);
      }
      if (outputs === 1) {
        store<f32>(to, load<f32>(weights + biases) + dot(x, weights, deep));
        j = 4;
      }
      for (; j < wide; j += 4) {
        let total = load<f32>(weights + biases + j);
        let at = weights + j;
        for (let k: usize = 0; k < deep; k += 4) {
          total += load<f32>(x + k) * load<f32>(at);
          at += wide;
        }
        store<f32>(to + j, total);
      }
      x += deep;
      to += wide;
    }
    weights += biases + wide;
  }
  const count = networks * rows * outputs;
  if (activation === 1) rectifiers(y, count);
  else if (activation === 2) tanhs(y, count);
  else if (activation === 3) sigmoids(y, count);
}
