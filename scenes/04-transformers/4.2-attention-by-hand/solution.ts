import {
  add,
  at,
  column,
  divide,
  dotProduct,
  given,
  matrixProduct,
  named,
  prose,
  row,
  softmaxRow,
  softmaxRows,
  sqrt,
  symbolOf,
  transposed,
  type Step,
} from '../../../src/author';
import type { Model } from './model';

export function* solution(model: Model): Generator<Step> {
  const Q = given('Q', model.Q, { role: 'input', part: 'Q' });
  const K = given('K', model.K, { role: 'weight', part: 'K' });
  const V = given('V', model.V, { role: 'value', part: 'V' });
  const last = model.Q.length - 1;

  const S = named('S', matrixProduct(Q, transposed(K)), { part: 'scores' });
  const score = named(`S_{${last},0}`, dotProduct(row(Q, last), row(K, 0)), {
    part: `scores.${last}.0`,
  });
  yield {
    id: 'scores',
    title: 'Every query meets every key',
    say: prose`The scores ${symbolOf(S)} are dot products: one row for each query, one column for each key. Here is one of them, then all.`,
    lines: [score, S],
    highlights: [`Q.${last}`, 'K.0', `scores.${last}.0`],
    reveals: { scores: S },
  };

  const d_k = given('d_k', model.d_k);
  const scaled = named('\\tilde S', divide(S, sqrt(d_k)), { part: 'scaled' });
  yield {
    id: 'scaled',
    title: 'Divide by the root of the width',
    say: prose`The wider the keys, the larger their dot products. Dividing by the square root of the width ${symbolOf(d_k)} keeps the scores small enough for the softmax not to saturate.`,
    lines: [scaled],
    highlights: ['scaled'],
    reveals: { scaled },
  };

  let logits = scaled;
  if (model.causal) {
    const M = given('M', model.mask, { part: 'mask' });
    logits = named('\\hat S', add(scaled, M), { part: 'masked' });
    yield {
      id: 'mask',
      title: 'Hide the future',
      say: prose`No token may look at a later one. There the mask ${symbolOf(M)} adds minus infinity, which the softmax turns into a weight of exactly zero.`,
      lines: [logits],
      highlights: ['masked'],
    };
  }

  const A = named('A', softmaxRows(logits), { role: 'activation', part: 'weights' });
  const weights = named(`A_{${last}}`, softmaxRow(row(logits, last)), {
    role: 'activation',
    part: `weights.${last}`,
  });
  yield {
    id: 'weights',
    title: 'Softmax turns each row into weights',
    say: prose`The softmax turns each row of scores into weights ${symbolOf(A)} that sum to 1. Here is the last row, then all of them.`,
    lines: [weights, A],
    highlights: [`${logits.details.part}.${last}`, `weights.${last}`],
    reveals: { weights: A },
  };

  const out = named('\\text{out}', matrixProduct(A, V), { part: 'out' });
  const entry = named(`\\text{out}_{${last},0}`, dotProduct(row(A, last), column(V, 0)), {
    part: `out.${last}.0`,
  });
  yield {
    id: 'out',
    title: 'Mix the values by the weights',
    say: prose`Each token receives a mix of the values: its row of weights times ${symbolOf(V)}. For example, ${at(out, last, 0)} is the last row times the first column.`,
    lines: [entry, out],
    highlights: [`weights.${last}`, ...model.V.map((_, k) => `V.${k}.0`), `out.${last}.0`],
    reveals: { out },
  };
}
