import { dot, rotated, type Slip } from '../../../src/author';
import { rope, scoreAt, type Givens, type Model } from './model';

/** A wrong number, where it is another than the right one. */
const unless = (right: number, wrong: number): number | undefined =>
  Math.abs(wrong - right) > 1e-6 ? wrong : undefined;

/** A score gone wrong the same way at the positions given and further on. */
const eitherScore = (
  wrong: (givens: Givens) => number,
  hint: string,
  highlights: readonly string[],
): Slip<Model>[] => [
  { field: 'dot', value: (model) => unless(model.dot, wrong(model)), hint, highlights },
  {
    field: 'dot_shifted',
    value: (model) => {
      const { m, n, shift } = model;
      return unless(model.dot_shifted, wrong({ ...model, m: m + shift, n: n + shift }));
    },
    hint,
    highlights,
  },
];

export const slips: readonly Slip<Model>[] = [
  ...eitherScore(
    ({ q, k }) => dot(q, k),
    'Nothing was turned, or almost nothing. Turn each vector by its position first, with the angle in radians.',
    ['m', 'n'],
  ),
  ...eitherScore(
    (givens) => scoreAt(givens, givens.m + givens.n),
    'The two angles were added. When both arrows turn the same way, what becomes of the angle between them?',
    ['m', 'n'],
  ),
  ...eitherScore(
    (givens) => rope({ ...givens, theta: (givens.theta * Math.PI) / 180 }).dot,
    'The angle was read in degrees. $\\theta$ is in radians: set the calculator to them.',
    ['theta'],
  ),
  {
    field: 'dot',
    value: (model) => unless(model.dot, dot(rotated(model.q, model.m * model.theta), model.k)),
    hint: 'Only the query was turned. The key has a position too.',
    highlights: ['n'],
  },
  {
    field: 'dot_shifted',
    value: (model) => unless(model.dot_shifted, scoreAt(model, model.relative + model.shift)),
    hint: 'Only one of the two was moved on. Both positions grow by $\\Delta$.',
    highlights: ['m', 'n'],
  },
  {
    field: 'relative',
    value: ({ relative, m, n }) => unless(relative, m - n),
    hint: 'The sign is reversed. The distance counts from the query at $m$ to the key at $n$.',
    highlights: ['m', 'n'],
  },
  {
    field: 'relative',
    value: ({ relative, m, n }) => unless(relative, m + n),
    hint: 'The positions were added. How far is it from one to the other?',
    highlights: ['m', 'n'],
  },
  {
    field: 'relative',
    value: ({ relative, theta }) =>
      Math.round(relative * theta) === relative ? undefined : relative * theta,
    hint: 'This is an angle. The distance is counted in positions.',
    highlights: ['theta'],
  },
];
