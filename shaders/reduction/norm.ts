import { kernel, spread } from '../../src/compute/kernel';
import { LARGEST } from '../lib/float32';
import infinity from '../lib/infinity.wgsl?raw';
import { partsFit } from '../lib/parts';
import squares from './lib/squares.wgsl?raw';
import direct from './norm.wgsl?raw';
import quads from './norm.quads.wgsl?raw';

/**
 * Euclidean norms of the rows of a matrix, each in `parts` interleaved parts:
 * norms[row][part] = √Σₖ values[row][part + k·parts]². The norm of norms of parts is the norm of the
 * whole (`reduce` in shaders/lib/parts.ts). Squares neither overflow nor vanish (Blue, “A portable
 * Fortran program to find the Euclidean norm of a vector”, 1978). An infinite number gives ∞, as
 * does a norm past the largest float32; NaN gives NaN.
 */
export default kernel({
  name: 'norm',
  dimensions: ['rows', 'length', 'parts'],
  reads: { values: { shape: ['rows', 'length'] } },
  writes: { norms: { shape: ['rows', 'parts'] } },
  variants: {
    quads: {
      wgsl: infinity + squares + quads,
      workgroups: ({ rows, parts }) => spread((rows * parts) / 4, 64),
      fits: ({ length, parts }) => length % 4 === 0 && parts % 4 === 0,
    },
    direct: {
      wgsl: infinity + squares + direct,
      workgroups: ({ rows, parts }) => spread(rows * parts, 64),
    },
  },
  check: partsFit,
  cpu({ dimensions: { rows, length, parts }, buffers: { values, norms } }) {
    for (let row = 0; row < rows; row += 1) {
      for (let part = 0; part < parts; part += 1) {
        let squares = 0;
        // In float64 the squares of float32 numbers neither overflow nor vanish.
        for (let i = part; i < length; i += parts) squares += values[row * length + i] ** 2;
        const norm = Math.sqrt(squares);
        norms[row * parts + part] = norm > LARGEST ? Infinity : norm;
      }
    }
  },
  fast({ dimensions: { rows, length, parts }, buffers: { values, norms } }) {
    const squares = new Float64Array(parts);
    for (let row = 0; row < rows; row += 1) {
      squares.fill(0);
      const end = (row + 1) * length;
      for (let start = row * length; start < end; start += parts) {
        const count = Math.min(parts, end - start);
        for (let part = 0; part < count; part += 1) {
          const value = values[start + part];
          squares[part] += value * value;
        }
      }
      for (let part = 0; part < parts; part += 1) {
        norms[row * parts + part] = Math.sqrt(squares[part]);
      }
    }
  },
  bound: {
    absolute: 1e-37,
    relative: 1e-5,
    why: 'a sum of up to 1,000 squares an accumulator, each rounded to 2⁻²⁴, under a root; a device may take subnormal numbers for 0',
  },
  edges: [
    {
      title: 'four parts side by side, each of its own size',
      dimensions: { rows: 1, length: 8, parts: 4 },
      buffers: { values: [3e30, 0, 3e-30, Infinity, 4e30, 0, 4e-30, 1] },
      expected: { norms: [5e30, 0, 5e-30, Infinity] },
    },
    {
      title: 'the norm of 3 and 4 is 5',
      dimensions: { rows: 1, length: 2, parts: 1 },
      buffers: { values: [3, -4] },
      expected: { norms: [5] },
    },
    {
      title: 'a zero vector has norm 0',
      dimensions: { rows: 1, length: 3, parts: 1 },
      buffers: { values: [0, 0, 0] },
      expected: { norms: [0] },
    },
    {
      title: 'numbers whose squares overflow or vanish keep their norm',
      dimensions: { rows: 3, length: 2, parts: 1 },
      buffers: { values: [3e30, 4e30, 3e-30, 4e-30, 3e38, 1e-30] },
      expected: { norms: [5e30, 5e-30, Math.fround(3e38)] },
    },
    {
      title: 'a norm that float32 does not hold is ∞',
      dimensions: { rows: 1, length: 2, parts: 1 },
      buffers: { values: [3e38, 3e38] },
      expected: { norms: [Infinity] },
    },
    {
      title: 'an infinite number and NaN are reported, each in its row',
      dimensions: { rows: 3, length: 2, parts: 1 },
      buffers: { values: [1, -Infinity, NaN, Infinity, 3, 4] },
      expected: { norms: [Infinity, NaN, 5] },
    },
    {
      title: 'the last turn need not reach every part',
      dimensions: { rows: 1, length: 5, parts: 3 },
      buffers: { values: [3, 6, 1, 4, 8] },
      expected: { norms: [5, 10, 1] },
    },
  ],
});
