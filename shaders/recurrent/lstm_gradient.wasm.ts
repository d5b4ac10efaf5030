import { tanh } from '../lib/activation.wasm';
import { addProduct, packWeights, workspace as workspaceOf } from './lib/recurrence.wasm';

/** The first byte that is free. */
export function start(): usize {
  return __heap_base;
}

export function workspace(batch: i32, hidden: i32): usize {
  return workspaceOf(batch, 4 * hidden, hidden);
}

// The gates of four units of one sequence, or of one four times, and then their gradients; what the
// cells send to the step before.
let f: v128 = f32x4.splat(0);
let i: v128 = f32x4.splat(0);
let candidate: v128 = f32x4.splat(0);
let o: v128 = f32x4.splat(0);
let carried: v128 = f32x4.splat(0);

/** The slope of the logistic curve, from its value. */
function slope(value: v128): v128 {
  return f32x4.mul(value, f32x4.sub(f32x4.splat(1), value));
}

/** The slope of tanh, from its value. */
function slopeOfTanh(value: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.mul(f32x4.sub(one, value), f32x4.add(one, value));
}

/** From what arrives at the states, and the cells after and before the step. */
function through(arriving: v128, after: v128, before: v128): void {
  const squashed = tanh(after);
  const direct = f32x4.mul(f32x4.mul(arriving, o), slopeOfTanh(squashed));
  const cell = f32x4.add(carried, direct);
  carried = f32x4.mul(cell, f);
  const toInput = f32x4.mul(f32x4.mul(cell, candidate), slope(i));
  f = f32x4.mul(f32x4.mul(cell, before), slope(f));
  candidate = f32x4.mul(f32x4.mul(cell, i), slopeOfTanh(candidate));
  i = toInput;
  o = f32x4.mul(f32x4.mul(arriving, squashed), slope(o));
}

/** One sequence at one step: its gates, in place, become their gradients. */
function back(
  gates: usize,
  arriving: usize,
  after: usize,
  before: usize,
  cells: usize,
  hidden: i32,
): void {
  const apart = (<usize>hidden) << 2;
  let unit = 0;
  for (; unit + 4 <= hidden; unit += 4) {
    const at = (<usize>unit) << 2;
    f = v128.load(gates + at);
    i = v128.load(gates + apart + at);
    candidate = v128.load(gates + 2 * apart + at);
    o = v128.load(gates + 3 * apart + at);
    carried = v128.load(cells + at);
    through(v128.load(arriving + at), v128.load(after + at), v128.load(before + at));
    v128.store(gates + at, f);
    v128.store(gates + apart + at, i);
    v128.store(gates + 2 * apart + at, candidate);
    v128.store(gates + 3 * apart + at, o);
    v128.store(cells + at, carried);
  }
  for (; unit < hidden; unit += 1) {
    const at = (<usize>unit) << 2;
    f = v128.load_splat<f32>(gates + at);
    i = v128.load_splat<f32>(gates + apart + at);
    candidate = v128.load_splat<f32>(gates + 2 * apart + at);
    o = v128.load_splat<f32>(gates + 3 * apart + at);
    carried = v128.load_splat<f32>(cells + at);
    through(
      v128.load_splat<f32>(arriving + at),
      v128.load_splat<f32>(after + at),
      v128.load_splat<f32>(before + at),
    );
    store<f32>(gates + at, f32x4.extract_lane(f, 0));
    store<f32>(gates + apart + at, f32x4.extract_lane(i, 0));
    store<f32>(gates + 2 * apart + at, f32x4.extract_lane(candidate, 0));
    store<f32>(gates + 3 * apart + at, f32x4.extract_lane(o, 0));
    store<f32>(cells + at, f32x4.extract_lane(carried, 0));
  }
}

/**
 * All steps back: `gates` become their gradients; `arriving` holds what arrives at every state and is
 * added to; `states` and `cells` hold zeros, and then the gradients of what the recurrence began with.
 */
export function carryBack(
  gates: usize,
  arriving: usize,
  states: usize,
  cells: usize,
  weights: usize,
  c: usize,
  c0: usize,
  steps: i32,
  batch: i32,
  hidden: i32,
  work: usize,
): void {
  const row = (<usize>hidden) << 2;
  const size = <usize>batch * row;
  packWeights(weights, 4 * hidden, hidden, 4 * row, 4, work);
  for (let step = steps - 1; step >= 0; step -= 1) {
    const at = <usize>step * size;
    const before = step > 0 ? c + at - size : c0;
    for (let sequence = 0; sequence < batch; sequence += 1) {
      const line = <usize>sequence * row;
      const gate = gates + 4 * (at + line);
      back(gate, arriving + at + line, c + at + line, before + line, cells + line, hidden);
    }
    const to = step > 0 ? arriving + at - size : states;
    addProduct(gates + 4 * at, batch, 4 * hidden, hidden, to, work);
  }
}
