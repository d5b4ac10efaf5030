import { kernel, spread } from '../../src/compute/kernel';
import wgsl from './elementwise_gradient.wgsl?raw';
import unaligned from './elementwise_gradient.unaligned.wgsl?raw';
import { activationIndex } from '../lib/activation';
import infinity from '../lib/infinity.wgsl?raw';
import { slopes } from './lib/maps';
import activationWgsl from '../lib/activation.wgsl?raw';
import mapsWgsl from './lib/maps.wgsl?raw';
import { specialised } from '../lib/specialised';
import { wholeOrNot } from './lib/whole';

/** Numbers of a workgroup. */
const EACH = 1024;

/**
 * The gradient with respect to the inputs of an `elementwise` activation (none, relu, tanh, sigmoid
 * or gelu, by `activationIndex`): the one that arrives, `upstream`, times the derivative at each
 * input. Inputs are finite.
 */
export default kernel({
  name: 'elementwise_gradient',
  dimensions: ['count'],
  knobs: { operation: { type: 'u32', min: 0, max: slopes.length - 1 } },
  reads: { inputs: { shape: ['count'] }, upstream: { shape: ['count'] } },
  writes: { gradient: { shape: ['count'] } },
  variants: specialised('operation', activationIndex, {
    ...wholeOrNot(
      'quads',
      {
        wgsl: infinity + activationWgsl + mapsWgsl + wgsl,
        workgroups: ({ count }) => spread(count, EACH),
        fits: ({ count }) => count % 4 === 0,
      },
      { each: EACH, count: ({ count }) => count },
    ),
    unaligned: {
      wgsl: infinity + activationWgsl + mapsWgsl + unaligned,
      workgroups: ({ count }) => spread(count, EACH),
    },
  }),
  cpu({ dimensions: { count }, knobs: { operation }, buffers }) {
    const { inputs, upstream, gradient } = buffers;
    for (let i = 0; i < count; i += 1) gradient[i] = upstream[i] * slopes[operation](inputs[i]);
  },
  bound: {
    absolute: 5e-6,
    relative: 2e-5,
    why: 'a derivative of about 1 is good to a few units of 2⁻²³, the difference 1 − tanh² absolutely so, and is multiplied by a gradient of a few units',
  },
  suite: { largest: { count: EACH } },
  edges: [
    {
      title: 'at 0 tanh passes the gradient on, sigmoid a quarter of it',
      dimensions: { count: 2 },
      knobs: { operation: activationIndex.sigmoid },
      buffers: { inputs: [0, 0], upstream: [1, -8] },
      expected: { gradient: [0.25, -2] },
    },
    {
      title: 'at its kink relu passes nothing on',
      dimensions: { count: 3 },
      knobs: { operation: activationIndex.relu },
      buffers: { inputs: [-1, 0, 2e-38], upstream: [5, 5, 5] },
      expected: { gradient: [0, 0, 5] },
    },
    {
      title: 'a saturated tanh passes nothing on',
      dimensions: { count: 4 },
      knobs: { operation: activationIndex.tanh },
      buffers: { inputs: [-3e38, 30, 0, 3e38], upstream: [1, 1, 1, 1] },
      expected: { gradient: [0, 0, 1, 0] },
    },
    {
      title: 'gelu passes half at 0, nothing far below and everything far above',
      dimensions: { count: 4 },
      knobs: { operation: activationIndex.gelu },
      buffers: { inputs: [-3e38, 0, 30, 3e38], upstream: [1, 1, 1, 1] },
      expected: { gradient: [0, 0.5, 1, 1] },
    },
  ],
});
