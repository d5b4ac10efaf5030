import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import page from '../../../src/sandbox/page.html?raw';

test('the policy of the sandbox page lets its own script run, and no other', () => {
  const [, policy] = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(page)!;
  const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text]) => text);
  expect(scripts).toHaveLength(1);
  const digest = createHash('sha256').update(scripts[0]).digest('base64');
  expect(policy).toContain(`script-src 'sha256-${digest}' 'unsafe-eval' blob:;`);
  expect(policy).toMatch(/^default-src 'none';.*worker-src blob:; connect-src 'none'/);
});
