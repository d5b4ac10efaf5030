import { numberGiven, scaleFor, wholeGiven } from '../../../src/author';
import type { Givens } from './model';
import { DOUBTS, SURE } from './settings';

export const scale = scaleFor<Givens>()({
  params: {
    rows: wholeGiven({ label: 'predictions', default: 256, min: DOUBTS.length, max: 256 }),
    sure: numberGiven({ label: 'target at p', default: 0.99, ...SURE, step: 0.01 }),
  },
  question: 'Which logits still move when the target already has probability 0.99?',
  intro:
    'Each prediction has 50,257 logits, as many as GPT-2 has tokens, drawn from a normal distribution. The logit of the target is then raised, so that predictions go from a guess to near certainty.',
  kernels: ['normals', 'log_sum_exp', 'log_sum_exp_merge', 'cross_entropy'],
  defaults: (adapter) => ({ rows: adapter === 'hardware' ? 256 : DOUBTS.length }),
  open: async (stage) => new (await import('./gradients-at-scale')).GradientsAtScale(stage),
});
