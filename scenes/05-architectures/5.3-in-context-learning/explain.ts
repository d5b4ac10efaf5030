import { equalsSign, show, showShort, type Unfolding } from '../../../src/author';
import { WEIGHTS, type Model } from './model';

/** What the solution's lines say of the first pair only, for every pair. */
export function explain(model: Model, unfolding: Unfolding, part: string): string | undefined {
  const [name, index] = part.split('.');
  const i = Number(index);
  const { x, y, query, scores, terms, running } = model;
  const product = (symbol: string, factors: readonly number[], value: number): string =>
    `$${symbol}_{${i}} = ${factors.map(held).join(' \\cdot ')} ${equalsSign(value)} ${show(value)}$`;
  if (name === 'scores' && unfolding.shown('scores'))
    return product('s', [WEIGHTS.query, query, WEIGHTS.key, x[i]], scores[i]);
  if (name === 'terms' && unfolding.shown('prediction'))
    return product('t', [WEIGHTS.value, y[i], scores[i]], terms[i]);
  if (name === 'running' && unfolding.shown('prediction'))
    return `The decoder’s prediction after ${i + 1} of ${x.length} pairs: ${show(running[i])}.`;
  return undefined;
}

const held = (x: number): string => (x < 0 ? `(${showShort(x)})` : showShort(x));
