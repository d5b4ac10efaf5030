// Installs the libraries that the bench measures against: apart, so that the app's install stays small.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isInstalled } from '../ensure.mjs';

const folder = fileURLToPath(new URL('./', import.meta.url));

/** Where they are, with a slash at its end. */
export const peers = `${folder}node_modules/`;

/** Installs what bench/package-lock.json asks for and is not there. */
export function ensurePeers() {
  if (isInstalled(folder)) return;
  console.log('Installing the libraries to measure against (npm ci in tools/bench) …');
  // Their install scripts do nothing that a browser needs.
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts'], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('npm ci failed in tools/bench; its own message is above.');
}
