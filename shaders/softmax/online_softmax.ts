import { kernel, spread, type CpuCall, type Dimensions } from '../../src/compute/kernel';
import decay from './lib/decay.wgsl?raw';
import wgsl from './online_softmax.wgsl?raw';

const LARGEST_TILE = 4096;

const blocksOf = ({ count, tile }: Dimensions): number => Math.ceil(count / tile);

/**
 * The registers of the online softmax (Milakov and Gimelshein, 2018) for each block of `tile`
 * scores: m, the largest, and l = Σ e^(score − m). Scores are finite, at most 1.7e38 in size, so
 * that their differences are finite too. Blocks `first` to `first + blocks` are read, the others left
 * alone, so that a long tape can be cut into pieces.
 */
export default kernel({
  name: 'online_softmax',
  dimensions: ['count', 'tile', 'blocks'],
  knobs: {
    first: { type: 'u32', min: 0, max: (sizes) => Math.max(0, blocksOf(sizes) - sizes.blocks) },
  },
  reads: { scores: { shape: ['count'] } },
  updates: { m: { shape: [blocksOf] }, l: { shape: [blocksOf] } },
  variants: {
    serial: {
      wgsl: decay + wgsl,
      workgroups: ({ blocks }) => spread(blocks, 64),
    },
  },
  check(sizes, { first }) {
    const { tile, blocks } = sizes;
    if (tile > LARGEST_TILE) {
      return `tile is ${tile}; a block has at most ${LARGEST_TILE} scores, so that each is quick`;
    }
    const all = blocksOf(sizes);
    return first + blocks > all
      ? `blocks ${first} to ${first + blocks} pass the last of ${all}`
      : undefined;
  },
  cpu(call) {
    eachBlock(call, (scores) => {
      let top = -Infinity;
      let sum = 0;
      for (const score of scores) {
        const larger = Math.max(top, score);
        sum = sum * Math.exp(top - larger) + Math.exp(score - larger);
        top = larger;
      }
      return [top, sum];
    });
  },
  // Rounded to float32 after every operation, as on a graphics card; one exponential a score.
  fast(call) {
    const decay = (x: number): number => Math.fround(Math.exp(Math.fround(x)));
    eachBlock(call, (scores) => {
      let top = scores[0];
      let sum = 1;
      for (let i = 1; i < scores.length; i += 1) {
        const score = scores[i];
        if (score > top) {
          sum = Math.fround(Math.fround(sum * decay(top - score)) + 1);
          top = score;
        } else {
          sum = Math.fround(sum + decay(score - top));
        }
      }
      return [top, sum];
    });
  },
  bound: {
    absolute: 1e-37,
    relative: 2e-5,
    why: 'up to 4,096 sums and rescalings, each rounded to 2⁻²⁴ up or down, grow like their root: 4e-6; exp is good to (3 + 2|x|)·2⁻²⁴ where it matters',
  },
  edges: [
    {
      title: 'the registers of 1, 3 after one block are 3 and 1.135',
      dimensions: { count: 2, tile: 2, blocks: 1 },
      knobs: { first: 0 },
      buffers: { scores: [1, 3] },
      expected: { m: [3], l: [1 + Math.exp(-2)] },
    },
    {
      title: 'scores that overflow a naive softmax do not overflow here',
      dimensions: { count: 4, tile: 3, blocks: 2 },
      knobs: { first: 0 },
      buffers: { scores: [1000, 1000, 999, -1000] },
      expected: { m: [1000, -1000], l: [2 + Math.exp(-1), 1] },
    },
    {
      title: 'a far smaller score weighs nothing, even at the ends of float32',
      dimensions: { count: 3, tile: 3, blocks: 1 },
      knobs: { first: 0 },
      buffers: { scores: [-1.5e38, 1.5e38, -1.5e38] },
      expected: { m: [Math.fround(1.5e38)], l: [1] },
    },
    {
      title: 'blocks that are not to be read keep their registers',
      dimensions: { count: 5, tile: 2, blocks: 1 },
      knobs: { first: 1 },
      buffers: { scores: [9, 9, 1, 1, 9], m: [7, 7, 7], l: [8, 8, 8] },
      expected: { m: [7, 1, 7], l: [8, 2, 8] },
    },
    {
      title: 'a tile larger than the tape is one block',
      dimensions: { count: 3, tile: 4096, blocks: 1 },
      knobs: { first: 0 },
      buffers: { scores: [0, 0, 0] },
      expected: { m: [0], l: [3] },
    },
  ],
});

/** Writes for each block to be read what `registersOf` makes of its scores: m and l. */
function eachBlock(
  { dimensions: { count, tile, blocks }, knobs: { first }, buffers: { scores, m, l } }: CpuCall,
  registersOf: (scores: CpuCall['buffers'][string]) => readonly [number, number],
): void {
  for (let block = first; block < first + blocks; block += 1) {
    const tape = scores.subarray(block * tile, Math.min((block + 1) * tile, count));
    [m[block], l[block]] = registersOf(tape);
  }
}
