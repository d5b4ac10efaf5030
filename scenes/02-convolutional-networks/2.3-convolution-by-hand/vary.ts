import { sameValue, type Matrix, type Random } from '../../../src/author';
import { convolve, type Givens } from './model';
import { slips } from './slips';

/** Images whose outputs are all equal come about as often as others. */
export function vary(random: Random): Givens {
  const even = random.uniform() < 0.5;
  for (;;) {
    const image = even ? slope(random) : drawn(random, 3, random.integer(3, 4), 0, 9);
    const kernel = drawn(random, 2, 2, -2, 2);
    const givens: Givens = { image, kernel, stride: 1, padding: 0, flip: false };
    if (readsWell(givens, even)) return givens;
  }
}

const drawn = (random: Random, rows: number, columns: number, low: number, high: number): Matrix =>
  Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => random.integer(low, high)),
  );

/** Pixels that rise by one step down and by another across. */
function slope(random: Random): Matrix {
  const [first, down, across] = [random.integer(0, 4), random.integer(1, 3), random.integer(1, 3)];
  return Array.from({ length: 3 }, (_, i) =>
    Array.from({ length: 3 }, (__, j) => first + i * down + j * across),
  );
}

/** Two weights at least, one of them negative, and no slip that comes out right. */
function readsWell(givens: Givens, even: boolean): boolean {
  const weights = givens.kernel.flat();
  const model = convolve(givens);
  const wrong = slips.filter(({ field }) => field === 'out').map(({ value }) => value(model));
  return (
    weights.filter((weight) => weight !== 0).length >= 2 &&
    weights.some((weight) => weight < 0) &&
    model.constant === even &&
    model.out.flat().some((x) => x !== 0) &&
    wrong.every((slip) => slip === undefined || !sameValue(slip, model.out))
  );
}
