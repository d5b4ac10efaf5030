// Packages of Debian as folders of files: much real data comes with them, under clear licences.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What a package would install, in a new folder, without installing it; whoever asks for it removes
 * it. It works on Debian and Ubuntu.
 * @param {string} name
 */
export function unpackPackage(name) {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  execFileSync('apt-get', ['download', name], { cwd: folder, stdio: 'inherit' });
  const deb = readdirSync(folder).find((file) => file.endsWith('.deb'));
  if (!deb) throw new Error('apt-get downloaded no package.');
  execFileSync('dpkg', ['-x', deb, '.'], { cwd: folder });
  return folder;
}
