// Makes sure the libraries of package-lock.json are installed. Runs before anything is,
// so it may import nothing but node's own modules.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the repository, with a slash at its end. */
export const root = fileURLToPath(new URL('../', import.meta.url));

const oldestNode = [20, 19];

/**
 * The packages of a lock file.
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
}

/**
 * Whether node_modules holds what package-lock.json asks for. Versions are compared, not the times
 * of the files: a checkout moves the times and changes nothing. Optional packages may be absent,
 * most of them are for other systems.
 */
export function isInstalled(folder = root) {
  const record = `${folder}node_modules/.package-lock.json`;
  if (!existsSync(record)) return false;
  const present = packagesOf(record);
  return Object.entries(packagesOf(`${folder}package-lock.json`)).every(([path, wanted]) => {
    if (path === '') return true;
    if (!present[path]) return wanted.optional === true;
    return present[path].version === wanted.version && existsSync(`${folder}${path}`);
  });
}

/** Installs what is missing; throws a sentence when that fails. */
export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
    throw new Error(
      `Unfold needs Node ${oldestNode.join('.')} or newer; this is ${process.versions.node}.`,
    );
  }
  if (isInstalled()) return;
  console.log('Installing the libraries (npm ci) …');
  // With NODE_ENV=production npm would leave out the build tools, which even `npm start` needs.
  const { status } = spawnSync(
    'npm',
    ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) {
    throw new Error('npm ci failed; its own message is above. Is the package registry reachable?');
  }
}
