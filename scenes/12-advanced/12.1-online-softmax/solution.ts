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

/** Steps of the solution by number: one a block, then the division, then the direct way. */
export const steps = ({ blocks }: Model): { out: number; direct: number } => ({
  out: blocks.length + 1,
  direct: blocks.length + 2,
});

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

  let before: Omit<Registers, 'r'> = {
    m: given('m_0', -Infinity),
    l: given('l_0', 0),
    o: given('o_0', 0),
  };
  const read: Registers[] = [];
  for (const [b, positions] of model.blocks.entries()) {
    const after = readBlock(before, s, v, positions, b);
    read.push(after);
    yield {
      id: `block.${b}`,
      title: titleOf(model, b),
      say: sayBlock(model, b, before.m, after),
      lines: [after.m, after.r, after.l, after.o],
      highlights: [
        ...positions.flatMap((i) => [`scores.${i}`, `values.${i}`]),
        ...['m', 'rescale', 'l', 'o'].map((register) => `${register}.${b}`),
      ],
      reveals: b === model.blocks.length - 1 ? revealRegisters(read) : undefined,
    };
    before = after;
  }

  const out = named('\\text{out}', divide(before.o, before.l), { part: 'out' });
  yield {
    id: 'out',
    title: 'Divide once, at the end',
    say: prose`One division, after the last block. Above and below the line stands the same factor, ${symbolOf(exp(negate(before.m)))}, so it cancels: wherever the maximum went on the way, the quotient is the mean of the values weighted by the softmax of the scores.`,
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
    say: prose`The direct way needs every score at once: first the maximum, then the sum, then the weights. It comes to the same mean; what is left between the two is the round-off of float64.`,
    lines: [p, direct, difference],
    highlights: ['direct_weights', 'direct', 'difference'],
    reveals: { direct_weights: p, difference },
  };
}

/** Block b, counted from 0; the registers after it carry the number b + 1, those before any 0. */
function readBlock(
  before: Omit<Registers, 'r'>,
  s: Expression<Vector>,
  v: Expression<Vector>,
  positions: Vector,
  b: number,
): Registers {
  const j = b + 1;
  const m = named(`m_{${j}}`, maximum(before.m, ...positions.map((i) => at(s, i))), {
    part: `m.${b}`,
  });
  const r = named(`r_{${j}}`, exp(subtract(before.m, m)), { part: `rescale.${b}` });
  const over = (term: (i: Expression<number>) => Expression<number>): Expression<number> =>
    positions.length === 1
      ? term(constant(positions[0]))
      : sum('i', positions[0], positions[positions.length - 1], term);
  const power = (i: Expression<number>) => exp(subtract(at(s, i), m));
  const l = named(`l_{${j}}`, add(multiply(before.l, r), over(power)), {
    role: 'activation',
    part: `l.${b}`,
  });
  const o = named(
    `o_{${j}}`,
    add(
      multiply(before.o, r),
      over((i) => multiply(power(i), at(v, i))),
    ),
    { role: 'value', part: `o.${b}` },
  );
  return { m, r, l, o };
}

function titleOf({ blocks }: Model, b: number): string {
  if (blocks.length === 1) return 'The only block is read';
  return `Block ${b + 1} of ${blocks.length} is read`;
}

function sayBlock({ m }: Model, b: number, before: Expression<number>, after: Registers): Prose {
  if (b === 0) {
    return prose`The registers start empty: the maximum at −∞, both sums at 0. The first block sets ${after.m}, and its exponentials are taken relative to that, so none of them can pass 1.`;
  }
  if (m[b] === m[b - 1]) {
    return prose`Nothing here is larger than ${valueOf(before)}. The maximum stays, the factor is 1, and what the block brings joins the sums as they are.`;
  }
  return prose`The maximum moves from ${valueOf(before)} to ${valueOf(after.m)}. Both old sums were measured against the old one: each is multiplied by ${symbolOf(after.r)}, then the block’s own terms join.`;
}

/** The registers after each block, as the answers ask for them. */
function revealRegisters(read: readonly Registers[]): Record<string, Expression> {
  const list = (name: string, pick: (registers: Registers) => Expression<number>) =>
    vectorOf(read.length, (b) => pick(read[b]), { tex: name });
  return {
    m: list('m', ({ m }) => m),
    l: list('l', ({ l }) => l),
    o: list('o', ({ o }) => o),
    rescale: list('r', ({ r }) => r),
  };
}
