import { sigmoid, tanh } from './lib/activation.wasm';
import { addProduct, packWeights, workspace as workspaceOf } from './lib/recurrence.wasm';

/** The first byte that is free. */
export function start(): usize {
  return __heap_base;
}

export function workspace(batch: i32, hidden: i32): usize {
  return workspaceOf(batch, hidden, 4 * hidden);
}

// What four units of one sequence, or one four times, end a step with.
let f: v128 = f32x4.splat(0);
let i: v128 = f32x4.splat(0);
let candidate: v128 = f32x4.splat(0);
let o: v128 = f32x4.splat(0);
let cell: v128 = f32x4.splat(0);
let state: v128 = f32x4.splat(0);

function update(before: v128): void {
  f = sigmoid(f);
  i = sigmoid(i);
  candidate = tanh(candidate);
  o = sigmoid(o);
  cell = f32x4.add(f32x4.mul(f, before), f32x4.mul(i, candidate));
  state = f32x4.mul(o, tanh(cell));
}

/** One sequence: its gates, in place, from their sums; its cells and states. */
function finish(gates: usize, before: usize, c: usize, h: usize, hidden: i32): void {
  const apart = (<usize>hidden) << 2;
  let unit = 0;
  for (; unit + 4 <= hidden; unit += 4) {
    f = v128.load(gates);
    i = v128.load(gates + apart);
    candidate = v128.load(gates + 2 * apart);
    o = v128.load(gates + 3 * apart);
    update(v128.load(before));
    v128.store(gates, f);
    v128.store(gates + apart, i);
    v128.store(gates + 2 * apart, candidate);
    v128.store(gates + 3 * apart, o);
    v128.store(c, cell);
    v128.store(h, state);
    gates += 16;
    before += 16;
    c += 16;
    h += 16;
  }
  for (; unit < hidden; unit += 1) {
    f = v128.load_splat<f32>(gates);
    i = v128.load_splat<f32>(gates + apart);
    candidate = v128.load_splat<f32>(gates + 2 * apart);
    o = v128.load_splat<f32>(gates + 3 * apart);
    update(v128.load_splat<f32>(before));
    store<f32>(gates, f32x4.extract_lane(f, 0));
    store<f32>(gates + apart, f32x4.extract_lane(i, 0));
    store<f32>(gates + 2 * apart, f32x4.extract_lane(candidate, 0));
    store<f32>(gates + 3 * apart, f32x4.extract_lane(o, 0));
    store<f32>(c, f32x4.extract_lane(cell, 0));
    store<f32>(h, f32x4.extract_lane(state, 0));
    gates += 4;
    before += 4;
    c += 4;
    h += 4;
  }
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
  for (let step = 0; step < steps; step += 1) {
    addProduct(states, batch, hidden, 4 * hidden, gates, work);
    states = h;
    for (let sequence = 0; sequence < batch; sequence += 1) {
      finish(gates, cells, c, h, hidden);
      gates += 4 * row;
      cells += row;
      c += row;
      h += row;
    }
    cells = c - <usize>batch * row;
  }
}
