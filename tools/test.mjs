// `npm test`: every stage in order, stopping at the first that fails; those that work on the sources
// alone run at once. `npm test -- unit` runs one; what follows its name goes to its runner:
// `npm test -- e2e --grep gradient`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { ensureBrowser } from './browser.mjs';
import { readCounts } from './counts.mjs';
import { ensureInstalled, root } from './ensure.mjs';
import { stages } from './stages.mjs';

/** @typedef {import('./stages.mjs').Stage} Stage */

const reports = `${root}test-results/reports/`;

/** Where a runner writes its counts, in the way each wants to be told. */
const reporting = {
  vitest: (/** @type {string} */ file) => ({
    words: ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    env: {},
  }),
  playwright: (/** @type {string} */ file) => ({
    words: ['--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  }),
};

/**
 * Runs a program to its end. What it prints passes through, or is kept until the end, so that programs
 * that run at once do not talk at once.
 * @param {Stage} stage @param {string[]} words  further arguments
 * @param {Record<string, string>} env
 */
async function runProgram({ command: [program = '', ...rest], beside }, words, env) {
  const output = beside ? 'pipe' : 'inherit';
  const child = spawn(`${root}node_modules/.bin/${program}`, [...rest, ...words], {
    cwd: root,
    stdio: ['ignore', output, output],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => (printed += text));
  }
  try {
    const [status] = await once(child, 'close');
    return { ok: status === 0, printed };
  } catch (error) {
    return { ok: false, printed: error instanceof Error ? error.message : String(error) };
  }
}

/** @param {Stage} stage @param {string[]} words  further arguments for its program */
async function runStage(stage, words) {
  const file = `${reports}${stage.name}.json`;
  rmSync(file, { force: true });
  const { words: reporters, env } = stage.runner
    ? reporting[stage.runner](file)
    : { words: [], env: {} };
  const heading = `\n── ${stage.name} ──`;
  if (!stage.beside) console.log(heading);
  const start = performance.now();
  const { ok, printed } = await runProgram(stage, [...reporters, ...words], env);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (stage.beside) console.log(heading);
  if (printed) console.log(printed.trimEnd());
  const { passed, failed, skipped } = stage.runner
    ? readCounts(stage.runner, file)
    : { passed: 0, failed: 0, skipped: 0 };
  const counted = stage.runner ? `, ${passed} passed, ${failed} failed, ${skipped} skipped` : '';
  console.log(`── ${stage.name}: ${ok ? 'ok' : 'FAILED'}, ${seconds} s${counted}`);
  // A stage can fail without a failed test (a type error, a crash): it counts as one failure.
  return { ok, passed, failed: ok ? failed : Math.max(failed, 1) };
}

/** @param {string | undefined} name */
function chosenStages(name) {
  if (name === undefined) return stages;
  const chosen = stages.find((stage) => stage.name === name);
  if (!chosen) {
    const names = stages.map((stage) => stage.name).join(', ');
    throw new Error(`There is no stage "${name}"; there are ${names}.`);
  }
  return [chosen];
}

/**
 * Runs stages at once, but for one that waits for another.
 * @param {Stage[]} stages @param {(stage: Stage) => ReturnType<typeof runStage>} run
 */
function runTogether(stages, run) {
  /** @type {Map<string, Promise<unknown>>} */
  const begun = new Map();
  return Promise.all(
    stages.map((stage) => {
      const result = Promise.resolve(stage.after && begun.get(stage.after)).then(() => run(stage));
      begun.set(stage.name, result);
      return result;
    }),
  );
}

async function main() {
  const [name, ...words] = process.argv.slice(2);
  const chosen = chosenStages(name);
  ensureInstalled();
  if (chosen.some((stage) => stage.browser)) console.log(`Browser: ${ensureBrowser()}`);
  // End-to-end tests build what they visit, unless this run has done so before them.
  if (name === undefined) process.env.UNFOLD_TEST_SITE = 'built';
  const start = performance.now();
  let passed = 0;
  let failed = 0;
  const atOnce = chosen.filter((stage) => stage.beside);
  const oneByOne = chosen.filter((stage) => !stage.beside).map((stage) => [stage]);
  for (const stages of [atOnce, ...oneByOne]) {
    const results = await runTogether(stages, (stage) =>
      runStage(stage, stage.name === name ? words : []),
    );
    for (const result of results) {
      passed += result.passed;
      failed += result.failed;
    }
    if (results.some((result) => !result.ok)) break;
  }
  console.log(`\nIn all ${((performance.now() - start) / 1000).toFixed(1)} s.`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
