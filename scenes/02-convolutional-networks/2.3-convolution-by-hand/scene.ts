import {
  boolean,
  html,
  integer,
  matrixGiven,
  scene,
  wholeGiven,
  type Matrix,
} from '../../../src/author';
import card from './card';
import { code } from './code';
import { explain } from './explain';
import { convolve } from './model';
import { scale } from './scale';
import { slips } from './slips';
import { solution } from './solution';
import { vary } from './vary';
import { view } from './view';

const entries = { min: -1e6, max: 1e6 };
const sides = (m: Matrix): readonly number[] => [m.length, m[0].length];

export default scene({
  card,
  params: {
    image: matrixGiven({
      label: 'image',
      role: 'input',
      default: [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ],
      maxRows: 12,
      maxColumns: 12,
      entries,
    }),
    kernel: matrixGiven({
      label: 'kernel',
      role: 'weight',
      default: [
        [1, 0],
        [0, -1],
      ],
      maxRows: 5,
      maxColumns: 5,
      entries,
    }),
    stride: wholeGiven({ label: 'stride', default: 1, min: 1, max: 3 }),
    padding: wholeGiven({ label: 'padding', default: 0, min: 0, max: 3 }),
    flip: boolean({ label: 'flip the kernel (true convolution)', default: false }),
  },

  problem: (given, { kernel, padding }) => html`
    <p>
      A window of ${kernel.length} × ${kernel[0].length} slides over an image. At each position,
      multiply the kernel’s weights by the pixels under them, and add up the products.
    </p>
    <p>${given('image')} ${given('kernel')}</p>
    <p>
      With ${given('stride')} and ${given('padding')}${padding > 0 ? ' (of zeros)' : ''}, what are
      the entries of the output? Are they all equal? ${given('flip')}
    </p>
  `,

  check({ image, kernel, padding }) {
    const fits = [0, 1].every((side) => sides(kernel)[side] <= sides(image)[side] + 2 * padding);
    return fits
      ? []
      : [
          {
            field: 'kernel',
            message: `is ${sides(kernel).join(' × ')} and does not fit an image of ${sides(image).join(' × ')} with padding ${padding}`,
          },
        ];
  },

  model: convolve,

  answers: ({ out, constant }) => [
    {
      name: 'out',
      value: out,
      ...(out.flat().every(Number.isInteger) && { format: integer }),
    },
    { name: 'constant', value: constant ? 'yes' : 'no' },
  ],

  solution,

  predictions: () => [
    { answer: 'out', kind: 'matrix', tex: '\\text{out}', label: 'out' },
    {
      answer: 'constant',
      kind: 'choice',
      tex: '\\text{all equal?}',
      label: 'all outputs equal',
      choices: { yes: 'yes', no: 'no' },
    },
  ],

  slips,
  vary,
  view,
  explain,
  scale,
  code,
  notes: {
    hands: 'Add 100 to every pixel: does the output change?',
    afterwards:
      'Not here: the weights sum to 0, so whatever all pixels have in common cancels. A kernel whose weights sum to $s$ adds $100 s$ to every output.',
  },
});
