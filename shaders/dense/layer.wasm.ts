import { finish, rectifiers, sigmoids, tanhs } from '../lib/activation.wasm';
import { multiply, workspace } from '../lib/product.wasm';
import { multiplySmall } from '../lib/small_product.wasm';

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

/** Many small networks, each with weights and rows of its own. */
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
  let to = y;
  for (let network = 0; network < networks; network += 1) {
    const biases = weights + <usize>inputs * wide;
    multiplySmall(x, deep, 4, weights, wide, biases, to, rows, inputs);
    x += <usize>rows * deep;
    to += <usize>rows * wide;
    weights = biases + wide;
  }
  const count = networks * rows * outputs;
  if (activation === 1) rectifiers(y, count);
  else if (activation === 2) tanhs(y, count);
  else if (activation === 3) sigmoids(y, count);
}
