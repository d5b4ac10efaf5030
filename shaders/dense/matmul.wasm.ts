import { finish } from '../lib/activation.wasm';
import { multiply, workspace } from '../lib/product.wasm';

export { workspace };

/** The first byte that is free. */
export function start(): usize {
  return __heap_base;
}

/** One matrix of the batch: c = activation(a·b + bias), without a bias where its address is 0. */
export function matmul(
  a: usize,
  b: usize,
  bias: usize,
  c: usize,
  rows: i32,
  columns: i32,
  inner: i32,
  transposeA: bool,
  transposeB: bool,
  activation: i32,
  work: usize,
): void {
  const aStride = transposeA ? 4 : (<usize>inner) << 2;
  const aDepthStride = transposeA ? (<usize>rows) << 2 : 4;
  const bStride = transposeB ? (<usize>inner) << 2 : 4;
  const bDepthStride = transposeB ? 4 : (<usize>columns) << 2;
  multiply(a, aStride, aDepthStride, b, bStride, bDepthStride, c, rows, columns, inner, work);
  if (bias || activation) finish(c, rows, columns, bias, activation);
}
