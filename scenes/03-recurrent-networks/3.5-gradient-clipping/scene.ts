import { html, numberGiven, scene, vectorGiven } from '../../../src/author';
import card from './card';
import { code } from './code';
import { clip } from './model';
import { scale } from './scale';
import { slips } from './slips';
import { solution } from './solution';
import { clipGradNorm, task } from './task';
import { vary } from './vary';
import { view } from './view';

export default scene({
  card,
  params: {
    grads: vectorGiven({
      label: 'g',
      role: 'gradient',
      default: [6, 8],
      maxLength: 6,
      entries: { min: -1e6, max: 1e6 },
      step: 0.5,
    }),
    max_norm: numberGiven({
      label: 'm',
      role: 'weight',
      default: 5,
      min: 0.01,
      max: 1e6,
      step: 0.5,
    }),
  },
  problem: (given) => html`
    <p>
      Backpropagation gives the gradient ${given('grads')}. Before the step is taken, its norm is
      clipped at ${given('max_norm')}.
    </p>
    <p>
      How long is the gradient, by what is it multiplied, and what is left? Then write the clipping
      for a whole network, as it stands in a training loop between the gradient and the step.
    </p>
  `,
  model: clip,
  answers: ({ norm, scale, clipped }) => [
    { name: 'norm', value: norm },
    { name: 'scale', value: scale },
    { name: 'clipped', value: clipped },
    { name: 'code', value: clipGradNorm, label: 'the clipping' },
  ],
  solution,
  predictions: (model) => [
    { answer: 'norm', kind: 'number', tex: '\\lVert g\\rVert', label: 'its norm' },
    { answer: 'scale', kind: 'number', tex: 's', label: 'the factor' },
    { answer: 'clipped', kind: 'vector', tex: 'c', label: 'the clipped gradient' },
    { answer: 'code', kind: 'code', label: 'the clipping, in JavaScript', options: task(model) },
  ],
  slips,
  vary,
  view,
  scale,
  code,
  notes: {
    hands: 'Does clipping by the norm ever change the direction of the gradient?',
    afterwards:
      'No: every entry is multiplied by the same factor. Capping each entry at $5$ would turn $(6, 8)$ into $(5, 5)$, which points elsewhere.',
  },
});
