import type { Matrix } from '../math/value';
import { sizesOf } from './shape';
import type { Settings } from './settings';

/** A weight that was set by hand once so many steps were taken; from a bias: from behind the last. */
export interface Edit {
  readonly step: number;
  /** Counted from 0, as units are. */
  readonly layer: number;
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** As a link has them, in the order of their steps. */
export const editsOf = (rows: Matrix): Edit[] =>
  rows
    .map(([step, layer, from, to, value]) => ({ step, layer, from, to, value }))
    .sort((a, b) => a.step - b.step);

export const rowsOf = (edits: readonly Edit[]): Matrix =>
  edits.map(({ step, layer, from, to, value }) => [step, layer, from, to, value]);

/** What is wrong with edits for this network, as the end of a sentence. */
export function wrongEdit(settings: Settings): string | undefined {
  const sizes = sizesOf(settings);
  const fits = ({ step, layer, from, to, value }: Edit): boolean =>
    [step, layer, from, to].every((x) => Number.isInteger(x) && x >= 0) &&
    layer < sizes.length - 1 &&
    from <= sizes[layer] &&
    to < sizes[layer + 1] &&
    Math.abs(value) <= LARGEST_WEIGHT;
  const wrong = editsOf(settings.edits).find((edit) => !fits(edit));
  return wrong && 'name a weight that this network does not have';
}

/** What a weight may be set to. */
export const LARGEST_WEIGHT = 1000;
