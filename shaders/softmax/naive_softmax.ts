import { kernel, spread, type CpuCall, type Dimensions } from '../../src/compute/kernel';
import infinity from '../lib/infinity.wgsl?raw';
import wgsl from './naive_softmax.wgsl?raw';

const LARGEST_TILE = 4096;

const blocksOf = ({ count, tile }: Dimensions): number => Math.ceil(count / tile);

/** The largest finite float32. */
const LARGEST = 2 ** 128 - 2 ** 104;

/**
 * The denominator of a softmax that is not shifted by its maximum: Σ e^score for each block of
 * `tile` scores, as a number of float32. It is ∞ as soon as a term or the sum is past the largest.
 * Blocks `first` to `first + blocks` are summed, the others left alone.
 */
export default kernel({
  name: 'naive_softmax',
  dimensions: ['count', 'tile', 'blocks'],
  knobs: {
    first: { type: 'u32', min: 0, max: (sizes) => Math.max(0, blocksOf(sizes) - sizes.blocks) },
  },
  reads: { scores: { shape: ['count'] } },
  updates: { sums: { shape: [blocksOf] } },
  variants: {
    serial: {
      wgsl: infinity + wgsl,
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
      let sum = 0;
      for (const score of scores) sum += Math.exp(score);
      return sum > LARGEST ? Infinity : sum;
    });
  },
  // Rounded to float32 after every operation, as on a graphics card: float64 would overflow later.
  fast(call) {
    eachBlock(call, (scores) => {
      let sum = 0;
      for (const score of scores) sum = Math.fround(sum + Math.fround(Math.exp(score)));
      return sum;
    });
  },
  bound: {
    absolute: 1e-37,
    relative: 5e-5,
    why: 'exp is good to (3 + 2·89)·2⁻²⁴ = 1.1e-5 where it is largest; 4,096 sums, each rounded to 2⁻²⁴ up or down, grow like their root: 4e-6',
  },
  edges: [
    {
      title: 'the sum of e to 1 and e to 3 is 22.804',
      dimensions: { count: 2, tile: 2, blocks: 1 },
      knobs: { first: 0 },
      buffers: { scores: [1, 3] },
      expected: { sums: [Math.exp(1) + Math.exp(3)] },
    },
    {
      title: 'a score past 88.7 makes its block infinite, and no other',
      dimensions: { count: 6, tile: 2, blocks: 3 },
      knobs: { first: 0 },
      buffers: { scores: [0, 1000, 88, 0, 89, -89] },
      expected: { sums: [Infinity, Math.exp(88) + 1, Infinity] },
    },
    {
      title: 'blocks that are not to be summed keep what they hold',
      dimensions: { count: 5, tile: 2, blocks: 1 },
      knobs: { first: 1 },
      buffers: { scores: [9, 9, 0, 0, 9], sums: [7, 7, 7] },
      expected: { sums: [7, 2, 7] },
    },
    {
      title: 'terms that fit one by one overflow together',
      dimensions: { count: 4, tile: 4, blocks: 1 },
      knobs: { first: 0 },
      buffers: { scores: [88, 88, 88, 88] },
      expected: { sums: [Infinity] },
    },
    {
      title: 'terms too small for float32 sum to 0',
      dimensions: { count: 3, tile: 3, blocks: 1 },
      knobs: { first: 0 },
      buffers: { scores: [-104, -1000, -3e38] },
      expected: { sums: [0] },
    },
  ],
});

/** Writes for each block to be summed what `sumOf` makes of its scores. */
function eachBlock(
  { dimensions: { count, tile, blocks }, knobs: { first }, buffers: { scores, sums } }: CpuCall,
  sumOf: (scores: CpuCall['buffers'][string]) => number,
): void {
  for (let block = first; block < first + blocks; block += 1) {
    sums[block] = sumOf(scores.subarray(block * tile, Math.min((block + 1) * tile, count)));
  }
}
