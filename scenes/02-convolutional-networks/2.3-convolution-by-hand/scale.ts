import {
  choice,
  DIGIT_INK,
  DIGIT_SIDE,
  matrixGiven,
  numberGiven,
  scaleFor,
  type Matrix,
} from '../../../src/author';
import { filterNames } from './filters';
import type { Givens } from './model';
import { HELD_OUT_EIGHT } from './held-out-eight';
import { sourceNames } from './pictures';
import { views } from './settings';

const entries = { min: -1e6, max: 1e6 };

const sides = (m: Matrix): string => `${m.length} × ${m[0].length}`;

/** Sizes of a reader's own filter, a side. */
const LEAST = 3;
const MOST = 11;

export const scale = scaleFor<Givens>()({
  params: {
    view: choice({ label: 'view', default: 'photograph', choices: views }),
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
    digit: matrixGiven({
      label: 'pixels',
      role: 'input',
      default: HELD_OUT_EIGHT,
      maxRows: DIGIT_SIDE,
      maxColumns: DIGIT_SIDE,
      entries: { min: 0, max: DIGIT_INK },
    }),
  },
  uses: ['flip'],
  question: 'Which filter finds the edges, and which only blurs them?',
  asks: ({ view }) =>
    view === 'digit' ? 'Which single pixel of this digit does the network need most?' : undefined,
  intro:
    'The same sum of products at every pixel: of a photograph, for red, green and blue, or of a digit, by filters that a network has learned.',
  kernels: ['filter2d', 'conv2d', 'elementwise', 'max_pool', 'layer', 'softmax'],
  defaults: (adapter) => ({ size: adapter === 'hardware' ? 4 : 1 }),
  check: ({ taps, digit }) => [
    ...(taps.length === taps[0].length && taps.length >= LEAST
      ? []
      : [
          {
            field: 'taps',
            message: `is ${sides(taps)}; a filter is square here, from ${LEAST} × ${LEAST} to ${MOST} × ${MOST}`,
          },
        ]),
    ...(digit.length === DIGIT_SIDE && digit[0].length === DIGIT_SIDE
      ? []
      : [
          {
            field: 'digit',
            message: `is ${sides(digit)}; a digit has ${DIGIT_SIDE} × ${DIGIT_SIDE} pixels`,
          },
        ]),
  ],
  idle: ({ view, filter }) =>
    view === 'digit'
      ? ['source', 'filter', 'size', 'taps']
      : ['digit', ...(filter === 'own' ? [] : ['taps' as const])],
  open: async (stage) => (await import('./filters-at-scale')).filtersAtScale(stage),
});
