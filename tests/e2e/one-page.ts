// For tests that ask nothing special of their browser: those of a worker share one page, emptied before
// each, and so start no process and no window of their own, and find what they all load compiled.
import type { Browser, CDPSession, Page } from '@playwright/test';
import { between } from './between';
import { sizes, test as base } from './fixtures';

export { expect, open, ready, sizes } from './fixtures';

interface Kept {
  readonly page: Page;
  readonly debug: CDPSession;
}

let kept: Promise<Kept> | undefined;

async function keep(browser: Browser): Promise<Kept> {
  const page = await (await browser.newContext()).newPage();
  return { page, debug: await page.context().newCDPSession(page) };
}

/** As a new page of a new context is: where nothing was visited, stored, permitted or changed. */
async function empty({ page, debug }: Kept): Promise<void> {
  const context = page.context();
  const others = context.pages().filter((other) => other !== page);
  await Promise.all(others.map((other) => other.close()));
  await Promise.all([page.unrouteAll(), context.unrouteAll(), context.clearPermissions()]);
  await page.mouse.move(0, 0);
  await page.goto(`./${between}`);
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await debug.send('Page.resetNavigationHistory');
  await page.emulateMedia({
    media: null,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    forcedColors: null,
    contrast: null,
  });
  await page.setViewportSize(sizes.laptop);
}

export const test = base.extend({
  context: async ({ browser }, use) => {
    const { page } = await (kept ??= keep(browser));
    await use(page.context());
  },
  page: async ({ context: _ }, use) => {
    const one = await kept!;
    await empty(one);
    await use(one.page);
  },
});
