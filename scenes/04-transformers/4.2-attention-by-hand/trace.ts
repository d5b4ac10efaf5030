import { show, showShort } from '../../../src/author';
import type { Model } from './model';
import { steps } from './solution';

/** A part's name taken apart: `out.1.0` to `out`, 1, 0. */
function read(part: string): readonly [string, number, number] {
  const [name, i, j] = part.split('.');
  return [name, Number(i), Number(j)];
}

/** The cells that a cell is computed from. */
export function contributors(model: Model, pointed: string | undefined): string[] {
  if (!pointed) return [];
  const [name, i, j] = read(pointed);
  switch (name) {
    case 'scores':
    case 'scaled':
    case 'masked':
      return [`Q.${i}`, `K.${j}`];
    case 'weights':
      return [`scaled.${i}`];
    case 'out':
      return [`weights.${i}`, ...model.V.map((_, k) => `V.${k}.${j}`)];
    default:
      return [];
  }
}

/** How the cell pointed at came about, as a line of text; nothing before its step. */
export function explain(model: Model, pointed: string | undefined, t: number): string {
  if (!pointed) return '';
  const [name, i, j] = read(pointed);
  const at = steps(model);
  if (name === 'scores' && t > at.scores - 1) {
    return `${products(model.Q[i], model.K[j])} = ${showShort(model.scores[i][j])}`;
  }
  if ((name === 'scaled' || name === 'masked') && t > at.scaled - 1) {
    const { scores, scaled, d_k, mask } = model;
    if (mask[i][j] !== 0 && t > at.mask - 1) return 'a later token: −∞, so that its weight is 0';
    return `${showShort(scores[i][j])} ÷ √${d_k} = ${showShort(scaled[i][j])}`;
  }
  if (name === 'weights' && t > at.weights - 1) {
    const { scaled, mask, weights } = model;
    const powers = scaled[i].flatMap((s, k) => (mask[i][k] === 0 ? [`e^${showShort(s)}`] : []));
    const top = mask[i][j] === 0 ? `e^${showShort(scaled[i][j])}` : '0';
    return `${top} ÷ (${powers.join(' + ')}) = ${show(weights[i][j])}`;
  }
  if (name === 'out' && t > at.out - 1) {
    const column = model.V.map((row) => row[j]);
    return `${products(model.weights[i], column)} = ${show(model.out[i][j])}`;
  }
  return '';
}

/** `0.196·1 + 0.804·3`, negative factors in brackets. */
function products(a: readonly number[], b: readonly number[]): string {
  const factor = (x: number): string => (x < 0 ? `(${showShort(x)})` : showShort(x));
  return a.map((x, k) => `${factor(x)}·${factor(b[k])}`).join(' + ');
}
