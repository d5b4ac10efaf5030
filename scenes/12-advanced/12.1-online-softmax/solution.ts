import {
  abs,
  add,
  at,
  constant,
  divide,
  dotProduct,
  exp,
  given,
  maximum,
  multiply,
  named,
  negate,
  prose,
  significant,
  softmaxRow,
  subtract,
  sum,
  symbolOf,
  valueOf,
  vectorOf,
  type Expression,
  type Prose,
  type Step,
  type Vector,
} from '../../../src/author';
import type { Model } from './model';

/** Round-off below this is shown as 0. */
export const differenceFormat = significant(2, 1e-12);

/** The registers after a block, each an expression in those before it. */
interface Registers {
  readonly m: Expression<number>;
  readonly r: Expression<number>;
  readonly l: Expression<number>;
  readonly o: Expression<number>;
}

export function* solution(model: Model): Generator<Step> {
  const s = given('s', model.scores, { role: 'input', part: 'scores' });
  const v = given('v', model.values, { role: 'value', part: 'values' });

  let before: Registers | undefined;
  const read: Registers[] = [];
  for (const [b, positions] of model.blocks.entries()) {
    const after = readBlock(before, s, v, positions, b);
    read.push(after);
    yield {
      id: `block.${b}`,
      title: titleOf(model, b),
      say: sayBlock(before, after),
      lines: [after.m, after.r, after.l, after.o],
      highlights: [
        ...positions.flatMap((i) => [`scores.${i}`, `values.${i}`]),
        ...['m', 'rescale', 'l', 'o'].map((register) => `${register}.${b}`),
      ],
      reveals: b === model.blocks.length - 1 ? revealRegisters(read) : undefined,
    };
    before = after;
  }

  const { m, l, o } = read[read.length - 1];
  const out = named('\\text{out}', divide(o, l), { part: 'out' });
  yield {
    id: 'out',
    title: 'Divide once, at the end',
    say: prose`One division is enough. Numerator and denominator carry the same factor ${symbolOf(exp(negate(m)))}, which cancels. What is left is the mean of the values, weighted by the softmax of the scores.`,
    lines: [out],
    highlights: ['out', `l.${read.length - 1}`, `o.${read.length - 1}`],
    reveals: { out },
  };

  const p = named('p', softmaxRow(s), { role: 'activation', part: 'direct_weights' });
  const direct = named('\\text{direct}', dotProduct(p, v), { part: 'direct' });
  const difference = named('\\text{difference}', abs(subtract(out, direct)), {
    part: 'difference',
    format: differenceFormat,
  });
  yield {
    id: 'direct',
    title: 'The same as the direct softmax',
    say: prose`The direct softmax ${symbolOf(p)} needs every score at once: the maximum first, then the sum, then the weights. It gives the same mean. Any difference is round-off of float64.`,
    lines: [p, direct, difference],
    highlights: ['direct_weights', 'direct', 'difference'],
    reveals: { direct_weights: p, difference },
  };
}

/** Block b: its registers, from those after the block before it. Blocks are counted from 0. */
function readBlock(
  before: Registers | undefined,
  s: Expression<Vector>,
  v: Expression<Vector>,
  positions: Vector,
  b: number,
): Registers {
  const old = before?.m ?? constant(-Infinity);
  const m = named(`m_{${b}}`, maximum(old, ...positions.map((i) => at(s, i))), {
    part: `m.${b}`,
  });
  const r = named(`r_{${b}}`, exp(subtract(old, m)), { part: `rescale.${b}` });
  const over = (term: (i: Expression<number>) => Expression<number>): Expression<number> =>
    positions.length === 1
      ? term(constant(positions[0]))
      : sum('i', positions[0], positions[positions.length - 1], term);
  /** Nothing is kept of nothing. */
  const joined = (kept: Expression<number> | undefined, terms: Expression<number>) =>
    kept ? add(multiply(kept, r), terms) : terms;
  const power = (i: Expression<number>) => exp(subtract(at(s, i), m));
  const l = named(`\\ell_{${b}}`, joined(before?.l, over(power)), {
    role: 'activation',
    part: `l.${b}`,
  });
  const weighted = over((i) => multiply(power(i), at(v, i)));
  const o = named(`o_{${b}}`, joined(before?.o, weighted), { role: 'value', part: `o.${b}` });
  return { m, r, l, o };
}

function titleOf({ blocks }: Model, b: number): string {
  if (blocks.length === 1) return 'Read the only block';
  if (b === 0) return 'Read the first block';
  return b === blocks.length - 1 ? 'Read the last block' : 'Read the next block';
}

function sayBlock(before: Registers | undefined, { m, r, l, o }: Registers): Prose {
  if (!before) {
    return prose`Nothing has been read, so the maximum starts at −∞ and the factor ${symbolOf(r)} is 0. The block sets ${m}. The sums ${symbolOf(l)} and ${symbolOf(o)} take their terms relative to it, so no exponential passes 1.`;
  }
  if (m.value === before.m.value) {
    return prose`No score here is larger than ${valueOf(before.m)}. The maximum stays, the factor ${symbolOf(r)} is 1, and the new terms simply join both sums.`;
  }
  return prose`The maximum rises from ${valueOf(before.m)} to ${valueOf(m)}. Both sums were taken relative to the old one, so multiply them by the factor ${symbolOf(r)}. Then add the new terms.`;
}

/** The registers after each block, as the answers ask for them. */
function revealRegisters(read: readonly Registers[]): Record<string, Expression> {
  const list = (name: string, pick: (registers: Registers) => Expression<number>) =>
    vectorOf(read.length, (b) => pick(read[b]), { tex: name });
  return {
    m: list('m', ({ m }) => m),
    l: list('\\ell', ({ l }) => l),
    o: list('o', ({ o }) => o),
    rescale: list('r', ({ r }) => r),
  };
}
