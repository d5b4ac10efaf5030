import { kernel, spread } from '../../src/compute/kernel';
import type { Numbers } from '../../src/compute/numbers';
import wgsl from './basins.wgsl?raw';
import optimizer from './lib/optimizer.wgsl?raw';
import {
  corrected,
  optimizerIndex,
  optimizerKnobs,
  PLANES,
  settingsOf,
  step,
} from './lib/optimizer';
import { descendInBlocks, uniformRates } from './lib/optimizer-blocks';
import { specialised } from '../lib/specialised';

const LONGEST = 8;
const plainKnobs = {
  optimizer: 0,
  lr: 0.1,
  momentum: 0.9,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  correction1: 0,
  correction2: 0,
  half: 32,
};
const MOST_ATTRACTORS = 16;

/** What a basin is called where no attractor holds the walker. */
const UNDECIDED = -1;
const DIVERGED = -2;

/**
 * Which attractor a walker ends at, and since when: `steps` more steps for each walker (six planes,
 * as the kernel swarm has them, updated in place). `basin` is the number of the attractor within
 * `radius`, −1 where there is none, −2 for a walker that has diverged; `taken` is the time since which it
 * has been there without a break, counted from the run's start (`first` steps were taken before),
 * with the fraction of the step in which it came within the radius. `shade` is both in one number
 * for a picture: the basin plus a fraction that grows with the time and is one half at `half`.
 */
export default kernel({
  name: 'basins',
  dimensions: ['pixels', 'attractors'],
  knobs: {
    ...optimizerKnobs,
    steps: { type: 'u32', min: 1, max: LONGEST },
    first: { type: 'u32', min: 0, max: 4096 },
    correction1: { type: 'f32', min: 0, max: 1 },
    correction2: { type: 'f32', min: 0, max: 1 },
    radius: { type: 'f32', min: 1e-3, max: 10 },
    half: { type: 'f32', min: 1, max: 1024 },
  },
  slots: { surface: ['x', 'y'] },
  reads: { positions: { shape: ['attractors', 2] } },
  updates: {
    state: { shape: [PLANES, 'pixels'], fill: (random) => 0.25 + 2 * random.uniform() },
    basin: { shape: ['pixels'], fill: () => UNDECIDED },
    taken: { shape: ['pixels'], fill: () => 0 },
  },
  writes: { shade: { shape: ['pixels'] } },
  variants: specialised('optimizer', optimizerIndex, {
    fused: { wgsl: optimizer + wgsl, workgroups: ({ pixels }) => spread(pixels, 64) },
  }),
  check: ({ attractors }) =>
    attractors > MOST_ATTRACTORS
      ? `attractors is ${attractors}; at most ${MOST_ATTRACTORS} are told apart`
      : undefined,
  cpu({ dimensions: { pixels, attractors }, knobs, slots, buffers }) {
    const { positions, state, basin, taken, shade } = buffers;
    const settings = settingsOf(knobs);
    for (let i = 0; i < pixels; i += 1) {
      let correction = { first: knobs.correction1, second: knobs.correction2 };
      for (let k = 0; k < knobs.steps; k += 1) {
        const [x, y] = [state[i], state[pixels + i]];
        correction = corrected(correction, settings);
        const { diverged } = step(state, i, pixels, slots, settings, correction);
        if (diverged) {
          basin[i] = DIVERGED;
          continue;
        }
        const at = nearest(positions, attractors, state[i], state[pixels + i]);
        if (!(at.distance < knobs.radius)) basin[i] = UNDECIDED;
        else if (basin[i] !== at.index) {
          const before = distance(positions, at.index, x, y);
          basin[i] = at.index;
          taken[i] = knobs.first + k + crossing(before, at.distance, knobs.radius);
        }
      }
      shade[i] = shadeOf(basin[i], taken[i], knobs.half);
    }
  },
  fast({ dimensions: { pixels, attractors }, knobs, batches, buffers }) {
    const { positions, basin, taken, shade } = buffers;
    const state = buffers.state as Float32Array;
    const settings = settingsOf(knobs);
    const before = state.slice(0, 2 * pixels);
    descendInBlocks(
      state,
      pixels,
      knobs.steps,
      settings,
      { first: knobs.correction1, second: knobs.correction2 },
      batches,
      uniformRates(settings, knobs.correction1),
      ({ start, size, diverged }, k) => {
        for (let n = 0; n < size; n += 1) {
          const i = start + n;
          if (diverged[n] === 1) {
            basin[i] = DIVERGED;
            continue;
          }
          const at = nearest(positions, attractors, state[i], state[pixels + i]);
          if (!(at.distance < knobs.radius)) basin[i] = UNDECIDED;
          else if (basin[i] !== at.index) {
            const from = distance(positions, at.index, before[i], before[pixels + i]);
            basin[i] = at.index;
            taken[i] = knobs.first + k + crossing(from, at.distance, knobs.radius);
          }
          before[i] = state[i];
          before[pixels + i] = state[pixels + i];
        }
      },
    );
    for (let i = 0; i < pixels; i += 1) shade[i] = shadeOf(basin[i], taken[i], knobs.half);
  },
  bound: {
    absolute: 5e-4,
    relative: 1e-4,
    why: 'the walkers are those of the kernel swarm, and a time within a step moves as little as they do',
  },
  suite: { largest: { attractors: MOST_ATTRACTORS } },
  edges: [
    {
      title: 'the time of arrival is where the step crosses the radius',
      dimensions: { pixels: 1, attractors: 1 },
      knobs: { ...plainKnobs, steps: 1, first: 3, radius: 0.02 },
      // The slope at (0, 0) is (1, 1) there: one step goes to (−0.1, −0.1), past the attractor's rim.
      buffers: { positions: [-0.1, -0.1], state: [0, 0, 0, 0, 0, 0], basin: [-1], taken: [0] },
      expected: { basin: [0], taken: [3 + 1 - 0.02 / (0.1 * Math.SQRT2)] },
    },
    {
      title: 'a walker that stays keeps the time of its arrival',
      dimensions: { pixels: 1, attractors: 2 },
      knobs: { ...plainKnobs, steps: 4, first: 8, radius: 5 },
      buffers: { positions: [9, 9, 0, 0], state: [0, 0, 0, 0, 0, 0], basin: [1], taken: [2.5] },
      expected: { basin: [1], taken: [2.5] },
    },
    {
      title: 'a walker that is carried away belongs to nobody',
      dimensions: { pixels: 1, attractors: 1 },
      knobs: { ...plainKnobs, lr: 10, steps: 8, first: 0, radius: 1 },
      buffers: { positions: [0, 0], state: [5, 5, 0, 0, 0, 0], basin: [-1], taken: [0] },
      expected: { basin: [DIVERGED] },
    },
  ],
});

/** A walker that is nowhere has no time. */
const shadeOf = (basin: number, taken: number, half: number): number =>
  basin + (basin < 0 ? 0.5 : Math.min(0.999, taken / (taken + half)));

const distance = (positions: Numbers, index: number, x: number, y: number): number =>
  Math.hypot(x - positions[2 * index], y - positions[2 * index + 1]);

function nearest(positions: Numbers, count: number, x: number, y: number) {
  let best = { index: 0, distance: distance(positions, 0, x, y) };
  for (let index = 1; index < count; index += 1) {
    const here = distance(positions, index, x, y);
    if (here < best.distance) best = { index, distance: here };
  }
  return best;
}

/** The fraction of a step after which its straight path comes within the radius, about. */
const crossing = (before: number, after: number, radius: number): number =>
  before > radius ? (before - radius) / (before - after) : 0;
