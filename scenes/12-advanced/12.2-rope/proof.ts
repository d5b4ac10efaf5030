import {
  dotProduct,
  given,
  identity,
  matrixProduct,
  rotationMatrix,
  transform,
  transposed,
  type Expression,
  type Matrix,
  type OrderOptions,
  type Random,
} from '../../../src/author';
import { rope } from './model';

/** The symbols of the proof at random numbers. */
function drawn(random: Random) {
  const pair = () => [random.normal(), random.normal()];
  const model = rope({
    ...{ q: pair(), k: pair(), m: random.integer(1, 20), n: random.integer(1, 20) },
    ...{ theta: 0.1 + random.uniform(), shift: 0 },
  });
  const { m, n, theta } = model;
  const R = (tex: string, angle: number): Expression<Matrix> =>
    given(`R(${tex})`, rotationMatrix(angle));
  return {
    s: given('s', model.dot, { role: 'activation' }),
    q: given('q', model.q, { role: 'input' }),
    k: given('k', model.k, { role: 'value' }),
    turnM: R('m\\theta', m * theta),
    turnN: R('n\\theta', n * theta),
    back: R('-m\\theta', -m * theta),
    difference: R('n\\theta - m\\theta', n * theta - m * theta),
    total: R('n\\theta + m\\theta', n * theta + m * theta),
    apart: R('(n - m)\\theta', (n - m) * theta),
  };
}

type Drawn = ReturnType<typeof drawn>;

/** The score is the dot product of a query and a key, each turned or not. */
const claim = (sides: (at: Drawn) => Expression<number>) =>
  identity((random) => {
    const at = drawn(random);
    return [at.s, sides(at)];
  });

/** The lines of the proof. */
export const lines = {
  score: claim(({ q, k, turnM, turnN }) => dotProduct(transform(turnM, q), transform(turnN, k))),
  across: claim(({ q, k, turnM, turnN }) =>
    dotProduct(q, transform(matrixProduct(transposed(turnM), turnN), k)),
  ),
  back: claim(({ q, k, back, turnN }) => dotProduct(q, transform(matrixProduct(back, turnN), k))),
  merge: claim(({ q, k, difference }) => dotProduct(q, transform(difference, k))),
  result: claim(({ q, k, apart }) => dotProduct(q, transform(apart, k))),
};

const notTransposed = claim(({ q, k, turnM, turnN }) =>
  dotProduct(q, transform(matrixProduct(turnM, turnN), k)),
);
const angleAdded = claim(({ q, k, total }) => dotProduct(q, transform(total, k)));

/** The right order. */
export const order = Object.keys(lines);

/** The lines to be put in order, with two mistakes among them that people make. */
export const options: OrderOptions = {
  lines: {
    score: { says: lines.score },
    across: {
      says: lines.across,
      early:
        'It carries a rotation from the query to the key, and no line above has a turned query.',
    },
    kept: {
      says: notTransposed,
      twin: 'across',
      hint: 'A matrix that changes sides of a dot product does not stay as it is. Write the dot product as a row times a column once more.',
    },
    back: {
      says: lines.back,
      early: 'It says what a transposed rotation does, and no line above has one.',
    },
    merge: {
      says: lines.merge,
      early: 'It makes one rotation of two, and no line above turns back and then on.',
    },
    added: {
      says: angleAdded,
      twin: 'merge',
      hint: 'Both angles are added here as if both turned the same way. One of the two rotations turns back.',
    },
    result: {
      says: lines.result,
      early: 'It takes $\\theta$ out of a difference of angles that no line above has.',
    },
  },
};
