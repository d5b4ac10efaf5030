import { numbersOf } from '../math/value';
import type { Slip } from './contract';

/** Two numbers as near as this share of themselves differ by rounding alone. */
const ROUNDING = 1e-12;

/**
 * A wrong number for an answer that the model has by the same name, and the parts of the picture its
 * hint speaks of. Where it is right by chance there is no such slip.
 */
export const numberSlip = <F extends string, M extends Readonly<Record<F, number>>>(
  field: F,
  wrong: (model: M) => number,
  hint: string,
  ...highlights: readonly string[]
): Slip<M> => ({
  field,
  value(model) {
    const value = wrong(model);
    return Math.abs(value - model[field]) <= ROUNDING * Math.abs(value) ? undefined : value;
  },
  hint,
  highlights: highlights.length > 0 ? highlights : undefined,
});

/** The numbers that the slips of an answer lead to. */
export const wrongNumbers = <M>(slips: readonly Slip<M>[], field: string, model: M): number[] =>
  slips
    .filter((slip) => slip.field === field)
    .flatMap(({ value }) => numbersOf(value(model) ?? []));
