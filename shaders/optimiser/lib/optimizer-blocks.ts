import type { CpuCall } from '../../../src/compute/kernel';
import { BATCH } from '../../../src/math/formula-batch';
import {
  corrected,
  FAR,
  MOST,
  optimizerIndex,
  PLANES,
  type Correction,
  type Settings,
} from './optimizer';

/** What differs from walker to walker in a block; the rest is in the settings. */
export interface Rates {
  readonly lr: Float64Array;
  /** `momentum`, or `beta1` for Adam. */
  readonly inertia: Float64Array;
  /** 1 − beta1ᵗ before the block's first step. */
  readonly correction: Float64Array;
}

/** A block of walkers after a step: `state` holds them from index `start` on. */
export interface Block {
  readonly start: number;
  readonly size: number;
  readonly diverged: Uint8Array;
}

/** One axis of a block: where it stands, and room for where it goes. */
interface Axis {
  readonly position: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
  readonly next: readonly [Float32Array, Float32Array, Float32Array];
}

type Loop = (
  axis: Axis,
  g: Float64Array,
  size: number,
  rates: Rates,
  settings: Settings,
  second: number,
) => void;

const descent: Loop = ({ position, first, second, next }, g, size, { lr }) => {
  for (let i = 0; i < size; i += 1) {
    next[0][i] = position[i] - lr[i] * g[i];
    next[1][i] = first[i];
    next[2][i] = second[i];
  }
};

const velocity =
  (ahead: boolean): Loop =>
  ({ position, first, second, next }, g, size, { lr, inertia }) => {
    for (let i = 0; i < size; i += 1) {
      const v = inertia[i] * first[i] + g[i];
      next[0][i] = position[i] - lr[i] * (ahead ? g[i] + inertia[i] * v : v);
      next[1][i] = v;
      next[2][i] = second[i];
    }
  };

const rmsprop: Loop = (axis, g, size, { lr }, { beta2, epsilon }) => {
  const { position, first, second, next } = axis;
  for (let i = 0; i < size; i += 1) {
    const square = beta2 * second[i] + (1 - beta2) * g[i] * g[i];
    next[0][i] = position[i] - (lr[i] * g[i]) / (Math.sqrt(square) + epsilon);
    next[1][i] = first[i];
    next[2][i] = square;
  }
};

const adam: Loop = (axis, g, size, { lr, inertia, correction }, { beta2, epsilon }, second) => {
  const { position, first, next } = axis;
  for (let i = 0; i < size; i += 1) {
    const mean = inertia[i] * first[i] + (1 - inertia[i]) * g[i];
    const square = beta2 * axis.second[i] + (1 - beta2) * g[i] * g[i];
    const root = Math.sqrt(square / second);
    next[0][i] = position[i] - (lr[i] * (mean / correction[i])) / (root + epsilon);
    next[1][i] = mean;
    next[2][i] = square;
  }
};

const loops: readonly Loop[] = [descent, velocity(false), velocity(true), rmsprop, adam];

const room = () => [0, 1, 2].map(() => new Float32Array(BATCH)) as unknown as Axis['next'];

/**
 * The fast form of many optimiser steps: walkers in blocks, each rule one plain loop over a block,
 * the gradients evaluated a block at a time, every state rounded to float32 after every step, so
 * that how a run is cut into calls changes nothing. `after` sees each block after each step.
 */
export function descendInBlocks(
  state: Float32Array,
  count: number,
  steps: number,
  settings: Settings,
  correction: Correction,
  { surface_dx: dx, surface_dy: dy }: CpuCall['batches'],
  rates: (start: number, size: number) => Rates,
  after: (block: Block, step: number) => void,
): void {
  const diverged = new Uint8Array(BATCH);
  const values = [new Float64Array(BATCH), new Float64Array(BATCH)];
  const nexts = [room(), room()];
  const loop = loops[settings.optimizer];
  for (let start = 0; start < count; start += BATCH) {
    const size = Math.min(BATCH, count - start);
    const plane = (k: number) => state.subarray(k * count + start, k * count + start + size);
    const axes = [0, 1].map((axis): Axis => ({
      position: plane(axis),
      first: plane(2 + axis),
      second: plane(4 + axis),
      next: nexts[axis],
    }));
    const own = rates(start, size);
    let now = correction;
    for (let step = 0; step < steps; step += 1) {
      now = corrected(now, settings);
      if (settings.optimizer === optimizerIndex.adam) {
        for (let i = 0; i < size; i += 1) {
          own.correction[i] = own.inertia[i] * own.correction[i] + (1 - own.inertia[i]);
        }
      }
      values[0].set(axes[0].position);
      values[1].set(axes[1].position);
      loop(axes[0], dx(values, size), size, own, settings, now.second);
      loop(axes[1], dy(values, size), size, own, settings, now.second);
      keep(axes, diverged, size);
      after({ start, size, diverged }, step);
    }
  }
}

/** Moves the walkers that have not diverged. */
function keep(axes: readonly Axis[], diverged: Uint8Array, size: number): void {
  diverged.fill(0);
  for (const { next } of axes) mark(diverged, next, size);
  const all = !diverged.includes(1);
  for (const { position, first, second, next } of axes) {
    const [nextPosition, nextFirst, nextSecond] = next;
    if (all) {
      position.set(nextPosition.subarray(0, size));
      first.set(nextFirst.subarray(0, size));
      second.set(nextSecond.subarray(0, size));
      continue;
    }
    for (let i = 0; i < size; i += 1) {
      if (diverged[i] === 1) continue;
      position[i] = nextPosition[i];
      first[i] = nextFirst[i];
      second[i] = nextSecond[i];
    }
  }
}

/** Marks who would be too far away along one axis. */
function mark(diverged: Uint8Array, [position, first, second]: Axis['next'], size: number): void {
  for (let i = 0; i < size; i += 1) {
    // Written so that NaN is not within anything.
    const isWithin =
      Math.abs(position[i]) <= FAR && Math.abs(first[i]) <= MOST && Math.abs(second[i]) <= MOST;
    if (!isWithin) diverged[i] = 1;
  }
}

/** The same rates for all walkers of a block. */
export function uniformRates({ optimizer, lr, momentum, beta1 }: Settings, first: number) {
  const inertia = optimizer === optimizerIndex.adam ? beta1 : momentum;
  return (): Rates => ({
    lr: new Float64Array(BATCH).fill(lr),
    inertia: new Float64Array(BATCH).fill(inertia),
    correction: new Float64Array(BATCH).fill(first),
  });
}

/** How many numbers the walkers of a run take. */
export const stateLength = (count: number): number => PLANES * count;
