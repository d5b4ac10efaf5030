import type { Slip } from '../../../src/author';
import { functionOf } from './functions';
import type { Model } from './model';

/** The difference of the two values, not yet divided. */
const across = ({ f, w, eps }: Model): number =>
  functionOf(f).f(w + eps) - functionOf(f).f(w - eps);

const coded = (body: string, hint: string): Slip<Model> => ({
  field: 'code',
  value: () => `function gradCheck(f, w, eps) { ${body} }`,
  hint,
});

/** The known wrong ways, in the order they are looked for. */
export const slips: readonly Slip<Model>[] = [
  {
    field: 'analytic',
    value: ({ f, w }) => (f === 'sin' ? Math.cos((w * Math.PI) / 180) : undefined),
    hint: 'This takes $w$ in degrees. Derivatives of sine and cosine are stated in radians.',
    highlights: ['w'],
  },
  {
    field: 'analytic',
    value: ({ f, w, analytic }) => {
      const height = functionOf(f).f(w);
      return height === analytic ? undefined : height;
    },
    hint: 'This is the value of the function at $w$. Its slope there is asked for.',
    highlights: ['w'],
  },
  {
    field: 'central',
    value: (model) => (across(model) / 2) * model.eps,
    hint: 'Without brackets $/\\,2\\,\\varepsilon$ divides by two and then multiplies by $\\varepsilon$.',
    highlights: ['eps'],
  },
  {
    field: 'central',
    value: (model) => across(model) / model.eps,
    hint: 'How far apart are the two points at which the function is taken?',
    highlights: ['eps'],
  },
  {
    field: 'central',
    value: ({ f, w, eps }) => {
      if (f !== 'sin') return undefined;
      const inDegrees = (x: number): number => Math.sin((x * Math.PI) / 180);
      return (inDegrees(w + eps) - inDegrees(w - eps)) / (2 * eps);
    },
    hint: 'Here sine was taken in degrees. Derivatives are stated in radians.',
    highlights: ['w'],
  },
  {
    field: 'central',
    value: ({ f, w, analytic }) => (f === 'relu' && w === 0 ? analytic : undefined),
    hint: 'At a kink the quotient sees both sides. Take the function at $w + \\varepsilon$ and at $w - \\varepsilon$.',
    highlights: ['w'],
  },
  coded(
    'return (f(w + eps) - f(w - eps)) / 2 * eps;',
    'Without brackets $\\texttt{/ 2 * eps}$ divides by two and then multiplies by $\\texttt{eps}$.',
  ),
  coded(
    'return (f(w + eps) - f(w - eps)) / eps;',
    'How far apart are the two points at which the function is taken?',
  ),
  coded(
    'return (f(w + eps) - f(w)) / eps;',
    'This looks to one side only. At a kink it sees one slope, and elsewhere its error shrinks slowly.',
  ),
  coded(
    'return (f(w) - f(w - eps)) / eps;',
    'This looks back only. At a kink it sees one slope, and elsewhere its error shrinks slowly.',
  ),
  coded(
    '(f(w + eps) - f(w - eps)) / (2 * eps);',
    'The quotient is computed, but it is not returned.',
  ),
];
