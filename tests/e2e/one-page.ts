// For visits, which all go the same way and leave nothing behind but what storage keeps: those of a worker
// share one page, and so start no process and no window of their own. Files are fetched anew for each.
import type { Browser, Page } from '@playwright/test';
import { between } from './between';
import { test as base } from './fixtures';

let kept: Page | undefined;

async function withoutCache(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  const debug = await page.context().newCDPSession(page);
  await debug.send('Network.enable');
  await debug.send('Network.setCacheDisabled', { cacheDisabled: true });
  return page;
}

export const test = base.extend({
  context: async ({ browser }, use) => {
    kept ??= await withoutCache(browser);
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
