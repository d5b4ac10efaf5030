import { kernel, spread } from '../src/compute/kernel';
import decay from './lib/decay.wgsl?raw';
import wgsl from './online_softmax.wgsl?raw';

const LARGEST_TILE = 4096;

/**
 * The registers of the online softmax (Milakov and Gimelshein, 2018) for each block of `tile`
 * scores: m, the largest, and l = Σ e^(score − m). Scores are finite, at most 1.7e38 in size, so
 * that their differences are finite too.
 */
export default kernel({
  name: 'online_softmax',
  dimensions: ['count', 'tile'],
  reads: { scores: { shape: ['count'] } },
  writes: {
    m: { shape: [({ count, tile }) => Math.ceil(count / tile)] },
    l: { shape: [({ count, tile }) => Math.ceil(count / tile)] },
  },
  variants: {
    serial: {
      wgsl: decay + wgsl,
      workgroups: ({ count, tile }) => spread(Math.ceil(count / tile), 64),
    },
  },
  check: ({ tile }) =>
    tile > LARGEST_TILE
      ? `tile is ${tile}; a block has at most ${LARGEST_TILE} scores, so that each is quick`
      : undefined,
  cpu({ dimensions: { count, tile }, buffers: { scores, m, l } }) {
    for (let block = 0; block * tile < count; block += 1) {
      const end = Math.min((block + 1) * tile, count);
      let top = -Infinity;
      let sum = 0;
      for (let i = block * tile; i < end; i += 1) {
        const larger = Math.max(top, scores[i]);
        sum = sum * Math.exp(top - larger) + Math.exp(scores[i] - larger);
        top = larger;
      }
      m[block] = top;
      l[block] = sum;
    }
  },
  // Rounded to float32 after every operation, as on a graphics card; one exponential a score.
  fast({ dimensions: { count, tile }, buffers: { scores, m, l } }) {
    const decay = (x: number): number => Math.fround(Math.exp(Math.fround(x)));
    for (let block = 0; block * tile < count; block += 1) {
      const end = Math.min((block + 1) * tile, count);
      let top = scores[block * tile];
      let sum = 1;
      for (let i = block * tile + 1; i < end; i += 1) {
        const score = scores[i];
        if (score > top) {
          sum = Math.fround(Math.fround(sum * decay(top - score)) + 1);
          top = score;
        } else {
          sum = Math.fround(sum + decay(score - top));
        }
      }
      m[block] = top;
      l[block] = sum;
    }
  },
  bound: {
    absolute: 1e-37,
    relative: 2e-5,
    why: 'up to 4,096 sums and rescalings, each rounded to 2⁻²⁴ up or down, grow like their root: 4e-6; exp is good to (3 + 2|x|)·2⁻²⁴ where it matters',
  },
  edges: [
    {
      title: 'the registers of 1, 3 after one block are 3 and 1.135',
      dimensions: { count: 2, tile: 2 },
      buffers: { scores: [1, 3] },
      expected: { m: [3], l: [1 + Math.exp(-2)] },
    },
    {
      title: 'scores that overflow a naive softmax do not overflow here',
      dimensions: { count: 4, tile: 3 },
      buffers: { scores: [1000, 1000, 999, -1000] },
      expected: { m: [1000, -1000], l: [2 + Math.exp(-1), 1] },
    },
    {
      title: 'a far smaller score weighs nothing, even at the ends of float32',
      dimensions: { count: 3, tile: 3 },
      buffers: { scores: [-1.5e38, 1.5e38, -1.5e38] },
      expected: { m: [Math.fround(1.5e38)], l: [1] },
    },
    {
      title: 'a tile larger than the tape is one block',
      dimensions: { count: 3, tile: 4096 },
      buffers: { scores: [0, 0, 0] },
      expected: { m: [0], l: [3] },
    },
  ],
});
