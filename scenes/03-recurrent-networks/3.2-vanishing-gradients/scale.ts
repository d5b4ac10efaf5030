import { numberGiven, scaleFor, wholeGiven, type Compute } from '../../../src/author';
import { NOISE } from './carry';
import type { Givens } from './model';
import type { ScaleGivens } from './settings';

const sizes: Readonly<
  Record<Compute['adapter'], Pick<ScaleGivens, 'hidden' | 'networks' | 'horizon'>>
> = {
  hardware: { hidden: 256, networks: 8, horizon: 200 },
  software: { hidden: 96, networks: 8, horizon: 100 },
  cpu: { hidden: 96, networks: 8, horizon: 100 },
};

export const scale = scaleFor<Givens>()({
  params: {
    hidden: wholeGiven({
      label: 'hidden',
      default: 256,
      min: 2,
      max: 512,
      step: 16,
    }),
    networks: wholeGiven({ label: 'networks', default: 16, min: 1, max: 64 }),
    radius: numberGiven({
      label: 'radius up to',
      default: 2,
      min: 0.1,
      max: 2,
      step: 0.1,
    }),
    horizon: wholeGiven({ label: 'steps back', default: 200, min: 1, max: 200 }),
  },
  question: 'At which spectral radius does the gradient neither vanish nor explode?',
  intro: `Random tanh networks, driven by noise of deviation ${NOISE}. Entries of $W$ are normal with deviation radius/√hidden (the circular law). A vector is carried back: colour is the mean logarithm of its length.`,
  kernels: ['rnn_step', 'rnn_step_back', 'mean_log_norm', 'normals', 'transpose'],
  defaults: (adapter) => sizes[adapter],
  open: async (stage) => new (await import('./gradients-at-scale')).GradientsAtScale(stage),
});
