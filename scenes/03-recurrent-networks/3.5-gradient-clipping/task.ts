import type { CodeTask, CodeTest } from '../../../src/author';
import type { Givens } from './model';

export const clipGradNorm = `function clipGradNorm(grads, maxNorm) {
  let squares = 0;
  for (const g of grads) for (const x of g) squares += x * x;
  const norm = Math.sqrt(squares);
  if (!Number.isFinite(norm) || norm <= maxNorm) return norm;
  for (const g of grads) {
    for (let i = 0; i < g.length; i += 1) g[i] *= maxNorm / norm;
  }
  return norm;
}`;

/** What is returned, and what then stands in the tensors. */
const call = (tensors: readonly string[], maxNorm: number): string =>
  `((g) => [clipGradNorm(g, ${maxNorm}), ...g.flatMap((t) => [...t])])([${tensors
    .map((entries) => `new Float64Array([${entries}])`)
    .join(', ')}])`;

/** Tensors of several shapes of trouble; and the given gradient, for the picture. */
export const task = ({ grads, max_norm }: Givens): CodeTask => ({
  name: 'clipGradNorm',
  starter: `function clipGradNorm(grads, maxNorm) {
  // grads is a list of Float64Array: change them in place
  // and return the norm they had

}
`,
  tests: [
    test('long', 'a gradient that is too long', call(['6, 8'], 5), [10, 3, 4]),
    test('shared', 'two tensors share one norm', call(['2, 1', '-2'], 1), [
      3,
      2 / 3,
      1 / 3,
      -2 / 3,
    ]),
    test('short', 'a short gradient stays', call(['3, 4'], 10), [5, 3, 4]),
    test('zero', 'a gradient of $0$ stays', call(['0, 0'], 1), [0, 0, 0]),
    test('infinite', 'an infinite norm is left alone', call(['Infinity, 1'], 5), [
      Infinity,
      Infinity,
      1,
    ]),
    test('nan', 'a norm that is no number is left alone', call(['NaN, 1'], 5), [NaN, NaN, 1]),
  ],
  record: `((g) => { clipGradNorm(g, ${max_norm}); return [...g[0]]; })([new Float64Array([${grads.join(', ')}])])`,
});

function test(id: string, name: string, source: string, expected: CodeTest['expected']): CodeTest {
  return { id, name, call: source, expected };
}
