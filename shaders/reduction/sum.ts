import type { Heap } from '../../src/compute/heap';
import {
  kernel,
  spread,
  type CpuCall,
  type Dimensions,
  type WasmForm,
} from '../../src/compute/kernel';
import type { Numbers } from '../../src/compute/numbers';
import { partsFit } from '../lib/parts';
import wgsl from './sum.wgsl?raw';
import rows from './sum.rows.wgsl?raw';
import unaligned from './sum.unaligned.wgsl?raw';
import modules from './sum.wasm.ts?simd';

/** Adds values[first…end) to the totals in turn, eight turns at once: totals are read that seldom. */
function addParts(values: Numbers, first: number, end: number, totals: Float64Array): void {
  const parts = totals.length;
  let start = first;
  for (; start + 8 * parts <= end; start += 8 * parts) {
    for (let i = start; i < start + parts; i += 1) {
      totals[i - start] +=
        values[i] +
        values[i + parts] +
        (values[i + 2 * parts] + values[i + 3 * parts]) +
        (values[i + 4 * parts] + values[i + 5 * parts]) +
        (values[i + 6 * parts] + values[i + 7 * parts]);
    }
  }
  for (; start < end; start += parts) {
    const count = Math.min(parts, end - start);
    for (let part = 0; part < count; part += 1) totals[part] += values[start + part];
  }
}

// Row by row as the numbers lie in memory, in float64; one part has four accumulators.
function fast({ dimensions: { rows, length, parts }, buffers: { values, sums } }: CpuCall): void {
  const totals = new Float64Array(parts);
  for (let row = 0; row < rows; row += 1) {
    const first = row * length;
    const end = first + length;
    if (parts === 1) {
      let [a, b, c, d] = [0, 0, 0, 0];
      let i = first;
      for (; i + 3 < end; i += 4) {
        a += values[i];
        b += values[i + 1];
        c += values[i + 2];
        d += values[i + 3];
      }
      for (; i < end; i += 1) a += values[i];
      sums[row] = a + b + (c + d);
      continue;
    }
    addParts(values, first, end, totals.fill(0));
    sums.set(totals, row * parts);
  }
}

/** Numbers handed to WebAssembly at a time: they stay in the nearest cache. */
const PIECE = 2 ** 13;

/** Rows of parts that are shorter are summed sooner than they are handed over one by one. */
const LONG_ROW = 2 ** 10;

/** Rows of one part each, as many at a time as make a piece. */
function sumRows(heap: Heap, { dimensions: { rows, length }, buffers }: CpuCall): void {
  const { values, sums } = buffers;
  const step = Math.min(rows, Math.max(1, Math.floor(PIECE / length)));
  for (let row = 0; row < rows; row += step) {
    const count = Math.min(step, rows - row);
    heap.piece(() => {
      const given = heap.input(values, row * length, count * length);
      heap.functions.sumRows(given, count, length, heap.output(sums, row, count));
    });
  }
}

/** Rows of parts that make whole vectors, as many turns at a time as make a piece. */
function sumParts(heap: Heap, { dimensions: { rows, length, parts }, buffers }: CpuCall): void {
  const { values, sums } = buffers;
  const step = 8 * Math.max(1, Math.floor(PIECE / parts / 8)) * parts;
  const piece = heap.floats(Math.min(step, length + parts));
  const [totals, found] = [heap.floats(2 * parts), heap.output(sums)];
  for (let row = 0; row < rows; row += 1) {
    heap.zero(totals, 2 * parts);
    const end = (row + 1) * length;
    for (let first = row * length; first < end; first += step) {
      const given = Math.min(step, end - first);
      const turns = Math.ceil(given / parts);
      // The last turn need not reach every part.
      heap.zero(piece + 4 * given, turns * parts - given);
      heap.put(piece, values, first, given);
      heap.functions.addTurns(piece, turns, parts, totals);
    }
    heap.functions.round(totals, parts, found + 4 * row * parts);
  }
}

