import type { Problem } from '../../../src/author';
import type { Givens } from './model';

/** Below this length the products of a vector are lost to float64. */
const SHORTEST = 1e-100;

/** What is wrong with two vectors that are fine one by one. */
export function check({ a, b }: Givens): Problem[] {
  const short = Object.entries({ a, b }).flatMap(([field, v]): Problem[] => {
    const length = Math.hypot(...v);
    if (length >= SHORTEST) return [];
    return [
      {
        field,
        message:
          length === 0
            ? 'is the zero vector, which has no direction, so it makes no angle with another'
            : 'is too short: the product of its entries with others is 0 in float64',
      },
    ];
  });
  if (a.length === b.length) return short;
  return [
    ...short,
    {
      field: 'b',
      message: `has ${b.length} entries and a has ${a.length}; a dot product needs as many in both`,
    },
  ];
}
