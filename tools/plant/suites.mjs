// The suites that should catch planted bugs, as commands: programs of node_modules/.bin with words.

/** @typedef {readonly (readonly string[])[]} Suite  commands in order, caught by the first that fails */

/** @param {...string} words @returns {Suite} */
const vitest = (...words) => [['vitest', 'run', '--config', 'tests/vitest.config.ts', ...words]];

const node = ['--project', 'node'];
const browser = ['--project', 'browser'];

/** @param {'webgpu' | 'cpu'} project @param {...string} words @returns {Suite} */
const endToEnd = (project, ...words) => [
  [
    'playwright',
    'test',
    ...[
      '--config',
      'tests/e2e/playwright.config.ts',
      `--project=${project}`,
      '--reporter=dot',
      '-x',
    ],
    ...words,
  ],
];

/** What is planted in the page shows on every exercise: the suites of behaviour have one made for tests. */
const one = ['-g', '0\\.1'];

export const suites = {
  numbers: vitest(...node, 'tests/unit/state', 'tests/unit/math'),
  expressions: vitest(...node, 'tests/unit/solution'),
  compute: vitest(...node, 'tests/unit/compute'),
  gradients: vitest(...node, 'tests/unit/shaders'),
  marks: vitest(...node, 'tests/unit/scene'),
  scenes: vitest(...node, 'tests/scenes', '-t', '4\\.2'),
  learning: vitest(
    ...node,
    'tests/unit/learn/operations.test.ts',
    'tests/unit/learn/training.test.ts',
  ),
  imports: vitest(...node, 'tests/imports'),
  kernels: vitest(...browser, 'tests/kernels', '-t', 'attention|online_softmax|swarm'),
  painters: vitest(...browser, 'tests/browser/stage/field.test.ts'),
  steps: endToEnd('cpu', 'steps.test', ...one),
  givens: endToEnd('cpu', 'givens.test', ...one),
  history: endToEnd('cpu', 'history.test', ...one),
  links: endToEnd('cpu', 'links.test', ...one),
  ready: endToEnd('cpu', 'ready.test', ...one),
  accessibility: endToEnd('cpu', 'accessibility.test', ...one),
  'without WebGPU': endToEnd('webgpu', 'without-webgpu.test', ...one),
  pictures: endToEnd('cpu', 'visits.test', '-g', '4\\.2 by hand'),
};
