import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCounts } from '../../../tools/counts.mjs';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unfold-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function report(content: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test('Vitest tells passed, failed, and what was not run', () => {
  const file = report({
    numPassedTests: 5,
    numFailedTests: 2,
    numPendingTests: 1,
    numTodoTests: 3,
  });
  expect(readCounts('vitest', file)).toEqual({ passed: 5, failed: 2, skipped: 4 });
});

test('a test that Playwright saw fail and then pass counts as failed', () => {
  const file = report({ stats: { expected: 5, unexpected: 2, flaky: 1, skipped: 4 } });
  expect(readCounts('playwright', file)).toEqual({ passed: 5, failed: 3, skipped: 4 });
});

test('a runner that died before it wrote a report has counted nothing', () => {
  const nothing = { passed: 0, failed: 0, skipped: 0 };
  expect(readCounts('vitest', join(folder, 'absent.json'))).toEqual(nothing);
});
