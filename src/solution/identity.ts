import { Random } from '../math/random';
import { Expression } from './expression';

/** The two sides of an equality, built from the same substitution. */
export type Sides = readonly [left: Expression<number>, right: Expression<number>];

/** Substitutions tried for the value of an identity; the suite tries many more. */
const TRIALS = 8;
/** Derivatives taken as central differences are good to about this. */
const TOLERANCE = 1e-6;

/**
 * An equality between symbols, such as a line of a proof. It is written from its expressions, in
 * symbols alone, and tried with random numbers in their place: its value is whether both sides agree.
 */
export function identity(sides: (random: Random) => Sides): Expression<boolean> {
  const random = new Random(0);
  const [left, right] = sides(random);
  const symbols = () =>
    ({ kind: 'relation', left: left.symbols, sign: '=', right: right.symbols }) as const;
  const holds = Array.from({ length: TRIALS }, () => agrees(sides(random))).every(Boolean);
  return new Expression(holds, { symbols, numbers: symbols }, { sides });
}

/** Whether both sides are equal, but for rounding. */
export const agrees = ([left, right]: Sides): boolean =>
  Math.abs(left.value - right.value) <=
  TOLERANCE * Math.max(1, Math.abs(left.value), Math.abs(right.value));
