import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { kernelFiles } from '../../../src/compute/find-kernel';
import { root } from '../../../tools/ensure.mjs';

test('no two families have a kernel of the same name, and none is missed', () => {
  const stems = readdirSync(`${root}shaders`, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.wasm.ts') && !/\blib\b/.test(path))
    .map((path) => basename(path, '.ts'));
  expect(stems.length).toBeGreaterThan(40);
  expect([...kernelFiles.keys()].sort()).toEqual(stems.sort());
});
