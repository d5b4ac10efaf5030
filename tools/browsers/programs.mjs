// Where Firefox and WebKit stand on this system, and how they are installed where that is possible.
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackages } from '../browser.mjs';

/** @param {string[]} names */
function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

export const firefoxPath = () =>
  process.env.UNFOLD_FIREFOX || onPath('firefox-esr', 'firefox') || undefined;

/** WebKit's small browser stands beside its library, under the name of the system or of the version. */
export function miniBrowserPath() {
  const folders = ['/usr/lib', '/usr/lib64', '/usr/libexec'].filter(existsSync);
  const inside = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  return [...folders, ...inside]
    .flatMap((folder) => ['4.1', '6.0', '4.0'].map((v) => `${folder}/webkit2gtk-${v}/MiniBrowser`))
    .find(existsSync);
}

/** What each browser needs, as Debian calls it, and whether it is here. */
const programs = {
  firefox: { packages: ['firefox-esr'], isHere: () => firefoxPath() !== undefined },
  webkit: {
    packages: ['webkit2gtk-driver', 'xvfb'],
    isHere: () => Boolean(onPath('WebKitWebDriver') && onPath('Xvfb') && miniBrowserPath()),
  },
};

/** Whether a browser can be opened, installed first where it is missing. @param {keyof typeof programs} name */
export function ensureProgram(name) {
  const { packages, isHere } = programs[name];
  return isHere() || (installPackages(packages) && isHere());
}
