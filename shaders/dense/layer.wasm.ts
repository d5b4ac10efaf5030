import { finish } from '../lib/activation.wasm';
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
