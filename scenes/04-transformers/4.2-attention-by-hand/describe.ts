import { showValue, type Matrix } from '../../../src/author';
import type { Model } from './model';
import { steps } from './solution';

/** The picture in words, as far as it is unfolded at time t. */
export function describe(model: Model, t: number): string {
  const at = steps(model);
  const rows = (name: string, m: Matrix): string =>
    `${name}: ${m.map((row) => showValue(row)).join('; ')}.`;
  const parts = [rows('Queries Q', model.Q), rows('keys K', model.K), rows('values V', model.V)];
  if (t >= at.scores) parts.push(rows('Scores, query by key', model.scores));
  if (t >= at.scaled) parts.push(rows(`Divided by the root of ${model.d_k}`, model.scaled));
  if (model.causal && t >= at.mask) parts.push('Scores to later tokens are set to minus infinity.');
  if (t >= at.weights) parts.push(rows('Weights, each row summing to 1', model.weights));
  if (t >= at.out) parts.push(rows('Outputs', model.out));
  return parts.join(' ');
}
