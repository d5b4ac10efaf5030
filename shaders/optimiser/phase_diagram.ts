import { kernel, spread, type Knobs } from '../../src/compute/kernel';
import type { Numbers } from '../../src/compute/numbers';
import { BATCH } from '../../src/math/formula-batch';
import optimizer from './lib/optimizer.wgsl?raw';
import {
  corrected,
  optimizerIndex,
  optimizerKnobs,
  PLANES,
  settingsOf,
  step,
  type Settings,
} from './lib/optimizer';
import { descendInBlocks } from './lib/optimizer-blocks';
import { specialised } from '../lib/specialised';
import wgsl from './phase_diagram.wgsl?raw';

const LONGEST = 8;
const plainKnobs = {
  optimizer: 1,
  beta2: 0.999,
  epsilon: 1e-8,
  first: 0,
  correction2: 0,
  lr_top: 0.4,
  momentum_top: 0.5,
  start: 1,
};

/** An error this many times smaller, or larger, than at the start has decided what it does. */
const SMALLER = 1e4;
const LARGER = 1e3;
/** The distance of a walker that has diverged, and the least distance a logarithm is taken of. */
const AWAY = 1e30;

const { lr: _lr, momentum: _momentum, beta1: _beta1, ...shared } = optimizerKnobs;

/**
 * Learning rate × momentum: how fast the error grows or shrinks. Every pixel is one walker with its
 * own learning rate (columns, from 0 to `lr_top`, at the middle of each) and momentum (rows, from
 * `momentum_top` in the first to 0 in the last; β₁ for Adam). The error is the distance to the
 * nearest attractor. `growth` is its mean log growth per step so far; once the error is 10⁴ times
 * smaller, or 10³ times larger, than `start`, the step at which that happened decides, with its fraction on the
 * log axis, and `decided` becomes 1. `first` steps were taken before.
 */
