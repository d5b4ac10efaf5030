import type { Slip, Vector } from '../../../src/author';
import type { Model } from './model';

/** A wrong factor shows in the scale and in the clipped gradient. */
const scaledBy = (factor: (model: Model) => number | undefined, hint: string): Slip<Model>[] => [
  { field: 'scale', value: factor, hint, highlights: ['grads', 'max_norm'] },
  {
    field: 'clipped',
    value: (model) => {
      const by = factor(model);
      return by === undefined ? undefined : model.grads.map((g) => by * g);
    },
    hint,
    highlights: ['grads', 'max_norm'],
  },
];

const added = (grads: Vector): number => grads.reduce((sum, g) => sum + Math.abs(g), 0);

const coded = (body: string, hint: string): Slip<Model> => ({
  field: 'code',
  value: () => `function clipGradNorm(grads, maxNorm) { ${body} }`,
  hint,
});

const NORM =
  'let s = 0; for (const g of grads) for (const x of g) s += x * x; const n = Math.sqrt(s);';
const SCALE = 'for (const g of grads) for (let i = 0; i < g.length; i += 1) g[i] *= maxNorm / n;';

/** The known wrong ways, in the order they are looked for. */
export const slips: readonly Slip<Model>[] = [
  {
    field: 'norm',
    value: ({ grads }) => added(grads),
    hint: 'These are the sizes of the entries, added. A length is the root of the sum of squares.',
    highlights: ['grads'],
  },
  {
    field: 'norm',
    value: ({ norm }) => norm ** 2,
    hint: 'The root is missing: this is the sum of squares.',
    highlights: ['grads'],
  },
  {
    field: 'clipped',
    value: ({ grads, max_norm }) => grads.map((g) => Math.max(-max_norm, Math.min(max_norm, g))),
    hint: 'Each entry was capped by itself, which can turn the direction. Shorten the whole vector.',
    highlights: ['grads', 'max_norm'],
  },
  ...scaledBy(
    ({ grads, max_norm }) => (added(grads) > 0 ? Math.min(1, max_norm / added(grads)) : undefined),
    'Here the norm was taken as the sum of sizes. A length is the root of the sum of squares.',
  ),
  ...scaledBy(
    ({ norm, max_norm }) => (norm > 0 ? Math.min(1, max_norm / norm ** 2) : undefined),
    'This divides by the square of the norm. What length would the result have?',
  ),
  ...scaledBy(
    ({ norm, max_norm }) => (norm > 0 && norm < max_norm ? max_norm / norm : undefined),
    'A gradient that is short enough is left as it is; here it was made longer.',
  ),
  {
    field: 'scale',
    value: ({ norm, max_norm }) => (norm > max_norm ? norm / max_norm : undefined),
    hint: 'This is upside down: it makes the gradient longer.',
    highlights: ['grads', 'max_norm'],
  },
  coded(
    'let s = 0; for (const g of grads) for (const x of g) s += x * x; for (const g of grads) for (let i = 0; i < g.length; i += 1) g[i] = Math.max(-maxNorm, Math.min(maxNorm, g[i])); return Math.sqrt(s);',
    'Each entry is capped by itself, which can turn the direction. Multiply all by one factor.',
  ),
  coded(
    `${NORM} ${SCALE} return n;`,
    'Short gradients are scaled as well. Clip only a norm that is finite and above the limit.',
  ),
  coded(
    `${NORM} if (n > maxNorm) ${SCALE} return n;`,
    'An infinite norm passes the comparison, and what it is divided by is lost. Leave it alone.',
  ),
  coded(
    'let last = 0; for (const g of grads) { let s = 0; for (const x of g) s += x * x; const n = Math.sqrt(s); last = n; if (Number.isFinite(n) && n > maxNorm) for (let i = 0; i < g.length; i += 1) g[i] *= maxNorm / n; } return last;',
    'Every tensor is clipped by a norm of its own. All of them share one.',
  ),
  coded(
    `${NORM} if (!Number.isFinite(n) || n <= maxNorm) return n; grads.map((g) => g.map((x) => (x * maxNorm) / n)); return n;`,
    'The tensors handed in are unchanged: write the shortened entries into them.',
  ),
];
