import { boolean, html, integer, scene, wholeGiven } from '../../../src/author';
import card from './card';
import { code } from './code';
import { countParameters, SIDE } from './model';
import { slips } from './slips';
import { solution } from './solution';
import { vary } from './vary';
import { view } from './view';

const size = { min: 1, max: 1024 };

export default scene({
  card,
  params: {
    in_channels: wholeGiven({ label: 'input channels', role: 'input', default: 3, ...size }),
    filters: wholeGiven({ label: 'filters', role: 'activation', default: 64, ...size }),
    kernel: wholeGiven({ label: 'window', role: 'weight', default: 3, min: 1, max: 11 }),
    bias: boolean({ label: 'bias', default: true }),
    groups: wholeGiven({ label: 'groups', default: 1, ...size }),
  },
  problem: (given, { kernel }) => html`
    <p>
      A convolution takes ${given('in_channels')} and has ${given('filters')}, each with a
      ${given('kernel')} × ${kernel} and a ${given('bias')}. Its channels form ${given('groups')}.
    </p>
    <p>
      How many parameters does it have? And how many would a fully connected layer need in its
      place, on images of ${SIDE} × ${SIDE} pixels?
    </p>
  `,
  check: ({ in_channels, filters, groups }) =>
    [in_channels, filters].every((count) => count % groups === 0)
      ? []
      : [
          {
            field: 'groups',
            message: `must divide the ${in_channels} input channels and the ${filters} filters without remainder`,
          },
        ],
  model: countParameters,
  answers: ({ per_filter, params, dense_params }) => [
    { name: 'per_filter', value: per_filter, format: integer },
    { name: 'params', value: params, format: integer },
    { name: 'dense_params', value: dense_params, format: integer },
  ],
  solution,
  predictions: () => [
    { answer: 'per_filter', kind: 'number', tex: 'p', label: 'parameters of one filter' },
    { answer: 'params', kind: 'number', tex: 'P', label: 'parameters of the convolution' },
    { answer: 'dense_params', kind: 'number', tex: 'D', label: 'parameters fully connected' },
  ],
  slips,
  vary,
  view,
  code,
  notes: {
    hands: 'The image becomes twice as wide and twice as high. How do the parameters change?',
    afterwards:
      'Those of the convolution do not change: it uses its weights at more positions. Those of the fully connected layer become nearly 16 times as many.',
  },
});
