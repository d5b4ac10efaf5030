import {
  add,
  at,
  column,
  constant,
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

/** Steps of the solution, by the step number that shows them; the mask has one only if it is on. */
export function steps({ causal }: Model): {
  scores: 1;
  scaled: 2;
  mask: 3;
  weights: number;
  out: number;
} {
  return { scores: 1, scaled: 2, mask: 3, weights: causal ? 4 : 3, out: causal ? 5 : 4 };
}

export function* solution(model: Model): Generator<Step> {
  const Q = given('Q', model.Q, { role: 'input', part: 'Q' });
  const K = given('K', model.K, { role: 'weight', part: 'K' });
  const V = given('V', model.V, { role: 'value', part: 'V' });
  const last = model.Q.length - 1;

  const S = named('S', matrixProduct(Q, transposed(K)), { part: 'scores' });
  yield {
    id: 'scores',
    title: 'Every query meets every key',
    say: prose`Every query meets every key: one dot product for each pair of tokens. Row ${constant(last + 1)} of the scores belongs to the last query.`,
    lines: [S],
    highlights: ['scores'],
    reveals: { scores: S },
  };

  const d_k = given('d_k', model.d_k);
  const scaled = named('\\tilde S', divide(S, sqrt(d_k)), { part: 'scaled' });
  yield {
    id: 'scaled',
    title: 'Divide by the root of the width',
    say: prose`Divide by the square root of the keys’ width, so that scores of wide vectors do not grow and saturate the softmax.`,
    lines: [scaled],
    highlights: ['scaled'],
    reveals: { scaled },
  };

  let masked = scaled;
  if (model.causal) {
    const M = given('M', model.mask, { part: 'mask' });
    masked = named('\\hat S', add(scaled, M), { part: 'masked' });
    yield {
      id: 'mask',
      title: 'Hide the future',
      say: prose`The causal mask adds minus infinity wherever a token would look at a later one; the softmax turns that into a weight of exactly zero.`,
      lines: [masked],
      highlights: ['masked'],
    };
  }

  const A = named('A', softmaxRows(masked), { role: 'activation', part: 'weights' });
  const lastRow = named(`A_{${last}}`, softmaxRow(row(masked, last)), {
    role: 'activation',
    part: `weights.${last}`,
  });
  yield {
    id: 'weights',
    title: 'Softmax turns each row into shares',
    say: prose`The softmax turns each row into shares that sum to 1. The last row, worked out:`,
    lines: [lastRow, A],
    highlights: ['weights'],
    reveals: { weights: A },
  };

  const out = named('\\text{out}', matrixProduct(A, V), { part: 'out' });
  const corner = named(`\\text{out}_{${last},0}`, dotProduct(row(A, last), column(V, 0)), {
    part: `out.${last}.0`,
  });
  yield {
    id: 'out',
    title: 'Mix the values by those shares',
    say: prose`Each token takes away a mixture of the values: its row of weights, times every column of ${symbolOf(V)}. ${at(out, last, 0)} for instance is one dot product.`,
    lines: [corner, out],
    highlights: ['out'],
    reveals: { out },
  };
}
