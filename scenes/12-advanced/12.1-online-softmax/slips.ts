import type { Slip, Vector } from '../../../src/author';
import { total, type Model } from './model';

interface Sums {
  readonly l: Vector;
  readonly o: Vector;
}

/** l and o if each block multiplied the old sums by this instead of e^(old m − new m). */
function sumsWith(
  { scores, values, blocks, m }: Model,
  factor: (old: number, now: number) => number,
): Sums {
  const l: number[] = [];
  const o: number[] = [];
  blocks.forEach((positions, b) => {
    const terms = positions.map((i) => Math.exp(scores[i] - m[b]));
    const kept = b === 0 ? 0 : factor(m[b - 1], m[b]);
    // Nothing is kept of nothing, however large the factor.
    const carry = (sums: readonly number[]): number => (b === 0 ? 0 : sums[b - 1] * kept);
    l.push(carry(l) + total(terms));
    o.push(carry(o) + total(terms.map((term, k) => term * values[positions[k]])));
  });
  return { l, o };
}

const notRescaled = (model: Model): Sums => sumsWith(model, () => 1);
const wrongWay = (model: Model): Sums => sumsWith(model, (old, now) => Math.exp(now - old));

/** Exponentials of the scores as they are, summed. */
function notShifted({ scores, values, blocks }: Model): Sums {
  let [l, o] = [0, 0];
  const sums = blocks.map((positions) => {
    for (const i of positions) {
      l += Math.exp(scores[i]);
      o += Math.exp(scores[i]) * values[i];
    }
    return { l, o };
  });
  return { l: sums.map((each) => each.l), o: sums.map((each) => each.o) };
}

/** The largest score of each block by itself. */
const blockMaxima = ({ scores, blocks }: Model): Vector =>
  blocks.map((positions) => Math.max(...positions.map((i) => scores[i])));

/** The factor e^(new − old), the wrong way round. */
const wrongFactor = ({ m }: Model): Vector =>
  m.map((now, b) => (b === 0 ? 0 : Math.exp(now - m[b - 1])));

const last = (list: Vector): number => list[list.length - 1];

/** The wrong value, unless these numbers make it the right one. */
function unlessRight<T extends number | Vector>(wrong: T, right: T): T | undefined {
  const pairs = [wrong].flat().map((x, i) => [x, ([right].flat() as number[])[i]]);
  return pairs.every(([x, y]) => Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(y)))
    ? undefined
    : wrong;
}

/** One way of summing that goes wrong in l and in o alike. */
const inBoth = (sums: (model: Model) => Sums, hint: string): Slip<Model>[] =>
  (['l', 'o'] as const).map((field) => ({
    field,
    value: (model) => unlessRight(sums(model)[field], model[field]),
    hint,
  }));

/** Known wrong ways, recognised by the values they lead to. */
export const slips: readonly Slip<Model>[] = [
  {
    field: 'm',
    value: (model) => unlessRight(blockMaxima(model), model.m),
    hint: 'These are the largest scores of each block by itself. The register $m$ remembers: it is the largest of everything read so far.',
  },
  {
    field: 'rescale',
    value: (model) => unlessRight(wrongFactor(model), model.rescale),
    hint: 'This factor is $e$ to (new − old). A larger maximum makes old terms smaller, so the factor is never above 1.',
    highlights: ['m'],
  },
  {
    field: 'rescale',
    value: (model) => unlessRight([1, ...model.rescale.slice(1)], model.rescale),
    hint: 'Before the first block the maximum is $-\\infty$, and nothing is there to keep: what is $e^{-\\infty}$?',
    highlights: ['rescale.0'],
  },
  ...inBoth(
    notRescaled,
    'The old sum was measured against the old maximum. When $m$ moves, rescale the sum before the new terms join.',
  ),
  ...inBoth(
    wrongWay,
    'The old sum was scaled the wrong way, by $e$ to (new − old). A larger maximum makes old terms smaller: the factor is never above 1.',
  ),
  ...inBoth(
    notShifted,
    'These sums hold $e$ to the scores themselves. The registers are relative to the maximum: subtract $m$ from each score first.',
  ),
  {
    field: 'out',
    value: (model) => unlessRight(last(model.o) / last(notRescaled(model).l), model.out),
    hint: 'The sum $o$ was rescaled and $\\ell$ was not. Both were taken relative to the old maximum, so both have to follow it.',
  },
  {
    field: 'out',
    value: (model) => unlessRight(last(notRescaled(model).o) / last(model.l), model.out),
    hint: 'The sum $\\ell$ was rescaled and $o$ was not. Both were taken relative to the old maximum, so both have to follow it.',
  },
  {
    field: 'out',
    value: (model) => {
      const { l, o } = notRescaled(model);
      return unlessRight(last(o) / last(l), model.out);
    },
    hint: 'Neither $\\ell$ nor $o$ was rescaled, so scores read before the maximum moved weigh too much.',
  },
  {
    field: 'out',
    value: (model) => unlessRight(total(model.values) / model.values.length, model.out),
    hint: 'This is the plain mean of the values. Each value weighs as much as its score’s exponential.',
  },
];
