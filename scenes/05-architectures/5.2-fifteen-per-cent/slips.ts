import type { Slip } from '../../../src/author';
import type { Model } from './model';

type Count = 'chosen' | 'masked' | 'randomised' | 'kept';

const slip = (
  field: Count,
  wrong: (model: Model) => number,
  hint: string,
  highlights?: readonly string[],
): Slip<Model> => ({
  ...{ field, hint, highlights },
  value: (model) => {
    const value = wrong(model);
    return Math.abs(value - model[field]) < 0.02 ? undefined : value;
  },
});

const chosen = (field: 'why_rate' | 'why_split', value: string, hint: string): Slip<Model> => ({
  field,
  value: () => value,
  hint,
});

const OF_ALL = 'This is a share of all tokens. The split divides only those that were chosen.';

/** The known wrong ways, in the order they are looked for. */
export const slips: readonly Slip<Model>[] = [
  slip(
    'chosen',
    ({ masked, randomised }) => masked + randomised,
    'The tokens left as they are were not counted. They are asked for all the same.',
    ['keep'],
  ),
  slip(
    'chosen',
    ({ masked }) => masked,
    'These are only the ones that become [MASK]. Other chosen tokens are swapped or kept.',
  ),
  slip(
    'masked',
    (model) => model.chosen,
    'This is how many are chosen. Not all of them become [MASK].',
    ['mask'],
  ),
  slip('masked', ({ n, mask }) => n * mask, OF_ALL, ['mask_rate']),
  slip('randomised', ({ n, random }) => n * random, OF_ALL, ['mask_rate']),
  slip('kept', ({ n, keep }) => n * keep, OF_ALL, ['mask_rate']),
  slip(
    'kept',
    (model) => model.n - model.chosen,
    'These were never chosen. Kept tokens are chosen, left as they are, and predicted.',
  ),
  chosen(
    'why_rate',
    'memory',
    'A masked token takes as much memory as any other. What does the model predict a token from?',
  ),
  chosen(
    'why_rate',
    'inference',
    'No words are missing when the model is used. Think of what each text teaches, and from what.',
  ),
  chosen(
    'why_split',
    'unscored',
    'Kept tokens are scored like all chosen ones. What would the model learn if it only ever had to fill a [MASK]?',
  ),
  chosen(
    'why_split',
    'noise',
    'Noise alone would not explain the kept ones. Which token does the model meet only in training?',
  ),
];
