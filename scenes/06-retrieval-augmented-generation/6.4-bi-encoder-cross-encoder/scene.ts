import { html, integer, scene, wholeGiven } from '../../../src/author';
import card from './card';
import { code } from './code';
import { countPasses, range } from './model';
import { scale } from './scale';
import { slips } from './slips';
import { solution } from './solution';
import { vary } from './vary';
import { describe, view } from './view';

export default scene({
  card,
  params: {
    documents: wholeGiven({
      label: 'n',
      role: 'value',
      default: 1_000_000,
      ...range.documents,
      logarithmic: true,
    }),
    queries: wholeGiven({ label: 'q', role: 'input', default: 1, ...range.queries }),
    shortlist: wholeGiven({
      label: 'k',
      role: 'weight',
      default: 100,
      ...range.shortlist,
      logarithmic: true,
    }),
  },
  problem: (given) => html`
    <p>
      Questions come, ${given('queries')} of them, to a collection of ${given('documents')}
      documents. A bi-encoder reads each text by itself, a cross-encoder a question and a document
      together. One of them retrieves a shortlist of ${given('shortlist')} for each question, the
      other reranks it.
    </p>
    <p>
      Which is which? And how often does a model run once the questions have come: the bi-encoder
      alone, the cross-encoder alone, both in turn?
    </p>
  `,
  check: ({ documents, shortlist }) =>
    shortlist > documents
      ? [{ field: 'shortlist', message: `is longer than the list of ${documents} documents` }]
      : [],
  model: countPasses,
  answers: ({ bi_online, cross_full, pipeline }) => [
    { name: 'bi_online', value: bi_online, format: integer },
    { name: 'cross_full', value: cross_full, format: integer },
    { name: 'pipeline', value: pipeline, format: integer },
  ],
  solution,
  predictions: () => [
    { answer: 'bi_online', kind: 'number', tex: 'B', label: 'passes of the bi-encoder alone' },
    { answer: 'cross_full', kind: 'number', tex: 'X', label: 'passes of the cross-encoder alone' },
    { answer: 'pipeline', kind: 'number', tex: 'P', label: 'passes of both in turn' },
  ],
  slips,
  vary,
  view,
  describe,
  code,
  scale,
  notes: {
    hands: 'A second question comes. What need not be done again?',
    afterwards:
      'The vectors of the documents: the bi-encoder made them ahead. The cross-encoder has nothing it could keep, since every pair is new.',
  },
});
