import {
  abs,
  add,
  at,
  cases,
  column,
  compare,
  constant,
  cos,
  divide,
  dotProduct,
  given,
  index,
  matrixOf,
  matrixProduct,
  maximum,
  named,
  prose,
  rotatedEntries,
  row,
  sin,
  softmaxRows,
  sqrt,
  subtract,
  symbolOf,
  tanh,
  transposed,
  vectorOf,
  word,
  type Expression,
  type Matrix,
  type Prose,
  type Step,
  type Vector,
} from '../../../src/author';
import { TOLERANCE, WIDTH, type Model, type Pass, type Positions } from './model';
import { difference as format } from './formats';

const POSITIONS: Readonly<Record<Positions, Prose>> = {
  none: prose`Nothing here says where a token stands.`,
  sinusoidal: prose`First each embedding gets the wave of its position added, $\\sin p$ and $\\cos p$.`,
  rope: prose`Then queries and keys are turned by the angle $p$, their position.`,
};

/** Attention over the rows of an embedding matrix, by expressions; a prime marks the other order. */
function attention(model: Model, X: Expression<Matrix>, prime: string, part: string) {
  const { weights, positions } = model;
  const n = model.words.length;
  const position = (p: number): Expression<number> => index('p', p);
  const placed =
    positions === 'sinusoidal'
      ? named(
          `\\tilde X${prime}`,
          matrixOf(n, WIDTH, (p, k) => add(at(X, p, k), (k === 0 ? sin : cos)(position(p))), {
            tex: `X${prime} + P`,
            worked: false,
          }),
        )
      : X;
  const projected = (name: string, weight: Matrix): Expression<Matrix> =>
    named(`${name}${prime}`, matrixProduct(placed, given(`W_${name}`, weight, { role: 'weight' })));
  const turned = (name: string, rows: Expression<Matrix>): Expression<Matrix> =>
    positions !== 'rope'
      ? rows
      : named(
          `\\hat ${name}${prime}`,
          matrixOf(
            n,
            WIDTH,
            (p, k) => rotatedEntries(at(rows, p, 0), at(rows, p, 1), position(p))[k],
            { tex: `\\text{rotate}(${name}${prime}, p)`, worked: false },
          ),
        );
  const Q = turned('Q', projected('Q', weights.query));
  const K = turned('K', projected('K', weights.key));
  const V = projected('V', weights.value);
  // Whole products in numbers are too wide for a line; the picture has every row of them.
  const count = X.value.length;
  const shares = softmaxRows(divide(matrixProduct(Q, transposed(K)), sqrt(constant(WIDTH))));
  const A = named(
    `A${prime}`,
    matrixOf(count, count, (i, j) => at(shares, i, j), {
      tex: `\\operatorname{softmax}(Q${prime} {K${prime}}^{\\top} / \\sqrt{d})`,
      worked: false,
    }),
    { role: 'activation' },
  );
  const mixed = matrixProduct(A, V);
  const O = named(
    `O${prime}`,
    matrixOf(count, WIDTH, (i, k) => at(mixed, i, k), {
      tex: `A${prime} V${prime}`,
      worked: false,
    }),
    { part },
  );
  return { Q, K, V, A, O };
}

/** The states of the RNN over the rows of an embedding matrix; the last of them. */
function lastState(
  { weights }: Model,
  { states }: Pass,
  X: Expression<Matrix>,
  prime: string,
  part: string,
): Expression<Vector> {
  const W = given('W', weights.input, { role: 'weight' });
  const U = given('U', weights.state, { role: 'weight' });
  return states.reduce<Expression<Vector> | undefined>(
    (before, _, t) =>
      named(
        `h${prime}_{${t}}`,
        vectorOf(
          WIDTH,
          (k) => {
            const fresh = dotProduct(row(X, t), column(W, k));
            return tanh(before ? add(fresh, dotProduct(before, column(U, k))) : fresh);
          },
          {
            tex: `\\tanh(x${prime}_{${t}} W${before ? ` + h${prime}_{${t - 1}} U` : ''})`,
            worked: false,
          },
        ),
        { part: `${part}.${t}` },
      ),
    undefined,
  )!;
}

export function* solution(model: Model): Generator<Step> {
  const { first, permuted, order, positions } = model;
  const n = model.words.length;
  const X = given('X', first.embeddings, { role: 'input', part: 'X' });
  const before = attention(model, X, '', 'out');
  yield {
    id: 'out',
    title: 'Attention mixes values by weights',
    say: [
      ...prose`Queries, keys and values come from the embeddings, row by row. Each output is a mean of all values, weighted by how well query and key agree. `,
      ...POSITIONS[positions],
    ],
    lines: [before.A, before.O],
    highlights: ['X', 'out'],
  };

  const moved = named(
    "X'",
    matrixOf(n, WIDTH, (i, k) => at(X, order[i], k), { tex: 'P X', worked: false }),
    { role: 'input', part: 'moved' },
  );
  const after = attention(model, moved, "'", 'movedOut');
  yield {
    id: 'moved',
    title: 'The same tokens in the other order',
    say: prose`The rows of ${symbolOf(X)} change places, and everything is computed again from ${symbolOf(moved)}.`,
    lines: [moved, after.O],
    highlights: ['moved', 'movedOut'],
  };

  const gaps = order.flatMap((i, p) =>
    Array.from({ length: WIDTH }, (_, k) => abs(subtract(at(after.O, p, k), at(before.O, i, k)))),
  );
  const difference = named('\\Delta', maximum(...gaps), {
    role: 'gradient',
    part: 'difference',
    format,
  });
  const equivariant = named(
    '\\text{moves along}',
    cases([[compare(difference, '<', TOLERANCE), word('yes')]], word('no')),
  );
  yield {
    id: 'difference',
    title: 'Compare each token with itself',
    say:
      positions === 'none'
        ? prose`A sum does not ask in which order its terms come. So each token has the output it had, only in another row: attention treats its input as a set. What ${symbolOf(difference)} may show is round-off.`
        : prose`A token at another position brings another vector, or meets the others at other distances. Its weights change, and with them its output: by ${symbolOf(difference)} at most.`,
    lines: [difference, equivariant],
    highlights: ['out', 'movedOut', 'difference'],
    reveals: { max_difference: difference, equivariant },
  };

  const state = lastState(model, first, X, '', 'states');
  const movedState = lastState(model, permuted, moved, "'", 'movedStates');
  yield {
    id: 'rnn',
    title: 'A recurrence has order built in',
    say: prose`An RNN reads one token after the other, and each state is built on the one before. Another order is another path: it needs no positions.`,
    lines: [state, movedState],
    highlights: ['states', 'movedStates'],
    reveals: { why: word('set') },
  };
}
