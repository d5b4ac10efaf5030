import { kernel, spread, type CpuCall, type Dimensions } from '../../src/compute/kernel';
import wgsl from './binary.wgsl?raw';
import same from './binary.same.wgsl?raw';
import unaligned from './binary.unaligned.wgsl?raw';
import arithmetic from './lib/arithmetic.wgsl?raw';
import { LARGEST } from '../lib/float32';
import { specialised } from '../lib/specialised';
import { wholeOrNot } from './lib/whole';

/** Results of a workgroup. */
const EACH = 1024;

/** The operations by the number that the knob `operation` takes. */
export const binaryIndex = { add: 0, subtract: 1, multiply: 2, divide: 3 } as const;

const operations: readonly ((a: number, b: number) => number)[] = [
  (a, b) => a + b,
  (a, b) => a - b,
  (a, b) => a * b,
  (a, b) => a / b,
];

/** What is past the largest float32 is ∞. */
const bounded = (y: number): number => (Math.abs(y) > LARGEST ? Math.sign(y) * Infinity : y);

/** A stretch of `count` numbers from `at`: `left` against one number, or against a row. */
type Loop = (buffers: CpuCall['buffers'], at: number, count: number, entry?: number) => void;

// A loop for each operation: one for all would call through a pointer for every number.
const loops: readonly Loop[] = [
  ({ left, right, results }, at, count, b) => {
    if (b === undefined)
      for (let i = 0; i < count; i += 1) results[at + i] = left[at + i] + right[i];
    else for (let i = at; i < at + count; i += 1) results[i] = left[i] + b;
  },
  ({ left, right, results }, at, count, b) => {
    if (b === undefined)
      for (let i = 0; i < count; i += 1) results[at + i] = left[at + i] - right[i];
    else for (let i = at; i < at + count; i += 1) results[i] = left[i] - b;
  },
  ({ left, right, results }, at, count, b) => {
    if (b === undefined)
      for (let i = 0; i < count; i += 1) results[at + i] = left[at + i] * right[i];
    else for (let i = at; i < at + count; i += 1) results[i] = left[i] * b;
  },
  ({ left, right, results }, at, count, b) => {
    if (b === undefined)
      for (let i = 0; i < count; i += 1) results[at + i] = left[at + i] / right[i];
    else for (let i = at; i < at + count; i += 1) results[i] = left[i] / b;
  },
];

const countOf = ({ outer, length, inner }: Dimensions): number => outer * length * inner;

/**
 * Adds, subtracts, multiplies or divides (`binaryIndex`) entry by entry:
 * results[o][k][i] = left[o][k][i] ∘ right[k], where `right` is repeated over `outer` blocks and over
 * `inner` neighbours. Two arrays of one shape: outer = inner = 1. A row for every row of a matrix
 * (a bias): outer = rows, length = columns, inner = 1. A column for every column: outer = 1,
 * length = rows, inner = columns. One number for all: length = 1. Numbers are finite; division by
 * 0 gives ∞, −∞ or NaN.
 */
export default kernel({
  name: 'binary',
  dimensions: ['outer', 'length', 'inner'],
  knobs: { operation: { type: 'u32', min: 0, max: operations.length - 1 } },
  reads: { left: { shape: ['outer', 'length', 'inner'] }, right: { shape: ['length'] } },
  writes: { results: { shape: ['outer', 'length', 'inner'] } },
  division: ({ outer }) =>
    outer > 1
      ? { along: 'outer', buffers: ['left', 'results'] }
      : { along: 'length', buffers: ['left', 'right', 'results'] },
  variants: specialised('operation', binaryIndex, {
    ...wholeOrNot(
      'same',
      {
        wgsl: arithmetic + same,
        workgroups: (dimensions) => spread(countOf(dimensions), EACH),
        fits: ({ outer, length, inner }) => outer === 1 && inner === 1 && length % 4 === 0,
      },
      { each: EACH, count: countOf },
    ),
    quads: {
      wgsl: arithmetic + wgsl,
      workgroups: (dimensions) => spread(countOf(dimensions), EACH),
      fits: ({ length, inner }) => inner % 4 === 0 || (inner === 1 && length % 4 === 0),
    },
    unaligned: {
      wgsl: arithmetic + unaligned,
      workgroups: (dimensions) => spread(countOf(dimensions), EACH),
    },
  }),
  cpu({ dimensions, knobs: { operation }, buffers: { left, right, results } }) {
    const { length, inner } = dimensions;
    for (let i = 0; i < countOf(dimensions); i += 1) {
      const k = Math.floor(i / inner) % length;
      results[i] = bounded(operations[operation](left[i], right[k]));
    }
  },
  fast({ dimensions: { outer, length, inner }, knobs: { operation }, buffers }) {
    const loop = loops[operation];
    for (let o = 0; o < outer; o += 1) {
      const block = o * length * inner;
      if (inner === 1) loop(buffers, block, length);
      else {
        for (let k = 0; k < length; k += 1) {
          loop(buffers, block + k * inner, inner, buffers.right[k]);
        }
      }
    }
  },
  bound: {
    absolute: 1e-37,
    relative: 4e-7,
    why: 'one operation: sums, differences and products are rounded to 2⁻²⁴, WGSL divides to 2.5 units of it; subnormal results may be 0',
  },
  suite: { largest: { outer: 3, inner: 8 } },
  edges: [
    {
      title: 'two arrays that fill a workgroup to its last invocation',
      dimensions: { outer: 1, length: EACH, inner: 1 },
      knobs: { operation: binaryIndex.subtract },
    },
    {
      title: 'a row is added to every row',
      dimensions: { outer: 2, length: 3, inner: 1 },
      knobs: { operation: binaryIndex.add },
      buffers: { left: [1, 2, 3, 4, 5, 6], right: [10, 20, 30] },
      expected: { results: [11, 22, 33, 14, 25, 36] },
    },
    {
      title: 'a column is subtracted from every column',
      dimensions: { outer: 1, length: 2, inner: 4 },
      knobs: { operation: binaryIndex.subtract },
      buffers: { left: [1, 2, 3, 4, 5, 6, 7, 8], right: [1, 5] },
      expected: { results: [0, 1, 2, 3, 0, 1, 2, 3] },
    },
    {
      title: 'one number multiplies all',
      dimensions: { outer: 1, length: 1, inner: 3 },
      knobs: { operation: binaryIndex.multiply },
      buffers: { left: [1, 2, 3], right: [-2] },
      expected: { results: [-2, -4, -6] },
    },
    {
      title: 'division by 0 is infinite with its sign, and 0 by 0 is no number',
      dimensions: { outer: 1, length: 4, inner: 1 },
      knobs: { operation: binaryIndex.divide },
      buffers: { left: [1, -1, 0, 6], right: [0, 0, 0, 3] },
      expected: { results: [Infinity, -Infinity, NaN, 2] },
    },
    {
      title: 'a middle axis is matched, the others repeat it',
      dimensions: { outer: 2, length: 2, inner: 2 },
      knobs: { operation: binaryIndex.add },
      buffers: { left: [1, 2, 3, 4, 5, 6, 7, 8], right: [10, 20] },
      expected: { results: [11, 12, 23, 24, 15, 16, 27, 28] },
    },
  ],
});
