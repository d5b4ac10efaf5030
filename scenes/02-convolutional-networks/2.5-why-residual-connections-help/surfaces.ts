import { deepLogits, deepShapes } from '../../../src/learn/deep-network';
import { crossEntropy } from '../../../src/learn/operations/cross-entropy';
import { matmul } from '../../../src/learn/operations/matmul';
import { reshaped } from '../../../src/learn/operations/reshaped';
import { inked } from '../../../src/learn/recipes/digits';
import { inFloat64 } from '../../../src/learn/reference';
import { Tape, type Value } from '../../../src/learn/tape';
import {
  compareWithTwin,
  DIGIT_PIXELS,
  Random,
  type Agreement,
  type Compute,
  type LabelledDigits,
  type Watched,
} from '../../../src/author';
import { directionFrom } from './directions';
import type { ScaleGivens } from './settings';
import { valleysOf, type Valley } from './valleys';

export type Square = Pick<ScaleGivens, 'side' | 'reach' | 'draw'>;

/** A trained network, and the digits its losses are taken over. */
export interface Trained {
  readonly weights: Float32Array;
  readonly skips: boolean;
  readonly digits: LabelledDigits;
}

export interface Surface {
  /** Row by row, from the lowest β and α on. */
  readonly losses: Float32Array;
  /** Of the trained network itself. */
  readonly trained: number;
  /** Those from which one has to climb by more than `CLIMB` to come lower. */
  readonly valleys: readonly Valley[];
  readonly agreement: Agreement;
  /** Milliseconds from the first loss to the last. */
  readonly elapsed: number;
}

/** A shallower dent is one of the grid, of ReLU's kinks and of so few digits. */
export const CLIMB = 0.2;

/** How many digits a loss is taken over. */
export const DIGITS = 64;

/** So many of the digits, from all of them evenly. */
export function someOf({ pixels, labels }: LabelledDigits): LabelledDigits {
  const which = Array.from({ length: DIGITS }, (_, i) => Math.floor((i * labels.length) / DIGITS));
  return {
    pixels: Uint8Array.from(
      which.flatMap((i) => [...pixels.subarray(i * DIGIT_PIXELS, (i + 1) * DIGIT_PIXELS)]),
    ),
    labels: Uint8Array.from(which, (i) => labels[i]),
  };
}

/** Networks that are computed at once, at most. */
const MOST = 64;
/** Networks that are computed again in float64. */
const CHECKED = 4;

/**
 * How far a loss may be from that in float64: weights and numbers are rounded to 2⁻²⁴, some 1e-7, and each
 * of twenty blocks may enlarge by half what the one before was off by.
 */
const BOUND = { absolute: 3e-4, relative: 1e-4 };

/** Where a place of the square stands: α and β. */
export function placeOf(i: number, { side, reach }: Square): [number, number] {
  const along = (step: number): number => reach * ((2 * step) / (side - 1) - 1);
  return [along(i % side), along(Math.floor(i / side))];
}

/** The networks of the square and the trained one behind them: 1, α and β of each. */
function networksOf(square: Square): Float32Array {
  const all = new Float32Array(3 * (square.side ** 2 + 1));
  for (let i = 0; i < square.side ** 2; i += 1) all.set([1, ...placeOf(i, square)], 3 * i);
  all[3 * square.side ** 2] = 1;
  return all;
}

/** A tape that gives the loss of so many networks, each moved from the trained one by its place. */
class Losses {
  readonly tape: Tape;
  readonly places: Value;
  readonly loss: Value;

  constructor(
    compute: Compute,
    { weights, skips, digits }: Trained,
    directions: readonly Float32Array[],
    readonly networks: number,
  ) {
    const tape = new Tape(compute);
    this.tape = tape;
    this.places = tape.given([1, networks, 3]);
    let first = 0;
    const moved = deepShapes.map(([, rows, outputs]) => {
      const end = first + rows * outputs;
      const own = [weights, ...directions].flatMap((each) => [...each.subarray(first, end)]);
      first = end;
      const from = tape.given([1, 3, rows * outputs], compute.upload(Float32Array.from(own)));
      return reshaped(tape, matmul(tape, this.places, from), [networks, rows, outputs]);
    });
    const { pixels, labels } = digits;
    const given = [networks, labels.length, DIGIT_PIXELS];
    const images = compute.upload(repeated(inked(pixels), networks));
    const targets = compute.upload(Uint32Array.from(repeated(labels, networks)));
    this.loss = crossEntropy(
      tape,
      deepLogits(tape, tape.given(given, images), moved, skips),
      tape.given([targets.length], targets),
    );
  }

  /** Puts the networks at these places; where there are fewer, the rest stay where they are. */
  put(places: Float32Array): void {
    this.tape.compute.write(this.places.tensor, places);
  }
}

const repeated = (numbers: ArrayLike<number>, times: number): Float32Array =>
  Float32Array.from({ length: times * numbers.length }, (_, i) => numbers[i % numbers.length]);

/** The losses of networks around a trained one, in the plane of two random directions. */
export async function surfaceAround(
  compute: Compute,
  trained: Trained,
  square: Square,
  { progress, signal, now }: Watched & { now(): number },
): Promise<Surface> {
  const random = new Random(square.draw);
  const directions = [0, 1].map(() => directionFrom(trained.weights, random));
  const places = networksOf(square);
  const count = places.length / 3;
  const pieces = Math.ceil(count / MOST);
  const all = new Losses(compute, trained, directions, Math.ceil(count / pieces));
  const plan = compute.plan(all.tape.calls);
  const losses = new Float32Array(count);
  const started = now();
  for (let first = 0; first < count; first += all.networks) {
    const end = Math.min(count, first + all.networks);
    all.put(places.subarray(3 * first, 3 * end));
    plan.run(1);
    losses.set(await compute.read(all.loss.tensor, 0, end - first), first);
    signal.throwIfAborted();
    progress(end / count);
  }
  const elapsed = now() - started;
  const checked = new Losses(compute, trained, directions, CHECKED);
  const which = Array.from({ length: CHECKED }, (_, i) =>
    Math.round((i * (count - 1)) / (CHECKED - 1)),
  );
  checked.put(Float32Array.from(which.flatMap((i) => [...places.subarray(3 * i, 3 * i + 3)])));
  const twin = (await inFloat64(compute, checked.tape.calls))(checked.loss.tensor);
  const running = which.map((i) => losses[i]);
  const grid = losses.subarray(0, -1);
  return {
    losses: grid,
    trained: losses[count - 1],
    valleys: valleysOf(grid, square.side).filter(({ depth }) => depth > CLIMB),
    elapsed,
    agreement: compareWithTwin(running, twin, BOUND, 'losses'),
  };
}
