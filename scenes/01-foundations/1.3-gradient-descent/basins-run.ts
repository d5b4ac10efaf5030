import basins from '../../../shaders/optimiser/basins';
import { stateLength } from '../../../shaders/optimiser/lib/optimizer-blocks';
import {
  compareWithTwin,
  type Agreement,
  type Compute,
  type Tensor,
  type Watch,
} from '../../../src/author';
import { flat, goalsOf, radiusIn } from './goals';
import type { Landscape } from './landscape';
import { CALL_STEPS, correctionsAfter, optimizerSettings, type ScaleGivens } from './settings';
import type { Square } from './surfaces';

/** Steps that each walker takes. */
export const STEPS = 256;
const CHECKED_SIDE = 16;
/** Steps after which a basin's colour is half as dark as it gets. */
const HALF = 24;

export type BasinTensors = Record<'positions' | 'state' | 'basin' | 'taken' | 'shade', Tensor>;

/** A map of `side` × `side` walkers, before their first step. */
export function beginBasins(compute: Compute, landscape: Landscape, side: number): BasinTensors {
  const pixels = side * side;
  return {
    positions: compute.upload(flat(goalsOf(landscape))),
    state: compute.upload(pixelState(landscape.square, side)),
    basin: compute.upload(new Float32Array(pixels).fill(-1)),
    taken: compute.zeros(pixels),
    shade: compute.zeros(pixels),
  };
}

/** Takes all the steps. */
export function runBasins(
  compute: Compute,
  givens: ScaleGivens,
  landscape: Landscape,
  buffers: BasinTensors,
  watch: Watch,
): Promise<void> {
  const pixels = buffers.basin.length;
  for (let first = 0; first < STEPS; first += CALL_STEPS) {
    compute.run(basins, { ...callFor(givens, landscape, pixels, first), buffers });
  }
  return compute.finished(watch);
}

/** A coarse map after a few steps, against the twin. */
export async function checkBasins(
  compute: Compute,
  givens: ScaleGivens,
  landscape: Landscape,
): Promise<Agreement> {
  const pixels = CHECKED_SIDE ** 2;
  const tensors = beginBasins(compute, landscape, CHECKED_SIDE);
  const call = callFor(givens, landscape, pixels, 0);
  compute.run(basins, { ...call, buffers: tensors });
  const running = await compute.read(tensors.state, 0, 2 * pixels);
  const twin = await compute.twin(basins, {
    ...call,
    buffers: {
      positions: flat(goalsOf(landscape)),
      state: pixelState(landscape.square, CHECKED_SIDE),
      basin: new Float32Array(pixels).fill(-1),
      taken: new Float32Array(pixels),
    },
  });
  const what = `coordinates after ${CALL_STEPS} steps`;
  return compareWithTwin(running, twin.state.slice(0, 2 * pixels), basins.bound, what);
}

/** One walker in the middle of each pixel, the first row at the top. */
function pixelState({ left, right, bottom, top }: Square, side: number): Float32Array {
  const pixels = side * side;
  const state = new Float32Array(stateLength(pixels));
  for (let i = 0; i < pixels; i += 1) {
    state[i] = left + (((i % side) + 0.5) / side) * (right - left);
    state[pixels + i] = top - ((Math.floor(i / side) + 0.5) / side) * (top - bottom);
  }
  return state;
}

const callFor = (givens: ScaleGivens, landscape: Landscape, pixels: number, first: number) => ({
  dimensions: { pixels, attractors: goalsOf(landscape).length },
  knobs: {
    ...optimizerSettings(givens),
    ...correctionsAfter(givens, first),
    steps: CALL_STEPS,
    first,
    radius: radiusIn(landscape.square),
    half: HALF,
  },
  slots: { surface: landscape.formula },
});

/** Share of the walkers in each basin; then of those still under way, and of those diverged. */
export function sharesOf(basin: ArrayLike<number>, count: number): number[] {
  const shares = new Array<number>(count + 2).fill(0);
  for (let i = 0; i < basin.length; i += 1) {
    const k = basin[i] >= 0 ? basin[i] : count - 1 - basin[i];
    shares[k] += 1 / basin.length;
  }
  return shares;
}

/** The median; NaN of nothing. */
export function median(numbers: ArrayLike<number>): number {
  const sorted = Float64Array.from(numbers).sort();
  return sorted.length === 0 ? NaN : sorted[Math.floor(sorted.length / 2)];
}
