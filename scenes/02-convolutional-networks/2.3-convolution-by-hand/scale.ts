import { choice, matrixGiven, numberGiven, scaleFor } from '../../../src/author';
import { filterNames } from './filters';
import type { Givens } from './model';
import { sourceNames } from './pictures';

const entries = { min: -1e6, max: 1e6 };

/** Sizes of a reader's own filter, a side. */
const LEAST = 3;
const MOST = 11;

export const scale = scaleFor<Givens>()({
  params: {
    source: choice({
      label: 'picture',
      default: 'astronaut',
      choices: sourceNames,
    }),
    filter: choice({ label: 'filter', default: 'sobel-x', choices: filterNames }),
    size: numberGiven({
      label: 'megapixels',
      default: 1,
      min: 0.01,
      max: 4,
      step: 0.01,
      logarithmic: true,
    }),
    taps: matrixGiven({
      label: 'own weights',
      role: 'weight',
      default: [
        [-1, -1, -1],
        [-1, 8, -1],
        [-1, -1, -1],
      ],
      maxRows: MOST,
      maxColumns: MOST,
      entries,
    }),
  },
  question: 'Which filter finds the edges, and which only blurs them?',
  intro:
    'The same sum of products at every pixel, for red, green and blue. Drag the divide to compare.',
  kernels: ['filter2d'],
  defaults: (adapter) => ({ size: adapter === 'hardware' ? 4 : 1 }),
  check: ({ taps }) =>
    taps.length === taps[0].length && taps.length >= LEAST
      ? []
      : [
          {
            field: 'taps',
            message: `is ${taps.length} × ${taps[0].length}; a filter is square here, from ${LEAST} × ${LEAST} to ${MOST} × ${MOST}`,
          },
        ],
  idle: ({ filter }) => (filter === 'own' ? [] : ['taps']),
  open: async (stage) => new (await import('./photo-at-scale')).PhotoAtScale(stage),
});
