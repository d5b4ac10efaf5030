// What looks for faults of accessibility, served with the app, so that the browser keeps it compiled.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { root } from '../../tools/ensure.mjs';

export const axeFile = 'axe.js';

/** Puts it beside the build, once that is served. */
export default function serveAxe(): void {
  const path = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  // Findings name where they are; the markup of every element that was looked at is not kept.
  const source = `${readFileSync(path, 'utf8')};axe.configure({ noHtml: true });\n`;
  writeFileSync(`${root}test-results/site/${axeFile}`, source);
}
