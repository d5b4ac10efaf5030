import { exp, largest, sum } from '../lib/exp.wasm';

/** Numbers summed apart: beside the sum of a long row, one exponential would lose its digits. */
const PIECE = 1024;

/** The first byte that is free. */
export function start(): usize {
  return __heap_base;
}

/** The softmax of each row, in place. */
export function softmax(scores: usize, rows: i32, columns: i32): void {
  for (let row = 0; row < rows; row += 1) {
    divide(scores, columns, exponentials(scores, columns, top(scores, columns)));
    scores += (<usize>columns) << 2;
  }
}

/** The largest of a row. */
function top(at: usize, count: i32): f32 {
  let m = load<f32>(at);
  let a = f32x4.splat(m);
  let b = a;
  let i = 0;
  for (; i + 8 <= count; i += 8) {
    a = f32x4.pmax(a, v128.load(at));
    b = f32x4.pmax(b, v128.load(at, 16));
    at += 32;
  }
  m = largest(f32x4.max(a, b));
  for (; i < count; i += 1) {
    m = max(m, load<f32>(at));
    at += 4;
  }
  return m;
}

/** Puts exp(x − m) in the place of each x of a row, and returns their sum. */
function exponentials(at: usize, count: i32, m: f32): f32 {
  const ms = f32x4.splat(m);
  let l: f32 = 0;
  let i = 0;
  while (i + 8 <= count) {
    const piece = min(i + PIECE, count);
    let a = f32x4.splat(0);
    let b = a;
    for (; i + 8 <= piece; i += 8) {
      const x = exp(f32x4.sub(v128.load(at), ms));
      const y = exp(f32x4.sub(v128.load(at, 16), ms));
      v128.store(at, x);
      v128.store(at, y, 16);
      a = f32x4.add(a, x);
      b = f32x4.add(b, y);
      at += 32;
    }
    l += sum(f32x4.add(a, b));
  }
  for (; i < count; i += 1) {
    const x: f32 = f32x4.extract_lane(exp(f32x4.splat(load<f32>(at) - m)), 0);
    store<f32>(at, x);
    l += x;
    at += 4;
  }
  return l;
}

function divide(at: usize, count: i32, l: f32): void {
  const share: f32 = 1 / l;
  const shares = f32x4.splat(share);
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    v128.store(at, f32x4.mul(v128.load(at), shares));
    at += 16;
  }
  for (; i < count; i += 1) {
    store<f32>(at, load<f32>(at) * share);
    at += 4;
  }
}
