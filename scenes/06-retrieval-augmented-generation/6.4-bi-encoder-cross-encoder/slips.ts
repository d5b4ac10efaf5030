import type { Slip } from '../../../src/author';
import type { Model } from './model';

/** A wrong count, where it is not the right one by chance. */
const slip = (
  field: 'bi_online' | 'cross_full' | 'pipeline',
  hint: string,
  highlights: readonly string[],
  wrong: (model: Model) => number,
): Slip<Model> => ({
  field,
  hint,
  highlights,
  value: (model) => (wrong(model) === model[field] ? undefined : wrong(model)),
});

const ONLINE =
  'The documents were read again when the question came. Their vectors are there already.';

/** The known wrong ways, in the order they are looked for. */
export const slips: readonly Slip<Model>[] = [
  slip('bi_online', ONLINE, ['documents'], ({ documents, queries }) => queries + documents),
  slip('bi_online', ONLINE, ['documents'], ({ documents }) => documents),
  slip(
    'bi_online',
    'These are pairs. A bi-encoder never reads a pair: each text goes through it alone.',
    ['queries'],
    ({ documents, queries }) => queries * documents,
  ),
  slip(
    'cross_full',
    'The texts were counted. A cross-encoder reads pairs: every question with every document.',
    ['queries', 'documents'],
    ({ documents, queries }) => queries + documents,
  ),
  slip(
    'cross_full',
    'This is one question’s share. Every question is read with every document.',
    ['queries'],
    ({ documents }) => documents,
  ),
  slip(
    'cross_full',
    'The shortlist was counted. There is none as long as the cross-encoder works alone.',
    ['shortlist'],
    ({ queries, shortlist }) => queries * shortlist,
  ),
  slip(
    'pipeline',
    'The pass of the question itself was lost. Without its vector there is no shortlist.',
    ['queries'],
    ({ queries, shortlist }) => queries * shortlist,
  ),
  slip('pipeline', ONLINE, ['documents'], ({ queries, documents }) => queries * (1 + documents)),
  slip(
    'pipeline',
    'Every document was read as well as the shortlist. Only the shortlist goes to the cross-encoder.',
    ['shortlist'],
    ({ queries, documents, shortlist }) => queries * (documents + shortlist),
  ),
  slip(
    'pipeline',
    'Each question has a pass and a shortlist of its own.',
    ['queries'],
    ({ queries, shortlist }) => queries + shortlist,
  ),
];
