import rnnDescent from '../../../shaders/recurrent/rnn_descent';
import { compareWithTwin, type Agreement, type Compute, type Tensor } from '../../../src/author';
import { DESCENTS, NETWORK, SQUARE, STEPS, VALLEY } from './settings';

/** A limit that no gradient reaches. */
export const NO_LIMIT = 1e30;

/** Numbers of a record: both weights, the loss, the norm of its gradient. */
const RECORD = 4;

/** Where a descent stands at one of its steps. */
export interface Stop {
  readonly w: number;
  readonly b: number;
  readonly loss: number;
  readonly norm: number;
}

export interface Descent {
  readonly lr: number;
  readonly limit: number;
}

/** Queues descents from these starts, and says where their records will be. */
export function descend(
  work: Compute,
  starts: Float32Array<ArrayBuffer>,
  { lr, limit }: Descent,
  records: number,
): Tensor {
  const walkers = starts.length / 2;
  const path = work.zeros(walkers * records * RECORD);
  work.run(rnnDescent, {
    dimensions: { walkers, records },
    knobs: { lr, limit, ...NETWORK },
    buffers: { starts: work.upload(starts), path },
  });
  return path;
}

/** The stops of the first walker. */
export function stopsOf(path: ArrayLike<number>): Stop[] {
  return Array.from({ length: STEPS + 1 }, (_, i) => {
    const [w, b, loss, norm] = [0, 1, 2, 3].map((k) => path[RECORD * i + k]);
    return { w, b, loss, norm };
  });
}

/** How many walkers ended in the valley. */
export function countInValley(path: ArrayLike<number>): number {
  const length = (STEPS + 1) * RECORD;
  const last = Array.from(
    { length: path.length / length },
    (_, i) => path[(i + 1) * length - RECORD + 2],
  );
  return last.filter((loss) => loss < VALLEY).length;
}

/** The losses of records that are one each. */
export const lossesOf = (found: ArrayLike<number>): Float32Array =>
  Float32Array.from({ length: found.length / RECORD }, (_, i) => found[RECORD * i + 2]);

/** The points of a grid over the square, row by row from the bottom. */
export function gridOf(side: number): Float32Array<ArrayBuffer> {
  const { left, right, bottom, top } = SQUARE;
  const points = new Float32Array(2 * side * side);
  for (let i = 0; i < side * side; i += 1) {
    points[2 * i] = left + ((right - left) * (i % side)) / (side - 1);
    points[2 * i + 1] = bottom + ((top - bottom) * Math.floor(i / side)) / (side - 1);
  }
  return points;
}

/** Starts spread evenly over the square, however many (the R₂ sequence of M. Roberts, 2018). */
export function spreadStarts(count = DESCENTS): Float32Array<ArrayBuffer> {
  const { left, right, bottom, top } = SQUARE;
  const starts = new Float32Array(2 * count);
  for (let i = 0; i < count; i += 1) {
    starts[2 * i] = left + (right - left) * ((0.5 + (i + 1) * 0.7548776662466927) % 1);
    starts[2 * i + 1] = bottom + (top - bottom) * ((0.5 + (i + 1) * 0.5698402909980532) % 1);
  }
  return starts;
}

/** Starts that are checked, how far they keep from the cliff, and the rate of their one step. */
const CHECKED = 256;
const MARGIN = 0.15;
const SMALL_STEP = 0.05;

/**
 * First steps off the cliff, against the twin. The cliff stands where b = −w/2 and w is above 4: there
 * a state of ½ stays, and any rounding decides to which side it falls.
 */
export async function checkFirstSteps(work: Compute, descent: Descent): Promise<Agreement> {
  const all = spreadStarts(CHECKED);
  const off = Array.from({ length: CHECKED }, (_, i) => [all[2 * i], all[2 * i + 1]]).filter(
    ([w, b]) => w < 4 - MARGIN || Math.abs(b + w / 2) > MARGIN,
  );
  const starts = Float32Array.from(off.flat());
  const lr = Math.min(descent.lr, SMALL_STEP);
  const running = await work.read(descend(work, starts, { ...descent, lr }, 2));
  const twin = await work.twin(rnnDescent, {
    dimensions: { walkers: off.length, records: 2 },
    knobs: { lr, limit: descent.limit, ...NETWORK },
    buffers: { starts },
  });
  return compareWithTwin(
    running,
    twin.path,
    rnnDescent.bound,
    'numbers of first steps off the cliff',
  );
}
