import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root } from '../../../tools/ensure.mjs';
import { bugs } from '../../../tools/plant/bugs.mjs';

test.each(bugs)('$what: the line it changes is there once', ({ file, find }) => {
  expect(readFileSync(`${root}${file}`, 'utf8').split(find)).toHaveLength(2);
});
