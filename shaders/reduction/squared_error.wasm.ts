/** The first byte that is free. */
export function start(): usize {
  return __heap_base;
}

/** Two numbers from an address on, in float64. */
function pair(at: usize): v128 {
  return f64x2.promote_low_f32x4(v128.load64_zero(at));
}

/**
 * The mean squared error of each of many networks, and its gradient by their predictions. In float64: a
 * loss that is rounded only once can be compared with one whose weights lie close by.
 */
export function squaredErrors(
  predictions: usize,
  targets: usize,
  losses: usize,
  gradient: usize,
  networks: i32,
  count: i32,
): void {
  const bytes = (<usize>count) << 2;
  const pairs = bytes & ~7;
  const factor = <f64>2 / <f64>count;
  for (const end = losses + ((<usize>networks) << 2); losses < end; losses += 4) {
    let squares = f64x2.splat(0);
    let at: usize = 0;
    for (; at < pairs; at += 8) {
      const error = f64x2.sub(pair(predictions + at), pair(targets + at));
      const slope = f32x4.demote_f64x2_zero(f64x2.mul(f64x2.splat(factor), error));
      v128.store64_lane(gradient + at, slope, 0);
      squares = f64x2.add(squares, f64x2.mul(error, error));
    }
    let total = f64x2.extract_lane(squares, 0) + f64x2.extract_lane(squares, 1);
    if (at < bytes) {
      const error = <f64>load<f32>(predictions + at) - <f64>load<f32>(targets + at);
      store<f32>(gradient + at, <f32>(factor * error));
      total += error * error;
    }
    store<f32>(losses, <f32>(total / <f64>count));
    predictions += bytes;
    targets += bytes;
    gradient += bytes;
  }
}
