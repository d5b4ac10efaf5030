import {
  add,
  divide,
  given,
  integer,
  multiply,
  named,
  prose,
  significant,
  symbolOf,
  type Step,
} from '../../../src/author';
import type { Model } from './model';

export function* solution(model: Model): Generator<Step> {
  const n = given('n', model.documents, { role: 'value', part: 'documents' });
  const q = given('q', model.queries, { role: 'input', part: 'queries' });
  const k = given('k', model.shortlist, { role: 'weight', part: 'shortlist' });

  const ahead = named('E', multiply(1, n), { role: 'value', part: 'ahead', format: integer });
  yield {
    id: 'ahead',
    title: 'Read the documents ahead',
    say: prose`A bi-encoder reads each text by itself and turns it into a vector. No document has to wait for a question. So all ${n} are read once, before anybody asks, in ${symbolOf(ahead)} passes.`,
    lines: [ahead],
    highlights: ['documents', 'ahead'],
  };

  const bi = named('B', multiply(q, 1), { role: 'input', part: 'bi_online', format: integer });
  yield {
    id: 'bi',
    title: 'Read only the question',
    say: prose`When a question comes, it alone is read, in one pass. Finding the nearest of the stored vectors takes dot products, which are cheap. So a bi-encoder retrieves, from millions.`,
    lines: [bi],
    highlights: ['queries', 'bi_online'],
    reveals: { bi_online: bi },
  };

  const cross = named('X', multiply(q, n), {
    role: 'gradient',
    part: 'cross_full',
    format: integer,
  });
  yield {
    id: 'cross',
    title: 'Read every pair together',
    say: prose`A cross-encoder reads question and document together, so each word of one can attend to each of the other. That is more accurate, and nothing can be computed ahead: one pass a pair.`,
    lines: [cross],
    highlights: ['queries', 'documents', 'cross_full'],
    reveals: { cross_full: cross },
  };

  const pipeline = named('P', multiply(q, add(1, k)), {
    role: 'activation',
    part: 'pipeline',
    format: integer,
  });
  yield {
    id: 'pipeline',
    title: 'First retrieve, then rerank',
    say: prose`The bi-encoder finds a shortlist of ${k}, with one pass for the question. The cross-encoder reads only those pairs and puts them in order.`,
    lines: [pipeline],
    highlights: ['queries', 'shortlist', 'pipeline'],
    reveals: { pipeline },
  };

  const saved = named('X / P', divide(cross, pipeline), {
    part: 'saved',
    format: significant(3),
  });
  yield {
    id: 'order',
    title: 'Why not the other way round?',
    say: prose`A cross-encoder that retrieves must read every pair, ${symbolOf(saved)} times the passes of both in turn. And a bi-encoder that reranks would put the weaker judge last.`,
    lines: [saved],
    highlights: ['cross_full', 'pipeline'],
  };
}