const wasm: WasmForm = {
  modules,
  run(heap, call) {
    const { length, parts } = call.dimensions;
    if (parts === 1) sumRows(heap, call);
    else if (parts % 4 === 0 && length >= LONG_ROW) sumParts(heap, call);
    else fast(call);
  },
};

const partsOf = ({ rows, parts }: Dimensions): number => rows * parts;

/**
 * Sums of the rows of a matrix, each in `parts` interleaved parts:
 * sums[row][part] = Σₖ values[row][part + k·parts]. Row sums: parts = 1. Column sums of a matrix:
 * rows = 1, length = all entries, parts = columns. The sum of many numbers: several parts, then the
 * sum of their sums (`reduce` in shaders/lib/parts.ts). Each part has many accumulators, as a long
 * sum in float32 needs. Numbers and sums are finite.
 */
export default kernel({
  name: 'sum',
  dimensions: ['rows', 'length', 'parts'],
  reads: { values: { shape: ['rows', 'length'] } },
  writes: { sums: { shape: ['rows', 'parts'] } },
  division: ({ rows }) => (rows > 1 ? { along: 'rows', buffers: ['values', 'sums'] } : undefined),
  variants: {
    quads: {
      wgsl,
      workgroups: (dimensions) => spread(partsOf(dimensions), 256),
      fits: ({ length, parts }) => length % 4 === 0 && parts % 4 === 0,
    },
    rows: {
      wgsl: rows,
      workgroups: (dimensions) => spread(partsOf(dimensions), 64),
      fits: ({ length, parts }) => length % 4 === 0 && parts === 1,
    },
    unaligned: {
      wgsl: unaligned,
      workgroups: (dimensions) => spread(partsOf(dimensions), 64),
    },
  },
  check: partsFit,
  cpu({ dimensions: { rows, length, parts }, buffers: { values, sums } }) {
    for (let row = 0; row < rows; row += 1) {
      for (let part = 0; part < parts; part += 1) {
        let sum = 0;
        for (let i = part; i < length; i += parts) sum += values[row * length + i];
        sums[row * parts + part] = sum;
      }
    }
  },
  fast,
  wasm,
  bound: {
    absolute: 2e-5,
    relative: 1e-5,
    why: 'a rounding of 2⁻²⁴ of the running sum for each of up to 1,000 numbers an accumulator, up or down: for numbers of about 1 the sum wanders to 30 and the errors to 2e-5',
  },
  edges: [
    {
      title: 'one number is its own sum',
      dimensions: { rows: 1, length: 1, parts: 1 },
      buffers: { values: [5] },
      expected: { sums: [5] },
    },
    {
      title: 'with as many parts as columns, the columns of a matrix are summed',
      dimensions: { rows: 1, length: 12, parts: 4 },
      buffers: { values: [1, 2, 3, 4, 10, 20, 30, 40, 100, 200, 300, 400] },
      expected: { sums: [111, 222, 333, 444] },
    },
    {
      title: 'the last turn need not reach every part',
      dimensions: { rows: 2, length: 5, parts: 3 },
      buffers: { values: [1, 2, 3, 4, 5, 10, 20, 30, 40, 50] },
      expected: { sums: [5, 7, 3, 50, 70, 30] },
    },
    {
      title: 'long rows are summed piece by piece, to a last turn that is cut short',
      dimensions: { rows: 3, length: 20_005, parts: 64 },
    },
    {
      title: 'many rows of an odd length each have their own sum',
      dimensions: { rows: 20, length: 1001, parts: 1 },
    },
    {
      title: 'many equal numbers are summed without drift',
      dimensions: { rows: 1, length: 2 ** 16, parts: 64 },
      buffers: { values: new Array<number>(2 ** 16).fill(Math.fround(0.1)) },
      expected: { sums: new Array<number>(64).fill(1024 * Math.fround(0.1)) },
    },
  ],
});
