import { largestOf, type Dimensions, type Kernel, type Knobs } from '../../src/compute/kernel';
import { buffersOf, lengthOf } from '../../src/compute/shape';
import type { Random } from '../../src/math/random';

/** Sizes around what workgroups and tiles are made of. */
const SIZES = [1, 2, 3, 7, 63, 64, 65, 130];

/** A draw whose dimensions multiply to more than this costs too much for a software adapter. */
export const MOST_WORK = 2 ** 18;

/** A set of sizes and knobs that a kernel is tried with. */
export interface Draw {
  readonly dimensions: Dimensions;
  readonly knobs: Knobs;
}

function candidates(kernel: Kernel, name: string): number[] {
  const largest = kernel.suite?.largest?.[name] ?? Infinity;
  const sizes = SIZES.filter((size) => size <= largest);
  return Number.isFinite(largest) && !sizes.includes(largest) ? [...sizes, largest] : sizes;
}

/** A value of a knob: its ends first, then anything between. */
export function drawKnob(
  kernel: Kernel,
  name: string,
  dimensions: Dimensions,
  turn: number,
  random: Random,
): number {
  const knob = kernel.knobs![name];
  const { type, min } = knob;
  const max = Math.min(largestOf(knob, dimensions), kernel.suite?.largest?.[name] ?? Infinity);
  if (turn === 1) return min;
  if (turn === 2) return max;
  const value = min + (max - min) * random.uniform();
  return type === 'f32' ? value : Math.round(value);
}

function drawKnobs(kernel: Kernel, dimensions: Dimensions, turn: number, random: Random): Knobs {
  const names = Object.keys(kernel.knobs ?? {});
  return Object.fromEntries(
    names.map((name) => [name, drawKnob(kernel, name, dimensions, turn, random)]),
  );
}

/** Whether a kernel takes a draw, at a cost the suite can bear. */
export function feasible(kernel: Kernel, { dimensions, knobs }: Draw): boolean {
  const sizes = Object.values(dimensions);
  if (sizes.reduce((product, size) => product * size, 1) > MOST_WORK) return false;
  if (kernel.check?.(dimensions, knobs) !== undefined) return false;
  return buffersOf(kernel).every((use) => lengthOf(use, dimensions) <= MOST_WORK);
}

/** Two dimensions with a size each, which some draw should bring together. */
interface Pair {
  readonly a: readonly [string, number];
  readonly b: readonly [string, number];
}

function pairsOf(kernel: Kernel): Pair[] {
  const { dimensions } = kernel;
  const single = dimensions.length === 1;
  const pairs: Pair[] = [];
  dimensions.forEach((first, i) => {
    for (const second of single ? [first] : dimensions.slice(i + 1)) {
      for (const m of candidates(kernel, first)) {
        for (const n of single ? [m] : candidates(kernel, second)) {
          pairs.push({ a: [first, m], b: [second, n] });
        }
      }
    }
  });
  return pairs;
}

const meets = ({ a, b }: Pair, dimensions: Dimensions): boolean =>
  dimensions[a[0]] === a[1] && dimensions[b[0]] === b[1];

/** A draw that holds this pair: the other sizes at random, smaller from attempt to attempt. */
function complete(kernel: Kernel, pair: Pair, turn: number, random: Random): Draw | undefined {
  for (let attempt = 0; attempt < 16; attempt += 1) {
    const dimensions: Record<string, number> = {};
    for (const name of kernel.dimensions) {
      const sizes = candidates(kernel, name);
      dimensions[name] = random.pick(sizes.slice(0, Math.max(1, sizes.length - (attempt >> 1))));
    }
    [dimensions[pair.a[0]], dimensions[pair.b[0]]] = [pair.a[1], pair.b[1]];
    const draw = { dimensions, knobs: drawKnobs(kernel, dimensions, turn, random) };
    if (feasible(kernel, draw)) return draw;
  }
  return undefined;
}

/**
 * Draws in which every two sizes of every two dimensions meet at least once, where the kernel takes
 * them and the cost allows: all combinations of all dimensions would explode.
 */
export function drawsFor(kernel: Kernel, random: Random): Draw[] {
  const draws: Draw[] = [];
  let open = pairsOf(kernel);
  while (open.length > 0) {
    // From the large end: such draws settle many pairs at once.
    const draw = complete(kernel, open[open.length - 1], draws.length, random);
    open = open.slice(0, -1);
    if (!draw) continue;
    draws.push(draw);
    open = open.filter((pair) => !meets(pair, draw.dimensions));
  }
  return draws;
}

/** Values of a knob that can be gone through one by one: an operation, a flag. */
function valuesOf(kernel: Kernel, name: string, dimensions: Dimensions): number[] {
  const knob = kernel.knobs![name];
  const count = largestOf(knob, dimensions) - knob.min + 1;
  if (knob.type === 'f32' || count > 16) return [];
  return Array.from({ length: count }, (_, i) => knob.min + i);
}

/** One of the draws, or one that differs from it in a single knob, with which this is so. */
export function drawReaching(
  kernel: Kernel,
  draws: readonly Draw[],
  isReached: (draw: Draw) => boolean,
): Draw | undefined {
  const near = draws.flatMap((draw) => [
    draw,
    ...Object.keys(kernel.knobs ?? {}).flatMap((name) =>
      valuesOf(kernel, name, draw.dimensions).map((value) => ({
        ...draw,
        knobs: { ...draw.knobs, [name]: value },
      })),
    ),
  ]);
  return near.find((draw) => feasible(kernel, draw) && isReached(draw));
}
