import { sigmoids, tanh, tanhs } from '../lib/activation.wasm';
import { multiplyAdd } from '../lib/exp.wasm';
import { addProduct, packWeights, workspace as workspaceOf } from './lib/recurrence.wasm';

/** The first byte that is free. */
export function start(): usize {
  return __heap_base;
}

export function workspace(batch: i32, hidden: i32): usize {
  return workspaceOf(batch, hidden, 4 * hidden);
}

/** One sequence: its gates, in place, from their sums; its cells and states. */
function step(gates: usize, before: usize, c: usize, h: usize, hidden: i32): void {
  const apart = (<usize>hidden) << 2;
  sigmoids(gates, 2 * hidden);
  tanhs(gates + 2 * apart, hidden);
  sigmoids(gates + 3 * apart, hidden);
  let unit = 0;
  for (; unit + 4 <= hidden; unit += 4) {
    const cell = keep(
      v128.load(gates),
      v128.load(before),
      v128.load(gates + apart),
      v128.load(gates + 2 * apart),
    );
    v128.store(c, cell);
    v128.store(h, f32x4.mul(v128.load(gates + 3 * apart), tanh(cell)));
    gates += 16;
    before += 16;
    c += 16;
    h += 16;
  }
  for (; unit < hidden; unit += 1) {
    const cell = keep(
      v128.load_splat<f32>(gates),
      v128.load_splat<f32>(before),
      v128.load_splat<f32>(gates + apart),
      v128.load_splat<f32>(gates + 2 * apart),
    );
    const state = f32x4.mul(v128.load_splat<f32>(gates + 3 * apart), tanh(cell));
    store<f32>(c, f32x4.extract_lane(cell, 0));
    store<f32>(h, f32x4.extract_lane(state, 0));
    gates += 4;
    before += 4;
    c += 4;
    h += 4;
  }
}

/** What the forget gate keeps of the cells and the input gate lets in of the candidates. */
function keep(f: v128, before: v128, i: v128, candidate: v128): v128 {
  return multiplyAdd(i, candidate, f32x4.mul(f, before));
}

/** All steps: `gates` holds what came from the inputs, and then the activated gates. */
export function unroll(
  gates: usize,
  weights: usize,
  h0: usize,
  c0: usize,
  h: usize,
  c: usize,
  steps: i32,
  batch: i32,
  hidden: i32,
  work: usize,
): void {
  const row = (<usize>hidden) << 2;
  packWeights(weights, hidden, 4 * hidden, 4, 4 * row, work);
  let states = h0;
  let cells = c0;
  for (let t = 0; t < steps; t += 1) {
    addProduct(states, batch, hidden, 4 * hidden, gates, work);
    states = h;
    for (let sequence = 0; sequence < batch; sequence += 1) {
      step(gates, cells, c, h, hidden);
      gates += 4 * row;
      cells += row;
      c += row;
      h += row;
    }
    cells = c - <usize>batch * row;
  }
}
