import { kernel, spread } from '../../src/compute/kernel';
import quarterTurns from '../../src/math/formula.wgsl?raw';
import { threefry2x32 } from '../../src/math/random';
import boxMuller from './lib/box_muller.wgsl?raw';
import threefry from './lib/threefry.wgsl?raw';
import wgsl from './normals.wgsl?raw';

/**
 * Draws from the standard normal distribution (Box and Muller, 1958) by the counter-based
 * generator: entry i is the i-th `normal()` of `Random(seed, stream)`, whatever is drawn beside it.
 */
export default kernel({
  name: 'normals',
  dimensions: ['count'],
  knobs: {
    seed: { type: 'u32', min: 0, max: 0xffffffff },
    stream: { type: 'u32', min: 0, max: 0xffffffff },
  },
  writes: { normals: { shape: ['count'] } },
  variants: {
    direct: {
      wgsl: threefry + quarterTurns + boxMuller + wgsl,
      workgroups: ({ count }) => spread(count, 64),
    },
  },
  // The two counters of the last draw must fit 32 bits.
  check: ({ count }) =>
    count > 2 ** 31 ? `count is ${count}; the counter ends at 2³¹` : undefined,
  cpu({ dimensions: { count }, knobs: { seed, stream }, buffers: { normals } }) {
    const uniform = (draw: number): number =>
      (threefry2x32(seed, stream, draw, 0)[0] >>> 8) / 2 ** 24;
    for (let i = 0; i < count; i += 1) {
      const radius = Math.sqrt(-2 * Math.log(1 - uniform(2 * i)));
      normals[i] = radius * Math.cos(2 * Math.PI * uniform(2 * i + 1));
    }
  },
  bound: {
    absolute: 1e-6,
    relative: 3e-6,
    why: 'WGSL gives log to 2⁻²¹ where it is at least 0.35, the series below that to 2⁻²³; cosine and root add a few units of 2⁻²⁴, at most 5.8 times',
  },
  edges: [
    {
      title: 'the first draw of seed 0 is that of Random(0)',
      dimensions: { count: 1 },
      knobs: { seed: 0, stream: 0 },
    },
    {
      title: 'thousands of draws hold the bound, the rare ones near 0 included',
      dimensions: { count: 10_000 },
      knobs: { seed: 1, stream: 2 },
    },
    {
      title: 'the largest seed and stream are taken as they are',
      dimensions: { count: 65 },
      knobs: { seed: 0xffffffff, stream: 0xffffffff },
    },
  ],
});
