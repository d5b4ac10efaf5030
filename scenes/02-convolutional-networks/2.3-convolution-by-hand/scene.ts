import { boolean, html, integer, matrixGiven, scene, wholeGiven } from '../../../src/author';
import card from './card';
import { code } from './code';
import { describe } from './describe';
import { convolve } from './model';
import { scale } from './scale';
import { paddedToSame, turnedWrongly, withoutMinus, withoutProducts } from './slips';
import { solution } from './solution';
import { vary } from './vary';
import { view } from './view';

const entries = { min: -1e6, max: 1e6 };

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
      A window of ${kernel.length} × ${kernel[0].length} slides over an image. At each position the
      kernel’s weights are multiplied with the pixels they lie on, and added up.
    </p>
    <p>${given('image')} ${given('kernel')}</p>
    <p>
      With ${given('stride')} and ${given('padding')}${padding > 0 ? ' (of zeros)' : ''}, what is
      every entry of the output? Are they all equal? ${given('flip')}
    </p>
  `,

  check({ image, kernel, padding }) {
    const problems = [];
    const [rows, columns] = [image.length, image[0].length].map((size) => size + 2 * padding);
    if (kernel.length > rows || kernel[0].length > columns) {
      problems.push({
        field: 'kernel',
        message: `is ${kernel.length} × ${kernel[0].length} and does not fit an image of ${image.length} × ${image[0].length} with padding ${padding}`,
      });
    }
    return problems;
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
      tex: '\\text{constant}',
      label: 'all outputs equal',
      choices: { yes: 'yes', no: 'no' },
    },
  ],

  slips: [
    {
      field: 'out',
      value: withoutMinus,
      hint: 'A minus was read as a plus. The kernel’s weights keep their signs in every product.',
    },
    {
      field: 'out',
      value: turnedWrongly,
      hint: 'The kernel lies the wrong way round. See whether flip is on: only a true convolution turns it by 180°.',
    },
    {
      field: 'out',
      value: withoutProducts,
      hint: 'These are the sums of the pixels in each window. Multiply each pixel with the weight that lies on it first.',
    },
    {
      field: 'out',
      value: (model) => paddedToSame(model, true),
      hint: 'The image was padded so that the output is as large as it is. Here the padding is 0: the window stays inside.',
    },
    {
      field: 'out',
      value: (model) => paddedToSame(model, false),
      hint: 'The image was padded so that the output is as large as it is. Here the padding is 0: the window stays inside.',
    },
  ],

  vary,
  view,
  describe: (model, { t }) => describe(model, t),
  scale,
  code,
  notes: {
    hands: 'Add 100 to every pixel: does the output change?',
    afterwards:
      'Not here: the weights sum to 0, so whatever all pixels have in common cancels. A kernel whose weights sum to s adds 100·s to every output.',
  },
});
