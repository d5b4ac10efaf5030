// `node tools/plant.mjs`: plants bugs one at a time in a copy of the tree, runs the suite that should
// catch each, and prints a table. `node tools/plant.mjs sign` plants only those whose name or file
// says so, `node tools/plant.mjs steps` those of the suite of that name. A suite that catches nothing
// is a suite that holds nothing.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ensureBrowser } from './browser.mjs';
import { ensureInstalled, root } from './ensure.mjs';
import { bugs } from './plant/bugs.mjs';
import { suites } from './plant/suites.mjs';

/** @typedef {import('./plant/bugs.mjs').Bug} Bug */

/** Another port than the suite itself uses. */
const port = '4191';

/** Copies what git knows of, and what it would add, into a folder of its own. */
function copyTree() {
  const folder = mkdtempSync(join(tmpdir(), 'unfold-plant-'));
  const listed = spawnSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    },
  );
  if (listed.status !== 0) throw new Error(`git ls-files failed: ${listed.stderr}`);
  for (const file of listed.stdout.split('\0').filter(Boolean)) {
    // A file that was deleted and not yet committed is still listed.
    cpSync(join(root, file), join(folder, file), { recursive: true, force: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/**
 * Runs the commands of a suite until one fails.
 * @param {string} folder
 * @param {import('./plant/suites.mjs').Suite} suite
 */
function runSuite(folder, suite) {
  for (const [program = '', ...words] of suite) {
    const { status, stdout, stderr } = spawnSync(
      join(folder, 'node_modules/.bin', program),
      words,
      {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
        shell: process.platform === 'win32',
        env: { ...process.env, UNFOLD_TEST_PORT: port },
      },
    );
    if (status !== 0) return { passed: false, said: `${stdout}\n${stderr}` };
  }
  return { passed: true, said: '' };
}

/**
 * Plants a bug, runs its suite, and takes the bug out again.
 * @param {string} folder
 * @param {Bug} bug
 */
function tryBug(folder, { file, find, replace, suite }) {
  const path = join(folder, file);
  const source = readFileSync(path, 'utf8');
  const times = source.split(find).length - 1;
  if (times !== 1) {
    throw new Error(
      `${file} holds this ${times} times, not once, so no bug can be planted:\n${find}`,
    );
  }
  writeFileSync(
    path,
    source.replace(find, () => replace),
  );
  const start = performance.now();
  try {
    const { passed } = runSuite(folder, suites[suite]);
    return { caught: !passed, seconds: (performance.now() - start) / 1000 };
  } finally {
    writeFileSync(path, source);
  }
}

/** @param {string} [word] */
function main(word) {
  ensureInstalled();
  ensureBrowser();
  const chosen = bugs.filter(
    ({ what, file, suite }) =>
      !word || (word in suites ? suite === word : what.includes(word) || file.includes(word)),
  );
  const folder = copyTree();
  try {
    // A suite that fails without a bug would seem to catch every one.
    for (const name of new Set(chosen.map(({ suite }) => suite))) {
      const { passed, said } = runSuite(folder, suites[name]);
      if (!passed) throw new Error(`The suite "${name}" fails with no bug planted:\n${said}`);
      console.log(`${name}: passes with no bug planted`);
    }
    console.log('\n| bug | where | suite | caught | seconds |\n| --- | --- | --- | --- | ---: |');
    let missed = 0;
    for (const bug of chosen) {
      const { caught, seconds } = tryBug(folder, bug);
      if (!caught) missed += 1;
      const where = `\`${dirname(bug.file)}/\``;
      const outcome = caught ? 'yes' : '**no**';
      console.log(`| ${bug.what} | ${where} | ${bug.suite} | ${outcome} | ${seconds.toFixed(0)} |`);
    }
    console.log(`\n${chosen.length - missed} of ${chosen.length} caught.`);
    return missed === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = main(process.argv[2]);
