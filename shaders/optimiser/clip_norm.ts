import { kernel, spread } from '../../src/compute/kernel';
import wgsl from './clip_norm.wgsl?raw';
import infinity from '../lib/infinity.wgsl?raw';

/**
 * Clips gradients by their common norm (Pascanu, Mikolov and Bengio, 2013, algorithm 1): all are
 * multiplied by max_norm / norm where `norm` (one number, not negative) is larger than `max_norm`, so
 * that their direction stays. Under an infinite norm, or one that is not a number, they are left as
 * they are.
 */
export default kernel({
  name: 'clip_norm',
  dimensions: ['count'],
  knobs: { max_norm: { type: 'f32', min: 0, max: 1e6 } },
  reads: { norm: { shape: [1], fill: (random) => 1e6 * random.uniform() } },
  updates: { gradients: { shape: ['count'] } },
  variants: {
    direct: { wgsl: infinity + wgsl, workgroups: ({ count }) => spread(count, 512) },
  },
  cpu({ dimensions: { count }, knobs: { max_norm: limit }, buffers: { norm, gradients } }) {
    const [size] = norm;
    // Written so that NaN leaves them as they are.
    if (!(size > limit) || size === Infinity) return;
    for (let i = 0; i < count; i += 1) gradients[i] *= limit / size;
  },
  bound: {
    absolute: 1e-37,
    relative: 5e-7,
    why: 'a quotient that WGSL gives to 2.5 units of 2⁻²⁴, and a product',
  },
  edges: [
    {
      title: 'a vector of norm 10 is shortened to 5, in its direction',
      dimensions: { count: 2 },
      knobs: { max_norm: 5 },
      buffers: { norm: [10], gradients: [6, 8] },
      expected: { gradients: [3, 4] },
    },
    {
      title: 'a shorter one stays, as does one of norm 0',
      dimensions: { count: 2 },
      knobs: { max_norm: 0 },
      buffers: { norm: [0], gradients: [0, 0] },
      expected: { gradients: [0, 0] },
    },
    {
      title: 'an infinite norm changes nothing',
      dimensions: { count: 2 },
      knobs: { max_norm: 5 },
      buffers: { norm: [Infinity], gradients: [3e38, 1] },
      expected: { gradients: [Math.fround(3e38), 1] },
    },
    {
      title: 'a norm that is not a number changes nothing',
      dimensions: { count: 2 },
      knobs: { max_norm: 5 },
      buffers: { norm: [NaN], gradients: [2, 1] },
      expected: { gradients: [2, 1] },
    },
  ],
});
