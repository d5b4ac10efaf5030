import type { CpuCall, Knobs } from '../../../src/compute/kernel';
import type { Numbers } from '../../../src/compute/numbers';

/** The update rules by number, as kernels know them. */
export const optimizerIndex = { sgd: 0, momentum: 1, nesterov: 2, rmsprop: 3, adam: 4 } as const;

/** Beyond this position, or with a memory beyond this size, a walker is diverged and stays put. */
export const FAR = 1e4;
export const MOST = 1e30;

/** Knobs of every kernel that takes optimiser steps on a surface. */
export const optimizerKnobs = {
  optimizer: { type: 'u32', min: 0, max: 4 },
  lr: { type: 'f32', min: 0, max: 10 },
  momentum: { type: 'f32', min: 0, max: 1 },
  beta1: { type: 'f32', min: 0, max: 0.9999 },
  beta2: { type: 'f32', min: 0, max: 0.9999 },
  epsilon: { type: 'f32', min: 1e-12, max: 1 },
} as const;

/** Numbers a walker is made of: x, y, then both entries of its two memories. */
export const PLANES = 6;

/** Settings of the rule; at a pixel of a diagram `lr` and `momentum` or `beta1` are its own. */
export interface Settings {
  readonly optimizer: number;
  readonly lr: number;
  readonly momentum: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

export const settingsOf = (knobs: Knobs): Settings => knobs as unknown as Settings;

/** 1 − βᵗ for both decays: what Adam divides its means by. */
export interface Correction {
  readonly first: number;
  readonly second: number;
}

/** The correction one step later. Kept by recurrence: from βᵗ itself float32 would lose digits. */
export const corrected = (
  { first, second }: Correction,
  { beta1, beta2 }: Settings,
): Correction => ({
  first: beta1 * first + (1 - beta1),
  second: beta2 * second + (1 - beta2),
});

/** A walker along one axis: its position and both memories. */
export type Axis = readonly [position: number, first: number, second: number];

/** One step along one axis, as torch.optim has the rules; optimizer.wgsl is its twin. */
export function advance(
  [position, first, second]: Axis,
  g: number,
  { optimizer, lr, momentum, beta1, beta2, epsilon }: Settings,
  correction: Correction,
): Axis {
  switch (optimizer) {
    case optimizerIndex.momentum: {
      const velocity = momentum * first + g;
      return [position - lr * velocity, velocity, second];
    }
    case optimizerIndex.nesterov: {
      const velocity = momentum * first + g;
      return [position - lr * (g + momentum * velocity), velocity, second];
    }
    case optimizerIndex.rmsprop: {
      const square = beta2 * second + (1 - beta2) * g * g;
      return [position - (lr * g) / (Math.sqrt(square) + epsilon), first, square];
    }
    case optimizerIndex.adam: {
      const mean = beta1 * first + (1 - beta1) * g;
      const square = beta2 * second + (1 - beta2) * g * g;
      const root = Math.sqrt(square / correction.second);
      return [position - (lr * (mean / correction.first)) / (root + epsilon), mean, square];
    }
    default:
      return [position - lr * g, first, second];
  }
}

// Written so that NaN is not within anything.
const isWithin = ([position, first, second]: Axis): boolean =>
  Math.abs(position) <= FAR && Math.abs(first) <= MOST && Math.abs(second) <= MOST;

/** Where a walker stands and whether it would have diverged. */
export interface Stepped {
  readonly x: number;
  readonly y: number;
  readonly diverged: boolean;
}

/** Takes walker i one step further in `state` (six planes of `count` numbers), unless it has diverged. */
export function step(
  state: Numbers,
  i: number,
  count: number,
  { surface_dx: dx, surface_dy: dy }: CpuCall['slots'],
  settings: Settings,
  correction: Correction,
): Stepped {
  const at = (plane: number): number => plane * count + i;
  const [x, y] = [state[at(0)], state[at(1)]];
  const along = (axis: 0 | 1): Axis => [state[at(axis)], state[at(2 + axis)], state[at(4 + axis)]];
  const nextX = advance(along(0), dx(x, y), settings, correction);
  const nextY = advance(along(1), dy(x, y), settings, correction);
  if (!isWithin(nextX) || !isWithin(nextY)) return { x, y, diverged: true };
  nextX.forEach((value, k) => (state[at(2 * k)] = value));
  nextY.forEach((value, k) => (state[at(2 * k + 1)] = value));
  return { x: state[at(0)], y: state[at(1)], diverged: false };
}
