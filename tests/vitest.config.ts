import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { assembly } from '../tools/assembly.mjs';
import { root } from '../tools/ensure.mjs';
import { launchOptions } from '../tools/launch.mjs';

/** LangChain is imported in parts: the whole of it needs more than a browser has. */
const partsOfLangChain = [
  'callbacks/base',
  'language_models/chat_models',
  'messages',
  'output_parsers',
  'outputs',
  'prompts',
  'runnables',
  'testing',
  'tools',
].map((part) => `@langchain/core/${part}`);
partsOfLangChain.push('@langchain/langgraph/web');

/** Lit is imported in parts as well. */
const partsOfLit = ['keyed', 'live', 'ref', 'repeat', 'unsafe-svg'].map(
  (part) => `lit/directives/${part}.js`,
);
partsOfLit.push('lit/decorators.js', 'lit/directive.js');

/**
 * The libraries the app stands on, made ready before the first test: left to be discovered, each
 * would reload the page in the middle of the test that met it first. The fonts are only CSS.
 */
function librariesInTheBrowser(): string[] {
  const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const libraries = Object.keys(manifest.dependencies).filter((name) => !/font|^@lang/.test(name));
  return [...libraries, ...partsOfLit, ...partsOfLangChain, 'fast-check'];
}

export default defineConfig({
  test: {
    // A forgotten `.only` would leave the rest of a suite out without a word.
    allowOnly: false,
    projects: [
      {
        root,
        plugins: [assembly()],
        test: {
          name: 'node',
          setupFiles: ['tests/public-files.ts'],
          environment: 'node',
          // Files of a worker share what they import, which takes half the time; none may lean on the state
          // of a module that another has used.
          pool: 'threads',
          isolate: false,
          // Of two cores Vitest would use one, and leave the other to itself, which needs little of it.
          maxWorkers: availableParallelism(),
          include: ['tests/{unit,scenes,imports}/**/*.test.ts'],
          // Properties and a hundred variants take seconds on a loaded machine.
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        plugins: [assembly()],
        worker: { plugins: () => [assembly()] },
        optimizeDeps: { include: librariesInTheBrowser() },
        test: {
          name: 'browser',
          include: ['tests/{kernels,browser}/**/*.test.ts'],
          isolate: false,
          // Software WebGPU on a loaded machine is slow; a hung kernel still ends the test.
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: launchOptions({ webgpu: true }) }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
