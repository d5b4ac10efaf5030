// For visits, which all go the same way and leave nothing behind but what storage keeps: those of a worker
// share one page, and so start no process and no window of their own, and find what they all load compiled.
import type { Page } from '@playwright/test';
import { between } from './between';
import { test as base } from './fixtures';

let kept: Page | undefined;

export const test = base.extend({
  context: async ({ browser }, use) => {
    kept ??= await browser.newPage();
    await use(kept.context());
  },
  page: async ({ context }, use) => {
    const [page] = context.pages();
    await page.goto(`./${between}`);
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await use(page);
  },
});
