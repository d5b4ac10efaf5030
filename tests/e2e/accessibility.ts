import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type Axe from 'axe-core';
import type { RunOptions } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules of WCAG up to 2.2 AA, and what axe holds to be good practice. */
const options: RunOptions = { resultTypes: ['violations'] };

/** One line per finding: the rule, what it asks for, and where. */
export async function accessibilityFindings(page: Page, within?: string): Promise<string[]> {
  // Evaluated through the debugger, which the page's content security policy does not bind.
  await page.evaluate(source);
  const { violations } = await page.evaluate(
    ([selector, axeOptions]) =>
      (window as unknown as { axe: typeof Axe }).axe.run(selector ?? document, axeOptions),
    [within, options] as const,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} (${node.target.join(' ')})`),
  );
}

/** Holds that axe finds nothing on the page, or in the part of it that `within` selects. */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  expect(await accessibilityFindings(page, within)).toEqual([]);
}
