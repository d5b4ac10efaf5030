import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInstalled } from '../../../tools/ensure.mjs';

let folder = '';

beforeEach(() => {
  folder = `${mkdtempSync(join(tmpdir(), 'unfold-'))}/`;
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

type Packages = Record<string, { version: string; optional?: boolean }>;

/** A folder with a lock file that asks for some packages, and others installed. */
function write(wanted: Packages, present?: Packages): void {
  writeFileSync(`${folder}package-lock.json`, JSON.stringify({ packages: wanted }));
  if (!present) return;
  for (const path of Object.keys(present)) mkdirSync(folder + path, { recursive: true });
  mkdirSync(`${folder}node_modules`, { recursive: true });
  writeFileSync(`${folder}node_modules/.package-lock.json`, JSON.stringify({ packages: present }));
}

const lit = { 'node_modules/lit': { version: '3.0.0' } };

test('a bare clone is not installed', () => {
  write(lit);
  expect(isInstalled(folder)).toBe(false);
});

test('what is asked for and there is installed; what is for other systems may be absent', () => {
  const other = { 'node_modules/for-another-system': { version: '1.0.0', optional: true } };
  write({ '': { version: '0.1.0' }, ...lit, ...other }, lit);
  expect(isInstalled(folder)).toBe(true);
});

test('another version, a missing package or a deleted folder is not installed', () => {
  write({ 'node_modules/lit': { version: '3.1.0' } }, lit);
  expect(isInstalled(folder)).toBe(false);
  write({ ...lit, 'node_modules/katex': { version: '0.1.0' } }, lit);
  expect(isInstalled(folder)).toBe(false);
  write(lit, lit);
  rmSync(`${folder}node_modules/lit`, { recursive: true });
  expect(isInstalled(folder)).toBe(false);
});
