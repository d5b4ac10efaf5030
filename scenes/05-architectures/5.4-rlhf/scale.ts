import { scaleFor, wholeGiven } from '../../../src/author';
import type { Givens } from './model';

export const scale = scaleFor<Givens>()({
  params: {
    samples: wholeGiven({
      label: 'answers a step',
      default: 1024,
      min: 64,
      max: 65536,
      step: 64,
      logarithmic: true,
    }),
    updates: wholeGiven({ label: 'updates', default: 160, min: 20, max: 600, step: 20 }),
  },
  question: 'The proxy keeps rising. For how long does the true reward rise with it?',
  intro:
    'Sixteen answers; a reward model rates two rare bad ones too high. Policies sample answers and follow the policy gradient of this proxy, at five prices of KL. The givens by hand play no part here.',
  kernels: [
    ...['softmax', 'cumulative_thresholds', 'categorical_counts'],
    ...['policy_gradient', 'optimizer', 'scaled_copy'],
  ],
  defaults: (adapter) => ({ samples: adapter === 'hardware' ? 16384 : 1024 }),
  open: async (stage) => new (await import('./hacking-at-scale')).HackingAtScale(stage),
});
