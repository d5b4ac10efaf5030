import { kernel, spread } from '../../src/compute/kernel';
import { threefry2x32 } from '../../src/math/random';
import threefry from './lib/threefry.wgsl?raw';
import wgsl from './uniforms.wgsl?raw';

/**
 * Draws from [0, 1), on the grid of 2⁻²⁴, by the counter-based generator: entry i is the i-th
 * `uniform()` of `Random(seed, stream)`, bit for bit the same on every device.
 */
export default kernel({
  name: 'uniforms',
  dimensions: ['count'],
  knobs: {
    seed: { type: 'u32', min: 0, max: 0xffffffff },
    stream: { type: 'u32', min: 0, max: 0xffffffff },
  },
  writes: { uniforms: { shape: ['count'] } },
  variants: { direct: { wgsl: threefry + wgsl, workgroups: ({ count }) => spread(count, 256) } },
  cpu({ dimensions: { count }, knobs: { seed, stream }, buffers: { uniforms } }) {
    for (let i = 0; i < count; i += 1) {
      uniforms[i] = (threefry2x32(seed, stream, i, 0)[0] >>> 8) / 2 ** 24;
    }
  },
  bound: { absolute: 0, relative: 0, why: 'integers, scaled by a power of two' },
  edges: [
    {
      title: 'ten thousand draws are the same bit for bit',
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
