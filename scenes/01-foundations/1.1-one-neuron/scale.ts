import { matrixGiven, scaleFor, vectorGiven, wholeGiven } from '../../../src/author';
import type { Givens } from './model';

const weights = { min: -50, max: 50 };

export const scale = scaleFor<Givens>()({
  params: {
    neuron: vectorGiven({
      label: 'neuron: weights, bias',
      role: 'weight',
      default: [3, -3, -3],
      minLength: 3,
      maxLength: 3,
      entries: weights,
    }),
    hidden: matrixGiven({
      label: 'layer: weights, bias, output weight',
      role: 'weight',
      default: [
        [6, -6, -6, 1],
        [-6, 6, -6, 1],
      ],
      maxRows: 8,
      maxColumns: 4,
      entries: weights,
    }),
    size: wholeGiven({ label: 'points a side', default: 512, min: 256, max: 1024, step: 256 }),
  },
  uses: ['activation'],
  question: 'Which points can one neuron not separate, however you turn its line?',
  intro:
    'The answer to every point of a plane of two inputs: of one neuron, and of a hidden layer whose activations are added up. Drag the lines to part the circles from the squares.',
  kernels: ['response_field'],
  defaults: (adapter) => ({ size: adapter === 'hardware' ? 1024 : 512 }),
  check: ({ hidden }) =>
    hidden[0].length === 4
      ? []
      : [
          {
            field: 'hidden',
            message: `has ${hidden[0].length} columns; a neuron needs two weights, a bias and an output weight`,
          },
        ],
  open: async (stage) => new (await import('./response-at-scale')).ResponseAtScale(stage),
});
