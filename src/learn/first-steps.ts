import { compare } from '../compute/agreement';
import type { Agreement } from '../compute/compute';
import type { Numbers } from '../compute/numbers';
import type { Tensor } from '../compute/tensor';
import { Random } from '../math/random';
import { Training, type Trained } from './training';
import { twinSteps } from './twin-steps';

/** What is compared of a training's first steps. */
export interface FirstSteps {
  readonly tensor: Tensor;
  readonly steps: number;
  /** Terms of the longest sum in them. */
  readonly terms: number;
  readonly what: string;
}

/** Half of the last digit of a float32 that begins with 1. */
const ROUNDING = 2 ** -24;
/** A sum of roundings is hardly ever off by more than so many of its standard deviations. */
const SURE = 4;

/**
 * Compares what a device has after its first steps of training with the same steps in float64. Call it
 * before a step is taken.
 *
 * The limit is measured at the numbers at hand. A sum of n products that is rounded at each is the exact
 * sum of products that are off by up to 4·√n·2⁻²⁴ of themselves, as good as always (Higham and Mary, “A new
 * approach to probabilistic rounding error analysis”, 2019). So float64 takes the steps once more, with
 * all that it begins with and all that a kernel writes off by as much, up or down by chance (Monte Carlo
 * arithmetic: Parker, 1997). How far apart both end is what these steps make of roundings, gradients that
 * grow through time and Adam included, which walks as far along a small gradient as along a large one.
 */
export async function compareFirstSteps(
  trained: Trained,
  { tensor, steps, terms, what }: FirstSteps,
): Promise<Agreement> {
  const [twin, disturbed, own] = await Promise.all([
    twinSteps(trained, steps),
    twinSteps(trained, steps, disturbance(terms)),
    afterSteps(trained, steps, tensor),
  ]);
  const exact = twin(tensor);
  const limit = distance(exact, disturbed(tensor));
  return compare(own, exact, { absolute: limit, relative: 0 }, what);
}

/**
 * What a device has in a tensor after the first steps of a training. Ask the twins first: they read what
 * it begins with, and compute while the device compiles.
 */
export async function afterSteps(
  trained: Trained,
  steps: number,
  tensor: Tensor,
): Promise<Float32Array> {
  const training = await Training.open(trained);
  await training.advance(steps);
  const own = await training.read(tensor);
  training.release();
  return own;
}

function disturbance(terms: number) {
  const random = new Random(1);
  const share = SURE * Math.sqrt(terms) * ROUNDING;
  return (numbers: Numbers): Numbers =>
    numbers instanceof Uint32Array || numbers instanceof Int32Array
      ? numbers
      : Float64Array.from(numbers, (x) => x * (1 + (random.uniform() < 0.5 ? share : -share)));
}

/** The largest difference between numbers, where there is one. */
function distance(left: Numbers, right: Numbers): number {
  let largest = 0;
  for (let i = 0; i < left.length; i += 1) {
    const off = Math.abs(left[i] - right[i]);
    if (off > largest) largest = off;
  }
  return largest;
}

/** What a page says of it, behind how far roundings may go. */
export const limitOfFirstSteps =
  'How far roundings may go was measured: float64 took the steps twice, once with every result off by what float32 rounds.';
