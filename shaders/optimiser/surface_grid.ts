import { kernel, spread } from '../../src/compute/kernel';
import { BATCH } from '../../src/math/formula-batch';
import wgsl from './surface_grid.wgsl?raw';

const position = { type: 'f32', min: -16, max: 16 } as const;

/**
 * A surface over a grid of points, the first row at `bottom`, the last at `top`, both included, and
 * so from `left` to `right`. What is not a number, or beyond ±10³⁰, is written as 10³⁰.
 */
export default kernel({
  name: 'surface_grid',
  dimensions: ['columns', 'rows'],
  knobs: { left: position, right: position, bottom: position, top: position },
  slots: { surface: ['x', 'y'] },
  writes: { heights: { shape: ['rows', 'columns'] } },
  variants: {
    plain: { wgsl, workgroups: ({ columns, rows }) => spread(columns * rows, 64) },
  },
  cpu({ dimensions: { columns, rows }, knobs, slots: { surface }, buffers: { heights } }) {
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        const x = along(knobs.left, knobs.right, column, columns);
        const y = along(knobs.bottom, knobs.top, row, rows);
        heights[row * columns + column] = bounded(surface(x, y));
      }
    }
  },
  fast({ dimensions: { columns, rows }, knobs, batches: { surface }, buffers: { heights } }) {
    const values = [new Float64Array(BATCH), new Float64Array(BATCH)];
    for (let row = 0; row < rows; row += 1) {
      values[1].fill(along(knobs.bottom, knobs.top, row, rows));
      for (let start = 0; start < columns; start += BATCH) {
        const size = Math.min(BATCH, columns - start);
        for (let i = 0; i < size; i += 1) {
          values[0][i] = along(knobs.left, knobs.right, start + i, columns);
        }
        const z = surface(values, size);
        for (let i = 0; i < size; i += 1) heights[row * columns + start + i] = bounded(z[i]);
      }
    }
  },
  bound: {
    absolute: 1e-3,
    relative: 1e-5,
    why: 'positions up to 16 are rounded to 2⁻²⁰, slopes in the suite reach 65, and a few operations on numbers below 800 are rounded to 2⁻²⁴ each',
  },
  edges: [
    {
      title: 'a grid of one point stands at its lower left corner',
      dimensions: { columns: 1, rows: 1 },
      knobs: { left: 0, right: 5, bottom: 0, top: 5 },
      expected: { heights: [0] },
    },
    {
      title: 'rows run from the bottom to the top, both included',
      dimensions: { columns: 1, rows: 3 },
      knobs: { left: 0, right: 0, bottom: -1, top: 1 },
      expected: { heights: [2 - Math.sin(1), 0, 2 + Math.sin(1)] },
    },
  ],
});

const along = (from: number, to: number, index: number, count: number): number =>
  from + ((to - from) * index) / Math.max(1, count - 1);

// Written so that NaN is not within anything.
const bounded = (z: number): number => (Math.abs(z) <= 1e30 ? z : 1e30);
