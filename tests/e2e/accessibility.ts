import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type Axe from 'axe-core';
import type { RunOptions } from 'axe-core';
import { axeFile } from './axe';

type WithAxe = typeof globalThis & { axe: typeof Axe };

/** The rules of WCAG up to 2.2 AA, and what axe holds to be good practice. */
const all: RunOptions = { resultTypes: ['violations'] };

/** Those of them that a change of colours alone can break. */
const ofColour: RunOptions = { ...all, runOnly: ['color-contrast', 'link-in-text-block'] };

/** One line per finding: the rule, what it asks for, and where. */
export async function accessibilityFindings(
  page: Page,
  { onlyColour = false } = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ url: axeFile });
  const { violations } = await page.evaluate(
    (options) => (window as unknown as WithAxe).axe.run(document, options),
    onlyColour ? ofColour : all,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} (${node.target.join(' ')})`),
  );
}

/** Holds that axe finds nothing on the page. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityFindings(page)).toEqual([]);
}
