// Activations by number, as in activation.wgsl and activation.ts, on rows of floats.

import { exp, multiplyAdd } from './exp.wasm';

/**
 * A quotient of polynomials, relative error below 2⁻²¹; beyond ±7.9 it is ±1 in float32.
 * Source: Eigen, MathFunctionsImpl.h, generic_fast_tanh_float.
 */
export function tanh(x: v128): v128 {
  const c = f32x4.pmin(
    f32x4.pmax(x, f32x4.splat(-7.90531110763549805)),
    f32x4.splat(7.90531110763549805),
  );
  const s = f32x4.mul(c, c);
  let p = multiplyAdd(s, f32x4.splat(-2.76076847742355e-16), f32x4.splat(2.00018790482477e-13));
  p = multiplyAdd(p, s, f32x4.splat(-8.60467152213735e-11));
  p = multiplyAdd(p, s, f32x4.splat(5.12229709037114e-8));
  p = multiplyAdd(p, s, f32x4.splat(1.48572235717979e-5));
  p = multiplyAdd(p, s, f32x4.splat(6.37261928875436e-4));
  p = multiplyAdd(p, s, f32x4.splat(4.89352455891786e-3));
  let q = multiplyAdd(s, f32x4.splat(1.19825839466702e-6), f32x4.splat(1.18534705686654e-4));
  q = multiplyAdd(q, s, f32x4.splat(2.268434632439e-3));
  q = multiplyAdd(q, s, f32x4.splat(4.89352518554385e-3));
  return f32x4.div(f32x4.mul(c, p), q);
}

export function sigmoid(x: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, exp(f32x4.neg(x))));
}

/** tanh of numbers, in place. */
export function tanhs(at: usize, count: i32): void {
  for (; count >= 4; count -= 4) {
    v128.store(at, tanh(v128.load(at)));
    at += 16;
  }
  for (; count > 0; count -= 1) {
    store<f32>(at, f32x4.extract_lane(tanh(v128.load_splat<f32>(at)), 0));
    at += 4;
  }
}

/** Numbers, in place, those below 0 as 0. */
export function rectifiers(at: usize, count: i32): void {
  const zero = f32x4.splat(0);
  for (; count >= 4; count -= 4) {
    v128.store(at, f32x4.max(v128.load(at), zero));
    at += 16;
  }
  for (; count > 0; count -= 1) {
    store<f32>(at, max<f32>(load<f32>(at), 0));
    at += 4;
  }
}

/** The logistic curve of numbers, in place. */
export function sigmoids(at: usize, count: i32): void {
  for (; count >= 4; count -= 4) {
    v128.store(at, sigmoid(v128.load(at)));
    at += 16;
  }
  for (; count > 0; count -= 1) {
    store<f32>(at, f32x4.extract_lane(sigmoid(v128.load_splat<f32>(at)), 0));
    at += 4;
  }
}

function gelu(x: v128): v128 {
  const cube = f32x4.mul(x, f32x4.mul(x, x));
  const inner = f32x4.add(x, f32x4.mul(cube, f32x4.splat(0.044715)));
  return f32x4.mul(x, sigmoid(f32x4.mul(inner, f32x4.splat(1.59576912))));
}

function activate(x: v128, activation: i32): v128 {
  if (activation === 1) return f32x4.max(x, f32x4.splat(0));
  if (activation === 2) return tanh(x);
  if (activation === 3) return sigmoid(x);
  if (activation === 4) return gelu(x);
  return x;
}

/** Adds a bias of each column and applies an activation to rows that lie without gaps. */
export function finish(c: usize, rows: i32, columns: i32, bias: usize, activation: i32): void {
  for (let i = 0; i < rows; i += 1) {
    let j = 0;
    for (; j + 4 <= columns; j += 4) {
      let x = v128.load(c);
      if (bias) x = f32x4.add(x, v128.load(bias + ((<usize>j) << 2)));
      v128.store(c, activate(x, activation));
      c += 16;
    }
    for (; j < columns; j += 1) {
      let x = load<f32>(c);
      if (bias) x += load<f32>(bias + ((<usize>j) << 2));
      store<f32>(c, f32x4.extract_lane(activate(f32x4.splat(x), activation), 0));
      c += 4;
    }
  }
}
