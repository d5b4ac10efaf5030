import {
  add,
  alike,
  floor,
  at,
  cases,
  divide,
  given,
  matrixOf,
  multiply,
  named,
  prose,
  subtract,
  sum,
  symbolOf,
  word,
  type Expression,
  type Matrix,
  type Prose,
  type Step,
} from '../../../src/author';
import { tolerance, type Model } from './model';

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
      say: prose`A true convolution turns the kernel ${symbolOf(K)} by 180° before laying it on the image. Deep learning leaves this out: a kernel that is learned could as well be learned turned.`,
      lines: [W],
      highlights: ['turned'],
    };
  }

  const [p, s] = [given('p', padding), given('s', stride)];
  /** ⌊(n + 2p − k)/s⌋ + 1 */
  const positions = (name: string, length: Expression<number>, window: Expression<number>) => {
    const room = divide(subtract(add(length, multiply(2, p)), window), s);
    return named(name, add(floor(room), 1));
  };
  const [n, high] = [given('n', image.length), given('k', k)];
  const h = positions('h', n, high);
  const w = positions('w', given('m', image[0].length), given('l', l));
  const square = image.length === image[0].length && k === l;
  yield {
    id: 'count',
    title: 'Count the positions of the window',
    say: [
      ...prose`The window must lie inside the image. With image height ${n}, padding ${p}, window height ${high} and stride ${s}, it has ${symbolOf(h)} positions down`,
      ...(square
        ? [', and as many across.']
        : prose`; its ${symbolOf(w)} positions across are counted alike.`),
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
    say: [
      ...prose`Lay the kernel ${symbolOf(W)} on the top left corner of the `,
      ...(padding > 0 ? ['padded '] : []),
      ...prose`image ${symbolOf(I)}. Multiply each weight by the pixel under it, then add up the products, signs and all.`,
    ],
    lines: [position(0, 0)],
    highlights: highlightsOf(model, 0, 0),
  };

  const [rows, columns] = [out.length, out[0].length];
  const count = rows * columns;
  if (count > 1) {
    const [i, j] = columns > 1 ? [0, 1] : [1, 0];
    yield {
      id: 'next',
      title: 'Move the window on',
      say: [
        `Move the window ${j ? 'to the right' : 'down'} by the stride `,
        s,
        ': the same weights, other pixels.',
      ],
      lines: [position(i, j)],
      highlights: highlightsOf(model, i, j),
    };
  }

  const rest = Array.from({ length: count }, (_, index) => index).slice(2);
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
    title: count > 1 ? 'The same at every position' : 'One position, one number',
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

  const isExact = new Set(out.flat()).size === 1 || !model.constant;
  const verdict = named(
    '\\text{all equal?}',
    cases([[alike(all, isExact ? 0 : tolerance(model)), word('yes')]], word('no')),
  );
  yield {
    id: 'constant',
    title: 'Are all outputs equal?',
    say: sayConstant(model, all),
    lines: [verdict],
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
      ? 'This is the true convolution. Beside it stands cross-correlation, which deep learning calls convolution: there the kernel is not turned.'
      : 'This is cross-correlation, which deep learning calls convolution: the kernel is not turned.',
  ];
}

function sayConstant(model: Model, all: Expression<Matrix>): Prose {
  const { constant, laid, out } = model;
  const [first] = out[0];
  if (out.flat().length === 1) return ['There is only one output, so all are equal.'];
  if (!constant) {
    const i = out.findIndex((row) => row.some((x) => x !== first));
    const j = out[i].findIndex((x) => x !== first);
    return prose`One difference is enough: ${at(all, 0, 0)}, but ${at(all, i, j)}.`;
  }
  const [a, b] = laid;
  const isDiagonal = laid.length === 2 && a.length === 2 && a[1] === 0 && b[0] === 0;
  return isDiagonal && a[0] === 1 && b[1] === -1
    ? prose`Yes. This kernel subtracts from each pixel its neighbour one down and one right, and in this image that difference is the same everywhere.`
    : prose`Yes. Compared with the first output, no other differs: at every position the window finds the same.`;
}
