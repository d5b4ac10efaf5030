// The stages of `npm test`, in order: what is quick and likely to fail comes first.

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string[]} command  a program of node_modules/.bin and its arguments
 * @property {'vitest' | 'playwright'} [runner]  whose report counts the tests; absent: no tests to count
 * @property {boolean} [browser]  whether it needs a Chromium
 * @property {boolean} [beside]  whether it works on the sources alone, mostly on one core: such stages run
 *   at once
 * @property {string} [after]  the stage beside it that it waits for all the same
 */

/** The build that end-to-end tests visit, which knows the fixture scene too. */
export const site = ['--mode', 'fixtures', '--outDir', 'test-results/site', '--logLevel', 'warn'];

const vitest = ['vitest', 'run', '--config', 'tests/vitest.config.ts'];

/** @type {Stage[]} */
export const stages = [
  { name: 'types', command: ['tsc', '--noEmit'], beside: true },
  { name: 'lint', command: ['eslint', '.', '--max-warnings', '0'], beside: true },
  {
    name: 'format',
    command: ['prettier', '--check', '.', '--log-level', 'warn'],
    beside: true,
  },
  { name: 'build', command: ['vite', 'build', '--logLevel', 'warn'], beside: true },
  {
    // Once the build before it has compiled all WebAssembly.
    name: 'site',
    command: ['vite', 'build', ...site],
    beside: true,
    after: 'build',
  },
  { name: 'unit', command: [...vitest, '--project', 'node'], runner: 'vitest' },
  {
    name: 'kernels',
    command: [...vitest, '--project', 'browser'],
    runner: 'vitest',
    browser: true,
  },
  {
    name: 'e2e',
    command: ['playwright', 'test', '--config', 'tests/e2e/playwright.config.ts'],
    runner: 'playwright',
    browser: true,
  },
];
