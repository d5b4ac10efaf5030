import { tanhs } from '../lib/activation.wasm';
import { addProduct, packWeights, workspace as workspaceOf } from './lib/recurrence.wasm';

/** The first byte that is free. */
export function start(): usize {
  return __heap_base;
}

export function workspace(batch: i32, hidden: i32): usize {
  return workspaceOf(batch, hidden, hidden);
}

/** All steps, in place: `h` holds what came from the inputs, and then the states. */
export function unroll(
  h: usize,
  weights: usize,
  h0: usize,
  steps: i32,
  batch: i32,
  hidden: i32,
  work: usize,
): void {
  const size = (<usize>(batch * hidden)) << 2;
  packWeights(weights, hidden, hidden, 4, (<usize>hidden) << 2, work);
  let before = h0;
  for (let step = 0; step < steps; step += 1) {
    addProduct(before, batch, hidden, hidden, h, work);
    tanhs(h, batch * hidden);
    before = h;
    h += size;
  }
}
