import { numberGiven, scaleFor, wholeGiven } from '../../../src/author';
import type { Givens } from './model';

export const scale = scaleFor<Givens>()({
  params: {
    gain: numberGiven({
      label: 'gain (1 is He)',
      role: 'weight',
      default: 1.05,
      min: 0.1,
      max: 8,
      step: 0.01,
      logarithmic: true,
    }),
    width: wholeGiven({ label: 'units a layer', default: 128, min: 64, max: 1024, step: 64 }),
    inputs: wholeGiven({ label: 'inputs', default: 128, min: 64, max: 1024, step: 64 }),
  },
  uses: ['activation'],
  question: 'At which gain does layer 50 still whisper, and at which does it shout?',
  intro:
    'Fifty layers of random weights, forward from normal inputs and backward from a normal gradient. The gain multiplies the deviation of He; 0.71 is Xavier between layers of one width.',
  kernels: ['normals', 'matmul', 'elementwise_gradient', 'scaled_copy', 'binary', 'norm'],
  defaults: (adapter) =>
    adapter === 'hardware' ? { width: 512, inputs: 1024 } : { width: 128, inputs: 128 },
  open: async (stage) => new (await import('./layers-at-scale')).LayersAtScale(stage),
});
