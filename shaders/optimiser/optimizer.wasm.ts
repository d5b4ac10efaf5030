import { multiplyAdd } from '../lib/exp.wasm';

/** The first byte that is free. */
export function start(): usize {
  return __heap_base;
}

// Numbers go four at a time, the last ones one by one, as the first of four.

function read(at: usize, whole: bool): v128 {
  return whole ? v128.load(at) : v128.load32_zero(at);
}

function write(at: usize, x: v128, whole: bool): void {
  if (whole) v128.store(at, x);
  else v128.store_lane<f32>(at, x, 0);
}

/** Takes a step off the parameters. */
function take(at: usize, rate: v128, step: v128, whole: bool): void {
  write(at, f32x4.sub(read(at, whole), f32x4.mul(rate, step)), whole);
}

/** Many networks of `each` parameters; the rate of each is `lr` times its own of `rates`. */
export function descend(
  gradients: usize,
  parameters: usize,
  rates: usize,
  networks: i32,
  each: i32,
  lr: f32,
): void {
  const bytes = (<usize>each) << 2;
  const fours = bytes & ~15;
  for (; networks > 0; networks -= 1) {
    const rate = f32x4.splat(lr * load<f32>(rates));
    // Two loops: so little is done at each place that to ask whether it is whole would take most of the time.
    let at: usize = 0;
    for (; at < fours; at += 16) take(parameters + at, rate, v128.load(gradients + at), true);
    for (; at < bytes; at += 4)
      take(parameters + at, rate, v128.load32_zero(gradients + at), false);
    rates += 4;
    gradients += bytes;
    parameters += bytes;
  }
}

/** With momentum, Nesterov's if it looks `ahead`. */
export function roll(
  gradients: usize,
  parameters: usize,
  velocities: usize,
  rates: usize,
  networks: i32,
  each: i32,
  lr: f32,
  momentum: f32,
  ahead: bool,
): void {
  const inertia = f32x4.splat(momentum);
  const bytes = (<usize>each) << 2;
  const fours = bytes & ~15;
  for (; networks > 0; networks -= 1) {
    const rate = f32x4.splat(lr * load<f32>(rates));
    for (let at: usize = 0; at < bytes;) {
      const whole = at < fours;
      const gradient = read(gradients + at, whole);
      const velocity = multiplyAdd(inertia, read(velocities + at, whole), gradient);
      const step = ahead ? multiplyAdd(inertia, velocity, gradient) : velocity;
      take(parameters + at, rate, step, whole);
      write(velocities + at, velocity, whole);
      at += whole ? 16 : 4;
    }
    rates += 4;
    gradients += bytes;
    parameters += bytes;
    velocities += bytes;
  }
}

/**
 * By the root of a mean of squares. Adam `remembers` a mean of gradients as well, RMSProp takes the
 * gradient itself. The means are divided by their corrections; a network with a rate among `rates` takes
 * the very steps of one with that rate as `lr`.
 */
export function adapt(
  gradients: usize,
  parameters: usize,
  means: usize,
  squares: usize,
  rates: usize,
  networks: i32,
  each: i32,
  lr: f32,
  beta1: f32,
  beta2: f32,
  correction1: f32,
  correction2: f32,
  epsilon: f32,
  remembers: bool,
): void {
  const kept = f32x4.splat(beta1);
  const added = f32x4.splat(1 - beta1);
  const keptSquare = f32x4.splat(beta2);
  const addedSquare = f32x4.splat(1 - beta2);
  const corrected = f32x4.splat(correction2);
  const least = f32x4.splat(epsilon);
  const bytes = (<usize>each) << 2;
  const fours = bytes & ~15;
  for (; networks > 0; networks -= 1) {
    const rate = f32x4.splat((lr * load<f32>(rates)) / correction1);
    for (let at: usize = 0; at < bytes;) {
      const whole = at < fours;
      const gradient = read(gradients + at, whole);
      const before = f32x4.mul(keptSquare, read(squares + at, whole));
      const square = multiplyAdd(f32x4.mul(addedSquare, gradient), gradient, before);
      const root = f32x4.add(f32x4.sqrt(f32x4.div(square, corrected)), least);
      let mean = gradient;
      if (remembers) {
        mean = multiplyAdd(kept, read(means + at, whole), f32x4.mul(added, gradient));
        write(means + at, mean, whole);
      }
      take(parameters + at, rate, f32x4.div(mean, root), whole);
      write(squares + at, square, whole);
      at += whole ? 16 : 4;
    }
    rates += 4;
    gradients += bytes;
    parameters += bytes;
    means += bytes;
    squares += bytes;
  }
}
