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
