import { dot, type Slip } from '../../../src/author';
import { curves, type Model } from './model';

/** A wrong pre-activation shows in the activation as well. */
const inBoth = (
  wrong: (model: Model) => number | undefined,
  hint: string,
  part: string,
): Slip<Model>[] => [
  { field: 'z', value: wrong, hint, highlights: [part] },
  {
    field: 'a',
    value(model) {
      const z = wrong(model);
      return z === undefined ? undefined : curves[model.activation](z);
    },
    hint,
    highlights: [part],
  },
];

const total = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0);

/** The known wrong ways, in the order they are looked for. */
export const slips: readonly Slip<Model>[] = [
  {
    field: 'a',
    value: ({ z, a }) => (z === a ? undefined : z),
    // Exactly: other slips may lead near it.
    matches: (value, { z, a }) => z !== a && Math.abs(Number(value) - z) < 5e-4,
    hint: 'This is still the pre-activation. The curve turns it into the activation.',
    highlights: ['curve'],
  },
  ...inBoth(
    ({ products, b }) => (b === 0 ? undefined : total(products)),
    'The bias was left out. It is added after the products.',
    'b',
  ),
  ...inBoth(
    ({ w, x, b }) => (w.some((weight) => weight < 0) ? dot(w.map(Math.abs), x) + b : undefined),
    'The sign of a weight was lost. A negative weight takes its product away from the sum.',
    'w',
  ),
  ...inBoth(
    ({ w, x, b }) => (x.length > 1 ? dot(w, x.toReversed()) + b : undefined),
    'The weights were paired with the wrong inputs. The first weight belongs to the first input.',
    'w',
  ),
  ...inBoth(
    ({ w, x, b, activation }) =>
      activation === 'identity' ? undefined : dot(w, x.map(curves[activation])) + b,
    'The activation was applied to the inputs. It comes last, once, after the sum.',
    'products',
  ),
  {
    field: 'a',
    value: ({ z, activation }) => (activation === 'sigmoid' ? curves.sigmoid(-z) : undefined),
    hint: 'This is the sigmoid of $-z$. Check the sign of the exponent.',
    highlights: ['curve'],
  },
];
