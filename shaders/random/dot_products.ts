import { kernel, spread } from '../../src/compute/kernel';
import quarterTurns from '../../src/math/formula.wgsl?raw';
import { threefry2x32 } from '../../src/math/random';
import wgsl from './dot_products.wgsl?raw';
import boxMuller from './lib/box_muller.wgsl?raw';
import threefry from './lib/threefry.wgsl?raw';

/**
 * Dot products of pairs of standard normal vectors, drawn where they are used and not kept. Entry j
 * of pair i comes of one call of the generator, at the counter (`first` + i, j): its two words are
 * the two normals of Box and Muller (1958), whose product is −ln(1 − u)·sin(4πv).
 */
export default kernel({
  name: 'dot_products',
  dimensions: ['count', 'width'],
  knobs: {
    seed: { type: 'u32', min: 0, max: 0xffffffff },
    stream: { type: 'u32', min: 0, max: 0xffffffff },
    first: { type: 'u32', min: 0, max: ({ count }) => 2 ** 32 - count },
  },
  writes: { dots: { shape: ['count'] } },
  division: () => ({ along: 'count', buffers: ['dots'], first: 'first' }),
  variants: {
    direct: {
      wgsl: threefry + quarterTurns + boxMuller + wgsl,
      workgroups: ({ count }) => spread(count, 64),
    },
  },
  cpu({ dimensions: { count, width }, knobs: { seed, stream, first }, buffers: { dots } }) {
    const uniform = (bits: number): number => (bits >>> 8) / 2 ** 24;
    for (let i = 0; i < count; i += 1) {
      let total = 0;
      for (let j = 0; j < width; j += 1) {
        const [u, v] = threefry2x32(seed, stream, first + i, j);
        total -= Math.log(1 - uniform(u)) * Math.sin(4 * Math.PI * uniform(v));
      }
      dots[i] = total;
    }
  },
  bound: {
    absolute: 4e-4,
    relative: 1e-6,
    why: 'each product is good to 2⁻²⁰ of its size, 0.64 in the mean: 256 products leave 1.6e-4; sums of sixteen, and of those, add a few units of 2⁻²⁴ of at most 100',
  },
  suite: { largest: { width: 256 } },
  edges: [
    {
      title: 'pairs of one entry are products of two normals',
      dimensions: { count: 5000, width: 1 },
      knobs: { seed: 3, stream: 1, first: 0 },
    },
    {
      title: 'the last pairs of a stream can be drawn',
      dimensions: { count: 7, width: 3 },
      knobs: { seed: 1, stream: 0xffffffff, first: 2 ** 32 - 7 },
    },
  ],
});
