// Finds a Chromium for the tests, or installs one. Only the suites need it: a reader brings their own.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { root } from './ensure.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Where these systems put a browser that is not on the PATH. */
const usualPaths = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  `${process.env.ProgramFiles}\\Google\\Chrome\\Application\\chrome.exe`,
];

/** The browser Playwright installs for itself, where it is there. */
function playwrightsOwn() {
  const require = createRequire(import.meta.url);
  const path = require('@playwright/test').chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function systemsOwn() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...paths, ...usualPaths].find((path) => existsSync(path));
}

/**
 * The path of a Chromium: the one named by UNFOLD_CHROMIUM, else Playwright's, else the system's.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const named = process.env.UNFOLD_CHROMIUM;
  if (named && !existsSync(named)) {
    throw new Error(`UNFOLD_CHROMIUM names ${named}, and there is no such file.`);
  }
  return named || playwrightsOwn() || systemsOwn();
}

/** @param {string} command @param {string[]} words */
function run(command, ...words) {
  console.log(`> ${command} ${words.join(' ')}`);
  const { status } = spawnSync(command, words, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/** The distribution's short name, "" where there is no such file (macOS, Windows). */
function distribution() {
  const file = '/etc/os-release';
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return /^ID="?([^"\n]*)/m.exec(text)?.[1] ?? '';
}

const isRoot = process.getuid?.() === 0;

/** Installs Debian's packages, where this is Debian and we may. @param {string[]} packages */
export function installPackages(packages) {
  if (!isRoot || distribution() !== 'debian') return false;
  run('apt-get', 'update');
  return run('apt-get', 'install', '-y', '--no-install-recommends', ...packages);
}

function install() {
  // Ubuntu is left to Playwright: its package called chromium only points to a snap.
  if (installPackages(['chromium', 'fonts-dejavu-core'])) return;
  // The libraries the browser itself stands on can only be installed by root.
  run('npx', 'playwright', 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium');
}

/** The path of a Chromium, installed first where there is none. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  console.log('The tests need a Chromium and found none. Installing one …');
  install();
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error(
    'No Chromium to run the tests in, and installing one failed (messages above). Install Chromium ' +
      'or Chrome, or run "npx playwright install chromium", or set UNFOLD_CHROMIUM to the path of one.',
  );
}
