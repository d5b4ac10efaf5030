// The most multiply-adds that WebAssembly does here: chains long enough to hide each other's delay.

import { multiplyAdd as fma } from '../../shaders/lib/exp.wasm';

export function start(): usize {
  return __heap_base;
}

/** Ten chains of four numbers, `turns` long: 80 floating-point operations a turn. */
export function chains(turns: i32, x: f32, y: f32): f32 {
  const a = f32x4.splat(x);
  const b = f32x4.splat(y);
  let c0 = a;
  let c1 = b;
  let c2 = a;
  let c3 = b;
  let c4 = a;
  let c5 = b;
  let c6 = a;
  let c7 = b;
  let c8 = a;
  let c9 = b;
  for (let i = 0; i < turns; i += 1) {
    c0 = fma(c0, a, b);
    c1 = fma(c1, a, b);
    c2 = fma(c2, a, b);
    c3 = fma(c3, a, b);
    c4 = fma(c4, a, b);
    c5 = fma(c5, a, b);
    c6 = fma(c6, a, b);
    c7 = fma(c7, a, b);
    c8 = fma(c8, a, b);
    c9 = fma(c9, a, b);
  }
  c0 = f32x4.add(f32x4.add(c0, c1), f32x4.add(c2, c3));
  c4 = f32x4.add(f32x4.add(c4, c5), f32x4.add(c6, c7));
  c0 = f32x4.add(f32x4.add(c0, c4), f32x4.add(c8, c9));
  return f32x4.extract_lane(c0, 0) + f32x4.extract_lane(c0, 3);
}
