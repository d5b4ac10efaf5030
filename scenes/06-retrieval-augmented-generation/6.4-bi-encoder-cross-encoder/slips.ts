import { numberSlip, type Slip } from '../../../src/author';
import type { Model } from './model';

const ONLINE =
  'The documents were read again when the question came. Their vectors are there already.';

/** The known wrong ways, in the order they are looked for. */
export const slips: readonly Slip<Model>[] = [
  numberSlip('bi_online', ({ documents, queries }) => queries + documents, ONLINE, 'documents'),
  numberSlip('bi_online', ({ documents }) => documents, ONLINE, 'documents'),
  numberSlip(
    'bi_online',
    ({ documents, queries }) => queries * documents,
    'These are pairs. A bi-encoder never reads a pair: each text goes through it alone.',
    'queries',
  ),
  numberSlip(
    'cross_full',
    ({ documents, queries }) => queries + documents,
    'The texts were counted. A cross-encoder reads pairs: every question with every document.',
    'queries',
    'documents',
  ),
  numberSlip(
    'cross_full',
    ({ documents }) => documents,
    'This is one question’s share. Every question is read with every document.',
    'queries',
  ),
  numberSlip(
    'cross_full',
    ({ queries, shortlist }) => queries * shortlist,
    'The shortlist was counted. There is none as long as the cross-encoder works alone.',
    'shortlist',
  ),
  numberSlip(
    'pipeline',
    ({ queries, shortlist }) => queries * shortlist,
    'The pass of the question itself was lost. Without its vector there is no shortlist.',
    'queries',
  ),
  numberSlip(
    'pipeline',
    ({ queries, documents }) => queries * (1 + documents),
    ONLINE,
    'documents',
  ),
  numberSlip(
    'pipeline',
    ({ queries, documents, shortlist }) => queries * (documents + shortlist),
    'Every document was read as well as the shortlist. Only the shortlist goes to the cross-encoder.',
    'shortlist',
  ),
  numberSlip(
    'pipeline',
    ({ queries, shortlist }) => queries + shortlist,
    'Each question has a pass and a shortlist of its own.',
    'queries',
  ),
];
