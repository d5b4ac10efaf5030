import { html, integer, scene, wholeGiven } from '../../../src/author';
import card from './card';
import { check } from './check';
import { code } from './code';
import { outputSize, range } from './model';
import { slips } from './slips';
import { solution } from './solution';
import { vary } from './vary';
import { describe, view } from './view';

export default scene({
  card,
  params: {
    input: wholeGiven({ label: 'image', role: 'input', default: 28, ...range, min: 1 }),
    kernel: wholeGiven({ label: 'kernel', role: 'weight', default: 5, ...range, min: 1 }),
    stride: wholeGiven({ label: 'stride', default: 1, ...range }),
    padding: wholeGiven({ label: 'padding', default: 2, ...range }),
    dilation: wholeGiven({ label: 'dilation', default: 1, ...range }),
    pool: wholeGiven({ label: 'pool', role: 'value', default: 2, ...range, min: 1 }),
    pool_stride: wholeGiven({ label: 'pool stride', default: 2, ...range }),
  },
  problem: (given) => html`
    <p>
      A convolution slides a window over an image, both square: ${given('input')} and
      ${given('kernel')} cells a side, with ${given('padding')}, ${given('stride')} and
      ${given('dilation')}.
    </p>
    <p>
      A max-pool follows, with ${given('pool')} and ${given('pool_stride')}. How large is the output
      of each? And is that of the convolution as large as the image?
    </p>
  `,
  check,
  model: outputSize,
  answers: ({ input, conv_out, pool_out }) => [
    { name: 'conv_out', value: conv_out, format: integer },
    { name: 'pool_out', value: pool_out, format: integer },
    { name: 'same', value: conv_out === input ? 'yes' : 'no' },
  ],
  solution,
  predictions: () => [
    {
      answer: 'conv_out',
      kind: 'number',
      tex: 'o_{\\text{conv}}',
      label: 'side of the convolution’s output',
    },
    {
      answer: 'pool_out',
      kind: 'number',
      tex: 'o_{\\text{pool}}',
      label: 'side after the max-pool',
    },
    {
      answer: 'same',
      kind: 'choice',
      tex: '\\text{same}',
      label: 'as large as the image',
      choices: { yes: 'yes', no: 'no' },
    },
  ],
  slips,
  vary,
  view,
  describe,
  code,
  notes: {
    hands:
      'An image of 28, a kernel of 5, a padding of 2, and now a stride of 2: is the output 13, 14 or 15?',
    afterwards:
      '$\\lfloor (28 + 2 \\cdot 2 - 5) / 2 \\rfloor + 1 = 13 + 1 = 14$. The last half step is not taken, so one row and one column are left out.',
  },
});
