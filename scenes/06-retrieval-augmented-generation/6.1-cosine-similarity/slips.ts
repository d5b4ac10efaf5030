import type { Slip } from '../../../src/author';
import { arccos, type Model } from './model';

const total = (numbers: readonly number[]): number => numbers.reduce((sum, x) => sum + x, 0);

/** A wrong cosine; where it is the right one at these numbers, there is no such slip. */
const cosineSlip = (
  hint: string,
  highlights: readonly string[],
  wrong: (model: Model) => number,
): Slip<Model> => ({
  field: 'cosine',
  hint,
  highlights,
  value: (model) => (wrong(model) === model.cosine ? undefined : wrong(model)),
});

/** The known wrong ways, in the order they are looked for. */
export const slips: readonly Slip<Model>[] = [
  {
    field: 'dot',
    value: ({ norm_a, norm_b }) => norm_a * norm_b,
    hint: 'This is the product of the two lengths. The dot product is taken entry by entry.',
    highlights: ['a', 'b'],
  },
  {
    field: 'dot',
    value: ({ a, b }) => total(a) * total(b),
    hint: 'The entries were added first. Multiply those in the same position, then add.',
    highlights: ['a', 'b'],
  },
  ...(['a', 'b'] as const).flatMap((name): Slip<Model>[] => [
    {
      field: `norm_${name}`,
      value: (model) => model[`norm_${name}`] ** 2,
      hint: 'This is the sum of the squares. The length is its square root.',
      highlights: [name],
    },
    {
      field: `norm_${name}`,
      value: (model) => total(model[name].map(Math.abs)),
      hint: 'The entries were added without squaring. By Pythagoras it is their squares that add up.',
      highlights: [name],
    },
  ]),
  cosineSlip(
    'This is still the dot product. It grows with the arrows: divide by the length of each.',
    ['dot'],
    ({ dot }) => dot,
  ),
  cosineSlip(
    'Only one length was divided out. The other arrow still counts by how long it is.',
    ['norm_b'],
    ({ dot, norm_a }) => dot / norm_a,
  ),
  cosineSlip(
    'Only one length was divided out. The other arrow still counts by how long it is.',
    ['norm_a'],
    ({ dot, norm_b }) => dot / norm_b,
  ),
  cosineSlip(
    'The squared lengths were divided out. Take the root of each sum of squares first.',
    ['norm_a', 'norm_b'],
    ({ dot, norm_a, norm_b }) => dot / (norm_a * norm_b) ** 2,
  ),
  cosineSlip(
    'This is $1 - \\cos\\theta$, the cosine distance: 0 for the same direction. The similarity is asked for.',
    ['a', 'b'],
    ({ cosine }) => 1 - cosine,
  ),
  {
    field: 'angle',
    value: ({ cosine, angle }) => (angle === 0 ? undefined : arccos(cosine)),
    hint: 'This is the angle in radians. A half turn is $\\pi$ of those, or 180 degrees.',
    highlights: ['a', 'b'],
  },
  {
    field: 'angle',
    value: ({ cosine }) => cosine * 90,
    hint: 'The cosine is no share of a right angle. Its inverse, the arccosine, gives the angle.',
    highlights: ['a', 'b'],
  },
];
