import { decimals, integer, type Format } from '../../../src/author';

/** An expected count: as it is where it is whole, else to two decimals. */
export const countFormat = (x: number): Format =>
  Math.abs(x - Math.round(x)) <= 1e-9 * Math.max(1, x) ? integer : decimals(2);
