// `npm test`: every stage in order, stopping at the first that fails. `npm test -- unit` runs one;
// what follows its name goes to its runner: `npm test -- e2e --grep gradient`.
import { spawnSync } from 'node:child_process';
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

/** @param {Stage} stage @param {string[]} words  further arguments for its program */
function runStage(stage, words) {
  const file = `${reports}${stage.name}.json`;
  rmSync(file, { force: true });
  const { words: reporters, env } = stage.runner
    ? reporting[stage.runner](file)
    : { words: [], env: {} };
  const [program = '', ...rest] = stage.command;
  console.log(`\n── ${stage.name} ──`);
  const start = performance.now();
  const { status, error } = spawnSync(
    `${root}node_modules/.bin/${program}`,
    [...rest, ...reporters, ...words],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    },
  );
  if (error) console.error(error.message);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const ok = status === 0;
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
  return stages.filter((stage) => stage === chosen || stage.name === chosen.after);
}

function main() {
  const [name, ...words] = process.argv.slice(2);
  const chosen = chosenStages(name);
  ensureInstalled();
  if (chosen.some((stage) => stage.browser)) console.log(`Browser: ${ensureBrowser()}`);
  const start = performance.now();
  let passed = 0;
  let failed = 0;
  for (const stage of chosen) {
    const result = runStage(stage, stage.name === name ? words : []);
    passed += result.passed;
    failed += result.failed;
    if (!result.ok) break;
  }
  console.log(`\nIn all ${((performance.now() - start) / 1000).toFixed(1)} s.`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
