import type { CodeTask } from '../../../src/author';
import { functionOf } from './functions';
import { EPSILONS, SMALLEST, STEPS, type Givens } from './model';

export const gradCheck = `function gradCheck(f, w, eps) {
  return (f(w + eps) - f(w - eps)) / (2 * eps);
}`;

/** Functions the learner has not seen, corners included; and the errors of theirs for the picture. */
export const task = ({ f, w }: Givens): CodeTask => ({
  name: 'gradCheck',
  starter: 'function gradCheck(f, w, eps) {\n  // f is a function of one number\n\n}\n',
  tests: [
    test('cube', 'a cube', 'gradCheck((x) => x ** 3, 2, 1e-4)', 12),
    test('falling', 'a function that falls', 'gradCheck((x) => 1 / x, 0.5, 1e-4)', -4),
    test('tanh', 'tanh, with a large $\\varepsilon$', 'gradCheck(Math.tanh, 0, 0.01)', 1, 1e-4),
    test('eps', 'the $\\varepsilon$ it is given', 'gradCheck((x) => x ** 3, 0, 0.5)', 0.25),
    test('corner', 'the corner of $|x|$', 'gradCheck(Math.abs, 0, 1e-3)', 0),
    test('kink', 'the kink of ReLU', 'gradCheck((x) => Math.max(0, x), 0, 1e-3)', 0.5),
  ],
  record: `Array.from({ length: ${EPSILONS.length} }, (_, i) =>
    gradCheck(${functionOf(f).javascript}, ${w}, 10 ** (${SMALLEST} + i / ${STEPS})))`,
});

function test(id: string, name: string, call: string, expected: number, tolerance = 1e-6) {
  return { id, name, call, expected, tolerance };
}
