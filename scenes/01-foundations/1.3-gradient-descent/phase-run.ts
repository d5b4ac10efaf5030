import phaseDiagram from '../../../shaders/optimiser/phase_diagram';
import { optimizerIndex } from '../../../shaders/optimiser/lib/optimizer';
import { stateLength } from '../../../shaders/optimiser/lib/optimizer-blocks';
import {
  compareWithTwin,
  type Agreement,
  type Compute,
  type Tensor,
  type Watch,
} from '../../../src/author';
import { flat, goalsOf } from './goals';
import type { Landscape, Position } from './landscape';
import { CALL_STEPS, correctionsAfter, type ScaleGivens } from './settings';

/** Steps that each run takes. */
export const STEPS = 128;
/** The learning rates and momenta shown: past the edge of stability, which is at most at lr 2. */
export const LR_TOP = 2.2;
export const MOMENTUM_TOP = 0.999;
const CHECKED_SIDE = 16;
/** Pixels along each side of the blocks that are compared for the fastest. */
const BLOCK = 8;

export type PhaseTensors = Record<'positions' | 'state' | 'growth' | 'decided', Tensor>;

/** Where the error shrinks fastest, and its log growth per step there. */
export interface Best {
  readonly lr: number;
  readonly momentum: number;
  readonly growth: number;
}

/** Takes all the steps. */
export function runPhase(
  compute: Compute,
  givens: ScaleGivens,
  landscape: Landscape,
  side: number,
  buffers: PhaseTensors,
  watch: Watch,
): Promise<void> {
  for (let first = 0; first < STEPS; first += CALL_STEPS) {
    compute.run(phaseDiagram, { ...callFor(givens, landscape, side, first), buffers });
  }
  return compute.finished(watch);
}

/** A coarse diagram after a few steps, against the twin. */
export async function checkPhase(
  compute: Compute,
  givens: ScaleGivens,
  landscape: Landscape,
): Promise<Agreement> {
  const tensors = beginPhase(compute, landscape, CHECKED_SIDE);
  const call = callFor(givens, landscape, CHECKED_SIDE, 0);
  compute.run(phaseDiagram, { ...call, buffers: tensors });
  const running = await compute.read(tensors.growth);
  const twin = await compute.twin(phaseDiagram, {
    ...call,
    buffers: {
      positions: flat(goalsOf(landscape)),
      state: beginState(landscape, CHECKED_SIDE),
      growth: new Float32Array(CHECKED_SIDE ** 2),
      decided: new Float32Array(CHECKED_SIDE ** 2),
    },
  });
  const what = `growth rates after ${CALL_STEPS} steps`;
  return compareWithTwin(running, twin.growth, phaseDiagram.bound, what);
}

/** A start off the middle of the square, on no axis of symmetry. */
function startOf({ square }: Landscape): Position {
  const { left, right, bottom, top } = square;
  return { x: left + 0.22 * (right - left), y: bottom + 0.71 * (top - bottom) };
}

function beginState(landscape: Landscape, side: number): Float32Array {
  const { x, y } = startOf(landscape);
  const pixels = side * side;
  return new Float32Array(stateLength(pixels)).fill(x, 0, pixels).fill(y, pixels, 2 * pixels);
}

/** A diagram of `side` × `side` runs, before their first step. */
export function beginPhase(compute: Compute, landscape: Landscape, side: number): PhaseTensors {
  return {
    positions: compute.upload(flat(goalsOf(landscape))),
    state: compute.upload(beginState(landscape, side)),
    growth: compute.zeros(side * side),
    decided: compute.zeros(side * side),
  };
}

function callFor(givens: ScaleGivens, landscape: Landscape, side: number, first: number) {
  const goals = goalsOf(landscape);
  const { optimizer, beta2, epsilon } = givens;
  const start = startOf(landscape);
  const away = goals.map(({ x, y }) => Math.hypot(x - start.x, y - start.y));
  return {
    dimensions: { columns: side, rows: side, attractors: goals.length },
    knobs: {
      // Plain gradient descent is momentum's bottom row.
      optimizer: optimizerIndex[optimizer === 'sgd' ? 'momentum' : optimizer],
      beta2,
      epsilon,
      correction2: correctionsAfter(givens, first).correction2,
      steps: CALL_STEPS,
      first,
      lr_top: LR_TOP,
      momentum_top: MOMENTUM_TOP,
      start: Math.min(10, Math.max(1e-3, Math.min(...away))),
    },
    slots: { surface: landscape.formula },
  };
}

/** The block of pixels whose mean is lowest: a single run may arrive by luck. */
export function bestOf(growth: ArrayLike<number>, side: number): Best {
  const blocks = Math.floor(side / BLOCK);
  let best = { column: 0, row: 0, mean: Infinity };
  for (let row = 0; row < blocks; row += 1) {
    for (let column = 0; column < blocks; column += 1) {
      let mean = 0;
      for (let i = 0; i < BLOCK ** 2; i += 1) {
        const [x, y] = [column * BLOCK + (i % BLOCK), row * BLOCK + Math.floor(i / BLOCK)];
        mean += growth[y * side + x] / BLOCK ** 2;
      }
      if (mean < best.mean) best = { column, row, mean };
    }
  }
  return {
    lr: (((best.column + 0.5) * BLOCK) / side) * LR_TOP,
    momentum: (1 - ((best.row + 0.5) * BLOCK) / side) * MOMENTUM_TOP,
    growth: best.mean,
  };
}

/** The smallest learning rate of the bottom row, which has no momentum, at which the error grows. */
export function firstGrowing(growth: ArrayLike<number>, side: number): number | undefined {
  const row = Array.from({ length: side }, (_, column) => growth[(side - 1) * side + column]);
  const first = row.findIndex((rate) => rate > 0);
  return first < 0 ? undefined : ((first + 0.5) / side) * LR_TOP;
}
