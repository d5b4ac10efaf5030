import type { Slip, Words } from '../../../src/author';
import { HELPS } from './fixes';
import type { Model } from './model';

/** A wrong count, where it is not the right one by chance. */
const count = (
  field: 'supported' | 'unsupported' | 'citation_coverage',
  wrong: (model: Model) => number,
  hint: string,
  highlights: readonly string[],
): Slip<Model> => ({
  field,
  hint,
  highlights,
  value(model) {
    const value = wrong(model);
    return Number.isFinite(value) && Math.abs(value - model[field]) > 0.01 ? value : undefined;
  },
});

/** A remedy that helps against none of the three. */
const remedy = (name: string, hint: string): Slip<Model> => ({
  field: 'fixes',
  value: () => [HELPS[0], HELPS[1], name],
  matches: (value) => (value as Words).includes(name),
  hint,
  highlights: ['claims', 'context'],
});

export const slips: readonly Slip<Model>[] = [
  count(
    'supported',
    ({ claims }) => claims.length,
    'These are all claims. Look for each one’s words in the passages: some may have no sentence behind them.',
    ['claims'],
  ),
  count(
    'supported',
    ({ claims }) => claims.filter(({ cites }) => cites !== undefined).length,
    'Citations were counted. A citation proves no support: does the passage say it?',
    ['cited'],
  ),
  count(
    'unsupported',
    ({ claims }) => claims.filter(({ cites }) => cites === undefined).length,
    'Claims without a citation were counted. A claim may have evidence that it does not name.',
    ['cited'],
  ),
  count(
    'unsupported',
    ({ supported }) => supported,
    'These are the claims with evidence. Count the others.',
    ['claims'],
  ),
  count(
    'citation_coverage',
    ({ claims }) => claims.filter(({ cites }) => cites !== undefined).length / claims.length,
    'Every citation was counted. It counts only if the passage it names supports the claim.',
    ['cited'],
  ),
  count(
    'citation_coverage',
    ({ claims, supported }) => supported / claims.length,
    'This is the share of supported claims. Which of them also name the passage that supports them?',
    ['claims'],
  ),
  remedy(
    'higher temperature',
    'A higher temperature makes unlikely words more likely. Does that bring evidence, or more invention?',
  ),
  remedy(
    'longer prompt',
    'More instructions are no evidence. What must a model have read before it can rely on it?',
  ),
  remedy(
    'trusted citations',
    'A model can put a number behind any sentence. Who has looked at the passage?',
  ),
];
