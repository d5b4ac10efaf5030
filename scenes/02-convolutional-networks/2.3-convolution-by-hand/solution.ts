import {
  add,
  apply,
  at,
  cases,
  compare,
  constant,
  divide,
  given,
  matrixOf,
  maximum,
  minimum,
  multiply,
  named,
  prose,
  subtract,
  sum,
  word,
  type Expression,
  type Matrix,
  type Prose,
  type Step,
} from '../../../src/author';
import { spread, tolerance, type Model } from './model';

/** Steps of the solution, by the step number that shows them; 0 for a step that is left out. */
export function steps({ flip, out }: Model) {
  const turn = flip ? 1 : 0;
  const next = out.length * out[0].length > 1 ? 1 : 0;
  return {
    turn,
    positions: turn + 1,
    first: turn + 2,
    next: next && turn + 3,
    all: turn + next + 3,
    constant: turn + next + 4,
  };
}

/** ⌊(n + 2p − k)/s⌋ + 1 */
const positionsOf = (
  name: string,
  [length, window]: readonly [Expression<number>, Expression<number>],
  { padding, stride }: Model,
): Expression<number> => {
  const p = given('p', padding);
  const s = given('s', stride);
  const room = divide(subtract(add(length, multiply(2, p)), window), s);
  return named(name, add(apply('\\operatorname{floor}', Math.floor, room), 1));
};

/** Every way in which a position of the window is spoken of: its pixels, the kernel, its output. */
function highlightsOf({ stride, laid, flip }: Model, i: number, j: number): string[] {
  const pixels = laid.flatMap((row, u) =>
    row.map((_, v) => `padded.${i * stride + u}.${j * stride + v}`),
  );
  return [...pixels, flip ? 'turned' : 'kernel', 'products', `out.${i}.${j}`];
}

export function* solution(model: Model): Generator<Step> {
  const { image, padded, padding, stride, kernel, flip, out } = model;
  const [k, l] = [kernel.length, kernel[0].length];
  const K = given('K', kernel, { role: 'weight', part: 'kernel' });
  const I =
    padding > 0
      ? given('P', padded, { role: 'input', part: 'padded' })
      : given('I', image, { role: 'input', part: 'image' });

  let W: Expression<Matrix> = K;
  if (flip) {
    W = named(
      '\\tilde K',
      matrixOf(k, l, (u, v) => at(K, k - 1 - u, l - 1 - v)),
      { role: 'weight', part: 'turned' },
    );
    yield {
      id: 'turn',
      title: 'Turn the kernel',
      say: prose`A mathematician’s convolution turns the kernel by 180° before it is laid on the image: its last weight comes first. Deep learning leaves this step out, since a learned kernel could as well be learned turned.`,
      lines: [W],
      highlights: ['turned'],
    };
  }

  const h = positionsOf('h', [given('n', image.length), given('k', k)], model);
  const w = positionsOf('w', [given('m', image[0].length), given('l', l)], model);
  const square = image.length === image[0].length && k === l;
  yield {
    id: 'count',
    title: 'Count the positions of the window',
    say: [
      `The convolution is valid where the window lies wholly inside the ${padding > 0 ? 'image and its border of zeros' : 'image'}. `,
      square
        ? 'It has as many positions across as down, so the output is square.'
        : 'Count its positions down, then across.',
    ],
    lines: square ? [h] : [h, w],
    highlights: ['out'],
  };

  const entry = (i: number, j: number): Expression<number> => {
    const shifted = (by: number, u: Expression<number>) => (by === 0 ? u : add(by, u));
    return sum('u', 0, k - 1, (u) =>
      sum('v', 0, l - 1, (v) =>
        multiply(at(I, shifted(i * stride, u), shifted(j * stride, v)), at(W, u, v)),
      ),
    );
  };
  const position = (i: number, j: number): Expression<number> =>
    named(`\\text{out}_{${i},${j}}`, entry(i, j), { part: `out.${i}.${j}` });

  yield {
    id: 'first',
    title: 'Multiply and add at the first position',
    say: prose`Lay the kernel on the top left corner. Multiply each weight with the pixel it lies on, and add the products up, signs and all.`,
    lines: [position(0, 0)],
    highlights: highlightsOf(model, 0, 0),
  };

  const { next } = steps(model);
  if (next) {
    const [i, j] = out[0].length > 1 ? [0, 1] : [1, 0];
    yield {
      id: 'next',
      title: 'Move the window on',
      say: [
        `Move the window ${j ? 'to the right' : 'down'} by the stride, ${stride}: the same weights, other pixels.`,
      ],
      lines: [position(i, j)],
      highlights: highlightsOf(model, i, j),
    };
  }

  const [rows, columns] = [out.length, out[0].length];
  const rest = Array.from({ length: rows * columns }, (_, index) => index).slice(next ? 2 : 1);
  const all = named(
    '\\text{out}',
    matrixOf(rows, columns, entry, {
      worked: false,
      tex: `${padding > 0 ? 'P' : 'I'} ${flip ? '\\ast' : '\\star'} K`,
    }),
    { part: 'out' },
  );
  yield {
    id: 'all',
    title: next ? 'The same at every position' : 'One position, one number',
    say: sayAll(model),
    // A few are worked out in full; of many, the picture shows how each came about.
    lines: [
      ...(rest.length <= 2 ? rest : []).map((index) =>
        position(Math.floor(index / columns), index % columns),
      ),
      all,
    ],
    highlights: ['out'],
    reveals: { out: all },
  };

  const verdict = named('\\text{constant}', verdictOf(model, all));
  yield {
    id: 'constant',
    title: 'Are all outputs equal?',
    say: sayConstant(model),
    lines: [
      named('\\text{largest}', maximum(all)),
      named('\\text{smallest}', minimum(all)),
      verdict,
    ],
    highlights: ['out'],
    reveals: { constant: verdict },
  };
}

function sayAll({ flip, out }: Model): Prose {
  return [
    out.flat().length > 1
      ? 'Row by row, the window visits every position. '
      : 'The window fits just once. ',
    flip
      ? 'This is the true convolution. Beside it stands cross-correlation, what deep learning calls convolution: the same with the kernel not turned.'
      : 'This is cross-correlation, what deep learning calls convolution: the kernel is not turned.',
  ];
}

function sayConstant({ constant: same, laid, out }: Model): Prose {
  if (out.flat().length === 1) return prose`There is only one output, so all are equal.`;
  const [a, b] = laid;
  const diagonal = laid.length === 2 && a.length === 2 && a[1] === 0 && b[0] === 0;
  if (same && diagonal && a[0] + b[1] === 0 && a[0] !== 0) {
    return prose`The kernel takes each pixel and its neighbour one down and one to the right apart: every output is a difference along the diagonal, and in this image all of those are equal.`;
  }
  return same
    ? prose`The largest output is the smallest as well: the window finds the same everywhere.`
    : prose`The largest output and the smallest differ: the window finds different things at different positions.`;
}

/** `yes` when the largest output is the smallest, rounding errors of binary arithmetic apart. */
function verdictOf(model: Model, out: Expression<Matrix>): Expression<string> {
  const exact = spread(model.out) === 0 || !model.constant;
  const equal = exact
    ? compare(maximum(out), '=', minimum(out))
    : compare(subtract(maximum(out), minimum(out)), '≤', constant(tolerance(model)));
  return cases([[equal, word('yes')]], word('no'));
}
