import { kernel, spread, type CpuCall, type Dimensions } from '../../src/compute/kernel';
import wgsl from './attention_tile.wgsl?raw';

/** What stands for a weight of 0, as a power of ten: float32 has nothing smaller. */
const LOWEST = -38;

/**
 * A window onto the table of attention weights, computed for what is in view. The pixel in row y and
 * column x samples the queries `queries[y]` and the keys `keys[x]`, `samples` tokens each, and shows
 * the logarithm to base 10 of the largest weight among their pairs. Which tokens those are is worked
 * out beforehand in float64: in float32 it would be a matter of rounding. `registers` are those that
 * the kernel `attention` leaves behind.
 */
export default kernel({
  name: 'attention_tile',
  dimensions: ['tokens', 'width', 'rows', 'columns', 'samples'],
  knobs: { causal: { type: 'u32', min: 0, max: 1 } },
  reads: {
    q: { shape: ['tokens', 'width'] },
    k: { shape: ['tokens', 'width'] },
    registers: { shape: ['tokens', 2], fill: (random) => 1 + random.uniform() },
    queries: { shape: ['rows', 'samples'], type: 'u32', fill: anyToken },
    keys: { shape: ['columns', 'samples'], type: 'u32', fill: anyToken },
  },
  writes: { weights: { shape: ['rows', 'columns'] } },
  division: () => ({ along: 'rows', buffers: ['queries', 'weights'] }),
  variants: { pixels: { wgsl, workgroups: ({ rows, columns }) => spread(rows * columns, 64) } },
  cpu: tile,
  bound: {
    absolute: 2e-5,
    relative: 1e-5,
    why: 'a score of at most 130 products near 1 is off by about 2⁻¹⁸, and the logarithm keeps that absolute',
  },
  suite: { largest: { samples: 3 } },
  edges: [
    {
      title: 'a token in the future has the lowest weight there is',
      dimensions: { tokens: 2, width: 1, rows: 2, columns: 2, samples: 1 },
      knobs: { causal: 1 },
      buffers: { q: [0, 0], k: [0, 0], registers: [0, 1, 0, 1], queries: [0, 1], keys: [0, 1] },
      expected: { weights: [0, LOWEST, 0, 0] },
    },
    {
      title: 'of several samples the largest weight shows',
      dimensions: { tokens: 3, width: 1, rows: 1, columns: 1, samples: 3 },
      knobs: { causal: 0 },
      buffers: {
        q: [Math.LN10, Math.LN10, Math.LN10],
        k: [-3, -1, -2],
        registers: [0, 1, 0, 1, 0, 1],
        queries: [0, 1, 2],
        keys: [0, 1, 2],
      },
      expected: { weights: [-1] },
    },
  ],
});

function anyToken(random: { uniform(): number }, { tokens }: Dimensions): number {
  return Math.floor(random.uniform() * tokens);
}

function tile({ dimensions, knobs, buffers }: CpuCall): void {
  const { tokens, width, rows, columns, samples } = dimensions;
  const { q, k, registers, queries, keys, weights } = buffers;
  for (let pixel = 0; pixel < rows * columns; pixel += 1) {
    const row = Math.floor(pixel / columns) * samples;
    const column = (pixel % columns) * samples;
    let largest = LOWEST;
    for (let a = row; a < row + samples; a += 1) {
      const i = Math.min(queries[a], tokens - 1);
      const normalizer = registers[2 * i] + Math.log(registers[2 * i + 1]);
      for (let b = column; b < column + samples; b += 1) {
        const j = Math.min(keys[b], tokens - 1);
        if (knobs.causal === 1 && j > i) continue;
        let score = 0;
        for (let d = 0; d < width; d += 1) score += q[i * width + d] * k[j * width + d];
        largest = Math.max(largest, (score / Math.sqrt(width) - normalizer) / Math.LN10);
      }
    }
    weights[pixel] = largest;
  }
}
