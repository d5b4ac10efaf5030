import { addProduct, packWeights, workspace as workspaceOf } from './lib/recurrence.wasm';

/** The first byte that is free. */
export function start(): usize {
  return __heap_base;
}

export function workspace(batch: i32, hidden: i32): usize {
  return workspaceOf(batch, hidden, hidden);
}

/** Through tanh, whose slope is 1 − h². */
function through(gradient: usize, h: usize, count: i32): void {
  const one = f32x4.splat(1);
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    const at = (<usize>i) << 2;
    const state = v128.load(h + at);
    const slope = f32x4.mul(f32x4.sub(one, state), f32x4.add(one, state));
    v128.store(gradient + at, f32x4.mul(v128.load(gradient + at), slope));
  }
  for (; i < count; i += 1) {
    const at = (<usize>i) << 2;
    const state = load<f32>(h + at);
    store<f32>(gradient + at, load<f32>(gradient + at) * (1 - state) * (1 + state));
  }
}

/**
 * All steps back, in place: `gradient` holds what arrives at every state, and then the gradient of
 * what came from the inputs; `first` holds zeros, and then the gradient of the states to begin with.
 */
export function carryBack(
  gradient: usize,
  first: usize,
  weights: usize,
  h: usize,
  steps: i32,
  batch: i32,
  hidden: i32,
  work: usize,
): void {
  const count = batch * hidden;
  packWeights(weights, hidden, hidden, (<usize>hidden) << 2, 4, work);
  for (let step = steps - 1; step >= 0; step -= 1) {
    const at = (<usize>(step * count)) << 2;
    through(gradient + at, h + at, count);
    const to = step > 0 ? gradient + at - ((<usize>count) << 2) : first;
    addProduct(gradient + at, batch, hidden, hidden, to, work);
  }
}