export default kernel({
  name: 'phase_diagram',
  dimensions: ['columns', 'rows', 'attractors'],
  knobs: {
    ...shared,
    steps: { type: 'u32', min: 1, max: LONGEST },
    first: { type: 'u32', min: 0, max: 1024 },
    correction2: { type: 'f32', min: 0, max: 1 },
    lr_top: { type: 'f32', min: 0.01, max: 10 },
    momentum_top: { type: 'f32', min: 0.01, max: 0.9999 },
    start: { type: 'f32', min: 1e-3, max: 10 },
  },
  slots: { surface: ['x', 'y'] },
  reads: { positions: { shape: ['attractors', 2] } },
  updates: {
    state: {
      shape: [PLANES, 'columns', 'rows'],
      fill: (random) => 0.25 + 2 * random.uniform(),
    },
    growth: { shape: ['rows', 'columns'], fill: () => 0 },
    decided: { shape: ['rows', 'columns'], fill: (random) => (random.uniform() < 0.1 ? 1 : 0) },
  },
  variants: specialised('optimizer', optimizerIndex, {
    fused: {
      wgsl: optimizer + wgsl,
      workgroups: ({ columns, rows }) => spread(columns * rows, 64),
    },
  }),
  check: ({ attractors }) =>
    attractors > 16 ? `attractors is ${attractors}; at most 16 are told apart` : undefined,
  cpu({ dimensions: { columns, rows, attractors }, knobs, slots, buffers }) {
    const { positions, state, growth, decided } = buffers;
    for (let i = 0; i < columns * rows; i += 1) {
      const settings = settingsAt(knobs, i, columns, rows);
      let correction = { first: 1 - settings.beta1 ** knobs.first, second: knobs.correction2 };
      for (let k = 0; k < knobs.steps; k += 1) {
        const before = distance(positions, attractors, state[i], state[columns * rows + i]);
        correction = corrected(correction, settings);
        const { x, y, diverged } = step(state, i, columns * rows, slots, settings, correction);
        if (decided[i] === 1) continue;
        const after = diverged ? AWAY : distance(positions, attractors, x, y);
        const { rate, done } = judge(before, after, knobs.start, knobs.first + k);
        growth[i] = rate;
        decided[i] = done ? 1 : 0;
      }
    }
  },
  fast({ dimensions: { columns, rows, attractors }, knobs, batches, buffers }) {
    const { positions, growth, decided } = buffers;
    const state = buffers.state as Float32Array;
    const count = columns * rows;
    const base = settingsAt(knobs, 0, columns, rows);
    const errors = new Float64Array(BATCH);
    descendInBlocks(
      state,
      count,
      knobs.steps,
      base,
      { first: 0, second: knobs.correction2 },
      batches,
      (start, size) => {
        const own = Array.from({ length: size }, (_, n) =>
          settingsAt(knobs, start + n, columns, rows),
        );
        own.forEach((_, n) => {
          errors[n] = distance(positions, attractors, state[start + n], state[count + start + n]);
        });
        return {
          lr: Float64Array.from(own, ({ lr }) => lr),
          inertia: Float64Array.from(own, ({ optimizer: which, beta1, momentum }) =>
            which === optimizerIndex.adam ? beta1 : momentum,
          ),
          correction: Float64Array.from(own, ({ beta1 }) => 1 - beta1 ** knobs.first),
        };
      },
      ({ start, size, diverged }, k) => {
        for (let n = 0; n < size; n += 1) {
          const i = start + n;
          if (decided[i] === 1) continue;
          const after =
            diverged[n] === 1 ? AWAY : distance(positions, attractors, state[i], state[count + i]);
          const { rate, done } = judge(errors[n], after, knobs.start, knobs.first + k);
          errors[n] = after;
          growth[i] = rate;
          decided[i] = done ? 1 : 0;
        }
      },
    );
  },
  bound: {
    absolute: 5e-4,
    relative: 1e-3,
    why: 'an error of 10⁻⁴ near a position of size 1 is known to float32 to one part in a thousand; its logarithm is divided by the steps taken',
  },
  suite: { largest: { attractors: 16, columns: 65, rows: 65 } },
  edges: [
    {
      title: 'an error that one step ends counts as very fast, not as the logarithm of 0',
      dimensions: { columns: 1, rows: 1, attractors: 1 },
      knobs: { ...plainKnobs, steps: 1 },
      // lr 0.2 at a slope of (1, 1): the step lands where the attractor is.
      buffers: {
        positions: [-0.2, -0.2],
        state: [0, 0, 0, 0, 0, 0],
        growth: [0],
        decided: [0],
      },
    },
    {
      title: 'a walker that is carried away has a growing error',
      dimensions: { columns: 1, rows: 1, attractors: 1 },
      knobs: { ...plainKnobs, lr_top: 10, steps: 8 },
      buffers: { positions: [0, 0], state: [3, 3, 0, 0, 0, 0], growth: [0], decided: [0] },
    },
    {
      title: 'what is decided stays as it was',
      dimensions: { columns: 1, rows: 1, attractors: 1 },
      knobs: { ...plainKnobs, steps: 3 },
      buffers: { positions: [0, 0], state: [1, 1, 0, 0, 0, 0], growth: [-0.5], decided: [1] },
      expected: { growth: [-0.5], decided: [1] },
    },
  ],
});

function settingsAt(knobs: Knobs, i: number, columns: number, rows: number): Settings {
  const lr = (((i % columns) + 0.5) / columns) * knobs.lr_top;
  const inertia = ((rows - 0.5 - Math.floor(i / columns)) / rows) * knobs.momentum_top;
  return { ...settingsOf(knobs), lr, momentum: inertia, beta1: inertia };
}

/** Mean log growth per step after a step from error `before` to `after`; k steps came before it. */
function judge(before: number, after: number, start: number, k: number) {
  const [from, to] = [before, after].map((error) => Math.log(Math.max(error, 1 / AWAY)));
  const origin = Math.log(start);
  const down = origin - Math.log(SMALLER);
  const up = origin + Math.log(LARGER);
  if (to > down && to < up) return { rate: (to - origin) / (k + 1), done: false };
  const bound = to <= down ? down : up;
  const crossed = to === from ? 0 : Math.min(1, Math.max(0, (bound - from) / (to - from)));
  return { rate: (bound - origin) / Math.max(0.1, k + crossed), done: true };
}

function distance(positions: Numbers, count: number, x: number, y: number): number {
  let least = Infinity;
  for (let n = 0; n < count; n += 1) {
    least = Math.min(least, Math.hypot(x - positions[2 * n], y - positions[2 * n + 1]));
  }
  return least;
}
