import { show, showShort, significant } from '../../../src/author';
import type { Model } from './model';
import { motion, visible } from './motion';
import { fate } from './naive';
import { steps } from './solution';

/** A part's name taken apart: `l.1` to `l`, 1. */
function read(part: string): readonly [string, number] {
  const [name, index] = part.split('.');
  return [name, Number(index)];
}

/** The cells that the part pointed at is computed from. */
export function contributors(model: Model, pointed: string | undefined): string[] {
  if (!pointed) return [];
  const [name, n] = read(pointed);
  const scores = (model.blocks[n] ?? []).map((i) => `scores.${i}`);
  const values = (model.blocks[n] ?? []).map((i) => `values.${i}`);
  const before = (register: string): string[] => (n > 0 ? [`${register}.${n - 1}`] : []);
  const last = model.blocks.length - 1;
  switch (name) {
    case 'm':
      return [...before('m'), ...scores];
    case 'rescale':
      return [...before('m'), `m.${n}`];
    case 'l':
      return [...before('l'), `rescale.${n}`, `m.${n}`, ...scores];
    case 'o':
      return [...before('o'), `rescale.${n}`, `m.${n}`, ...scores, ...values];
    case 'out':
      return [`l.${last}`, `o.${last}`];
    case 'direct_weights':
      return model.scores.map((_, i) => `scores.${i}`);
    case 'direct':
      return model.values.flatMap((_, i) => [`direct_weights.${i}`, `values.${i}`]);
    case 'term':
      return [`scores.${n}`, `values.${n}`];
    default:
      return [];
  }
}

/** A number as a factor or a subtrahend: in brackets if it is negative. */
const held = (x: number): string => (x < 0 ? `(${showShort(x)})` : showShort(x));

/** How the part pointed at came about, as a line of text; nothing before its step. */
export function explain(model: Model, pointed: string | undefined, t: number): string {
  if (!pointed) return '';
  const [name, n] = read(pointed);
  const now = motion(model, t);
  const { m, l, o, rescale, scores, values, blocks } = model;
  const known = (register: 'm' | 'rescale' | 'l' | 'o'): boolean => visible(now, n, register) > 0;
  const power = (i: number, top: number): string => `e^(${showShort(scores[i])} − ${held(top)})`;
  const old = (sums: readonly number[]): string =>
    n > 0 ? `${held(sums[n - 1])} · ${showShort(rescale[n])} + ` : '';
  switch (name) {
    case 'scores':
    case 'values':
      return 'Drag up or down to change it.';
    case 'block':
      return 'Drag sideways: how many scores are read at once.';
    case 'm': {
      if (!known('m')) return '';
      const list = [...(n > 0 ? [m[n - 1]] : []), ...blocks[n].map((i) => scores[i])];
      return `max(${list.map((x) => showShort(x)).join(', ')}) = ${showShort(m[n])}`;
    }
    case 'rescale':
      if (!known('rescale')) return '';
      return n === 0
        ? 'e^(−∞ − …) = 0: there is nothing to rescale yet'
        : `e^(${showShort(m[n - 1])} − ${held(m[n])}) = ${show(rescale[n])}`;
    case 'l':
      if (!known('l')) return '';
      return `${old(l)}${blocks[n].map((i) => power(i, m[n])).join(' + ')} = ${show(l[n])}`;
    case 'o': {
      if (!known('o')) return '';
      const terms = blocks[n].map((i) => `${power(i, m[n])} · ${held(values[i])}`);
      return `${old(o)}${terms.join(' + ')} = ${show(o[n])}`;
    }
    case 'term':
      return explainTerm(model, n, Math.max(0, now.block));
    case 'naive':
      return explainNaive(model, n);
    default:
      return explainResult(model, name, n, t);
  }
}

function explainTerm({ scores, values, m }: Model, i: number, b: number): string {
  const power = Math.exp(scores[i] - m[b]);
  return `e^(${showShort(scores[i])} − ${held(m[b])}) = ${show(power)}, times ${held(values[i])} = ${show(power * values[i])}`;
}

function explainNaive({ naive, blocks, scores }: Model, b: number): string {
  const top = Math.max(...scores.slice(0, blocks[b][blocks[b].length - 1] + 1));
  switch (fate(naive[b])) {
    case 'overflow':
      return `float32 ends at 3.4 · 10³⁸ = e^88.7; e^${showShort(top)} ${top > 709.78 ? 'is too large even for float64' : 'or the sum is past it'}.`;
    case 'underflow':
      return `float32 begins at 1.4 · 10⁻⁴⁵ = e^−103.3; e^${held(top)} is below it and becomes 0.`;
    case 'fine':
      return `The sum is ${show(naive[b].sum, significant(4))}; the mean comes to ${Number.isFinite(naive[b].out) ? show(naive[b].out) : 'no number'}.`;
  }
}

function explainResult(model: Model, name: string, i: number, t: number): string {
  const at = steps(model);
  const { l, o, out, scores, direct_weights, direct, values } = model;
  const last = l.length - 1;
  if (name === 'out' && t > at.out - 1) {
    return `${held(o[last])} ÷ ${showShort(l[last])} = ${show(out)}`;
  }
  if (t <= at.direct - 1) return '';
  if (name === 'direct_weights') {
    const top = Math.max(...scores);
    return `e^(${showShort(scores[i])} − ${held(top)}) ÷ ${showShort(l[last])} = ${show(direct_weights[i])}`;
  }
  if (name === 'direct') {
    return `${direct_weights.map((p, k) => `${showShort(p)} · ${held(values[k])}`).join(' + ')} = ${show(direct)}`;
  }
  return '';
}
