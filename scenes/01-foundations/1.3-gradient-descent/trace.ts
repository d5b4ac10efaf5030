import { show, showShort } from '../../../src/author';
import { formatOf, type Model } from './model';
import { reached } from './progress';
import { shownAt } from './solution';

const shown = (x: number): string => show(x, formatOf(x));
const bracketed = (x: number): string => (x < 0 ? `(${showShort(x)})` : showShort(x));

const DIGITS = '₀₁₂₃₄₅₆₇₈₉';

/** `w₁₂` */
export const indexed = (letter: string, k: number): string =>
  letter + [...String(k)].map((digit) => DIGITS[Number(digit)]).join('');

/** What the part pointed at says of itself, as a line of text; nothing before its step. */
export function explain(model: Model, pointed: string | undefined, t: number): string {
  if (!pointed) return '';
  const { c, lr, iterates, gradients, multiplier, optimizer, regime } = model;
  const at = shownAt(model);
  const [, name, digits] = /^([a-z]+)\.?(\d*)$/.exec(pointed) ?? [];
  const k = Number(digits);
  const known = reached(model, t);
  if (name === 'c') return `c = ${showShort(c)}: the bottom of the parabola. Drag it.`;
  if (name === 'w' && k === 0) return `w₀ = ${showShort(model.w0)}: the run begins here. Drag it.`;
  if (name === 'w' && k <= known) {
    const before = indexed('w', k - 1);
    return optimizer === 'sgd'
      ? `${indexed('w', k)} = ${showShort(iterates[k - 1])} − ${showShort(lr)}·${bracketed(gradients[k - 1])} = ${shown(iterates[k])}`
      : `${indexed('w', k)} = ${shown(iterates[k])}, ${shown(iterates[k] - iterates[k - 1])} from ${before}`;
  }
  if (name === 'g' && known > k - 1 && t > 0) {
    return `slope at ${indexed('w', k)}: 2·(${showShort(iterates[k])} − ${bracketed(c)}) = ${shown(gradients[k])}`;
  }
  if (name === 'errors' && k <= known) {
    const error = Math.abs(iterates[k] - c);
    const exact = error === 0 ? ': exactly on c, and a log axis has no 0' : '';
    return `|${indexed('w', k)} − c| = ${error > 0 && error < 0.0005 ? error.toExponential(2).replace('-', '−') : shown(error)}${exact}`;
  }
  if (name === 'multiplier' && t > at.multiplier - 1) {
    return `m = 1 − 2·${showShort(lr)} = ${show(multiplier)}. Drag it to change lr.`;
  }
  if (name === 'regime' && t > at.regime - 1) return `m = ${show(multiplier)}: the run ${regime}`;
  return '';
}
