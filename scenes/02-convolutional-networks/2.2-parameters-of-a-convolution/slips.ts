import type { Slip } from '../../../src/author';
import { SIDE, type Model } from './model';

const PIXELS = SIDE * SIDE;

/** The known wrong ways, in the order they are looked for. */
export const slips: readonly Slip<Model>[] = [
  {
    field: 'per_filter',
    value: ({ bias, weights }) => (bias ? weights : undefined),
    hint: 'These are the weights of a filter. It adds a bias as well.',
    highlights: ['bias'],
  },
  {
    field: 'per_filter',
    value: ({ kernel, bias }) => kernel ** 2 + Number(bias),
    hint: 'This filter would see one channel. It has a window of weights for every channel it sees.',
    highlights: ['in_channels'],
  },
  {
    field: 'params',
    value: ({ bias, filters, weights }) => (bias ? filters * weights : undefined),
    hint: 'The biases are missing: each filter has one.',
    highlights: ['bias'],
  },
  {
    field: 'params',
    value: ({ bias, filters, seen, kernel }) =>
      bias ? filters * seen * (kernel ** 2 + 1) : undefined,
    hint: 'There is a bias here for each channel of each filter. A filter adds up its channels first and then has one bias.',
    highlights: ['bias'],
  },
  {
    field: 'params',
    value: ({ filters, kernel, bias }) => filters * (kernel ** 2 + Number(bias)),
    hint: 'Here each filter sees one channel. It has a window of weights for every channel it sees.',
    highlights: ['in_channels'],
  },
  {
    field: 'params',
    value: ({ filters, seen, kernel, bias }) => filters * (seen * kernel + Number(bias)),
    hint: 'The window was counted along one side. It is $k$ wide and $k$ high.',
    highlights: ['kernel'],
  },
  {
    field: 'params',
    value: ({ params }) => params * PIXELS,
    hint: 'This counts every position of the image. The same weights serve at all of them.',
    highlights: ['weights'],
  },
  {
    field: 'params',
    value: ({ groups, filters, in_channels, kernel, bias }) =>
      groups > 1 ? filters * (in_channels * kernel ** 2 + Number(bias)) : undefined,
    hint: 'This is without groups. A filter sees only the channels of its own group.',
    highlights: ['in_channels'],
  },
  {
    field: 'dense_params',
    value: ({ bias, inputs, outputs }) => (bias ? inputs * outputs : undefined),
    hint: 'The biases are missing: a fully connected layer has one for every output.',
  },
  {
    field: 'dense_params',
    value: ({ in_channels, filters, bias }) => PIXELS * (in_channels * filters + Number(bias)),
    hint: 'Here each pixel is joined only to the same pixel of the output. A fully connected layer joins all to all.',
  },
];
