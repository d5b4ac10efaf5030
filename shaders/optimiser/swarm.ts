import { kernel, spread, type CpuCall } from '../../src/compute/kernel';
import type { Numbers } from '../../src/compute/numbers';
import { hasWasm } from '../../src/compute/wasm';
import { BATCH } from '../../src/math/formula-batch';
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
import { descendInVectors } from './lib/swarm-vectors';
import wgsl from './swarm.wgsl?raw';

/** Steps of one call, at most. */
const LONGEST = 64;

/** Steps over which rounding stays within the bound whatever the learning rate. */
const HELD = 8;

/**
 * Walkers descending a surface: `steps` steps of one optimiser for each, all in one dispatch. A
 * walker is six numbers, stored plane by plane: x, y, and both entries of its two memories (velocity
 * or mean, mean of squares). `correction1` and `correction2` are Adam's 1 − βᵗ before the first of
 * the steps. `points` is what a picture needs of each: x, y, the height there, and 1 if the last
 * step would have carried it away (beyond 10⁴), after which it stays where it was.
 */
export default kernel({
  name: 'swarm',
  dimensions: ['walkers'],
  knobs: {
    ...optimizerKnobs,
    steps: { type: 'u32', min: 0, max: LONGEST },
    correction1: { type: 'f32', min: 0, max: 1 },
    correction2: { type: 'f32', min: 0, max: 1 },
  },
  slots: { surface: ['x', 'y'] },
  reads: {
    state: { shape: [PLANES, 'walkers'], fill: (random) => 0.25 + 2 * random.uniform() },
  },
  writes: {
    next: { shape: [PLANES, 'walkers'] },
    points: { shape: ['walkers', 4] },
  },
  division: () => ({ along: 'walkers', buffers: ['state', 'next', 'points'] }),
  variants: specialised('optimizer', optimizerIndex, {
    fused: { wgsl: optimizer + wgsl, workgroups: ({ walkers }) => spread(walkers, 64) },
  }),
  cpu({ dimensions: { walkers }, knobs, slots, buffers: { state, next, points } }) {
    next.set(state);
    const settings = settingsOf(knobs);
    for (let i = 0; i < walkers; i += 1) {
      let correction = { first: knobs.correction1, second: knobs.correction2 };
      let diverged = false;
      for (let k = 0; k < knobs.steps; k += 1) {
        correction = corrected(correction, settings);
        diverged = step(next, i, walkers, slots, settings, correction).diverged;
      }
      const [x, y] = [next[i], next[walkers + i]];
      points.set([x, y, bounded(slots.surface(x, y)), diverged ? 1 : 0], 4 * i);
    }
  },
  fast(call) {
    if (hasWasm('simd')) descendInVectors(call);
    else inBlocks(call);
  },
  bound: {
    absolute: 5e-4,
    relative: 1e-4,
    why: 'over eight steps, each rounded to about 2⁻²², the wildest learning rates enlarge an error a few thousandfold: 80,000 walkers drawn over all knobs stayed below 1.4e-4; over more steps it holds where the learning rate lets walkers settle',
  },
  suite: { largest: { steps: HELD } },
  edges: [
    {
      title: 'no steps leave the walkers where they are and still measure their heights',
      dimensions: { walkers: 1 },
      knobs: { ...plainKnobs(0), steps: 0 },
      buffers: { state: [0, 1, 0, 0, 0, 0] },
      expected: { next: [0, 1, 0, 0, 0, 0], points: [0, 1, 2 + Math.sin(1), 0] },
    },
    {
      title: 'one step of plain descent takes off lr times the slope',
      dimensions: { walkers: 1 },
      knobs: { ...plainKnobs(0), steps: 1 },
      buffers: { state: [0, 0, 0, 0, 0, 0] },
      expected: { next: [-0.1, -0.1, 0, 0, 0, 0] },
    },
    {
      title: 'Adam’s first step is as long as its learning rate, whatever the slope',
      dimensions: { walkers: 2 },
      knobs: { ...plainKnobs(4), steps: 1 },
      buffers: { state: [0.5, 1.5, 0.5, 1.5, 0, 0, 0, 0, 0, 0, 0, 0] },
    },
    {
      title: 'a walker thrown far away stays where it last was',
      dimensions: { walkers: 1 },
      knobs: { ...plainKnobs(0), lr: 10, steps: 8 },
      buffers: { state: [5, 5, 0, 0, 0, 0] },
    },
    {
      title:
        'of two walkers one settles over an odd number of steps while the other is thrown away',
      dimensions: { walkers: 2 },
      knobs: { ...plainKnobs(1), lr: 0.45, momentum: 0.1, steps: 63 },
      buffers: { state: [1, 5000, 0, 5000, 0, 0, 0, 0, 0, 0, 0, 0] },
    },
    {
      title: 'Adam settles over as many steps as a call takes',
      dimensions: { walkers: 3 },
      knobs: { ...plainKnobs(4), lr: 0.05, steps: LONGEST },
    },
  ],
});

function plainKnobs(optimizer: number) {
  const rates = { lr: 0.1, momentum: 0.9, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
  return { optimizer, ...rates, correction1: 0, correction2: 0 };
}

// Written so that NaN is not within anything.
const bounded = (z: number): number => (Math.abs(z) <= 1e30 ? z : 1e30);

/** Where there is no WebAssembly SIMD. */
function inBlocks(call: CpuCall): void {
  const { dimensions, knobs, batches, buffers } = call;
  const { walkers } = dimensions;
  const { state, points } = buffers;
  const next = buffers.next as Float32Array;
  next.set(state);
  for (let i = 0; i < walkers; i += 1) points[4 * i + 3] = 0;
  descendInBlocks(
    next,
    walkers,
    knobs.steps,
    settingsOf(knobs),
    { first: knobs.correction1, second: knobs.correction2 },
    batches,
    uniformRates(settingsOf(knobs), knobs.correction1),
    ({ start, size, diverged }, k) => {
      if (k < knobs.steps - 1) return;
      for (let i = 0; i < size; i += 1) points[4 * (start + i) + 3] = diverged[i];
    },
  );
  writePositions(call, next, points);
}

/** Positions and heights of all walkers, a block at a time. */
function writePositions(
  { dimensions: { walkers }, batches }: CpuCall,
  next: Numbers,
  points: Numbers,
) {
  const values = [new Float64Array(BATCH), new Float64Array(BATCH)];
  for (let start = 0; start < walkers; start += BATCH) {
    const size = Math.min(BATCH, walkers - start);
    for (let i = 0; i < size; i += 1) {
      points[4 * (start + i)] = values[0][i] = next[start + i];
      points[4 * (start + i) + 1] = values[1][i] = next[walkers + start + i];
    }
    const z = batches.surface(values, size);
    for (let i = 0; i < size; i += 1) points[4 * (start + i) + 2] = bounded(z[i]);
  }
}
