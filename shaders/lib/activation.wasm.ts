// Activations by number, as in activation.wgsl and activation.ts, on rows of floats.

import { exp } from './exp.wasm';

/** 2/(1 + e⁻²ˣ) − 1 loses digits near 0, where x − x³/3 + 2x⁵/15 has them. */
export function tanh(x: v128): v128 {
  const one = f32x4.splat(1);
  const power = exp(f32x4.mul(f32x4.splat(-2), f32x4.abs(x)));
  const far = f32x4.div(f32x4.sub(one, power), f32x4.add(one, power));
  const square = f32x4.mul(x, x);
  let near = f32x4.add(f32x4.mul(square, f32x4.splat(-0.05396825)), f32x4.splat(0.13333333));
  near = f32x4.add(f32x4.mul(square, near), f32x4.splat(-0.33333333));
  near = f32x4.add(x, f32x4.mul(x, f32x4.mul(square, near)));
  const sign = v128.and(x, i32x4.splat(0x80000000));
  return v128.bitselect(near, v128.or(far, sign), f32x4.lt(f32x4.abs(x), f32x4.splat(0.25)));
}

export function sigmoid(x: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, exp(f32x4.neg(x))));
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
