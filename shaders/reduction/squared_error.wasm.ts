import { sum } from '../lib/exp.wasm';

/** The first byte that is free. */
export function start(): usize {
  return __heap_base;
}

/** The mean squared error of each of many networks, and its gradient by their predictions. */
export function squaredErrors(
  predictions: usize,
  targets: usize,
  losses: usize,
  gradient: usize,
  networks: i32,
  count: i32,
): void {
  const bytes = (<usize>count) << 2;
  const fours = bytes & ~15;
  const factor = <f32>2 / <f32>count;
  for (const end = losses + ((<usize>networks) << 2); losses < end; losses += 4) {
    let squares = f32x4.splat(0);
    let at: usize = 0;
    for (; at < fours; at += 16) {
      const error = f32x4.sub(v128.load(predictions + at), v128.load(targets + at));
      v128.store(gradient + at, f32x4.mul(f32x4.splat(factor), error));
      squares = f32x4.add(squares, f32x4.mul(error, error));
    }
    let total = sum(squares);
    for (; at < bytes; at += 4) {
      const error = load<f32>(predictions + at) - load<f32>(targets + at);
      store<f32>(gradient + at, factor * error);
      total += error * error;
    }
    store<f32>(losses, total / <f32>count);
    predictions += bytes;
    targets += bytes;
    gradient += bytes;
  }
}
