// Pages to measure: opened with nothing cached, and when they are ready.

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Browser} Browser */

/**
 * A page with nothing cached, which notes the instants at which it says it is ready.
 * @param {Browser} browser
 */
export async function freshPage(browser) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.addInitScript(() => {
    /** @type {number[]} */
    const ready = [];
    Object.assign(window, { ready });
    new MutationObserver((records) => {
      const said = records.some(
        ({ target }) =>
          /** @type {Element} */ (target).getAttribute('aria-busy') === 'false' &&
          /^unfold-(app|exercise)$/.test(/** @type {Element} */ (target).localName),
      );
      if (said) ready.push(performance.now());
    }).observe(document, { subtree: true, attributeFilter: ['aria-busy'] });
  });
  return page;
}

/** @param {Page} page */
export async function whenReady(page) {
  const roots = ':is(unfold-exercise, unfold-app)[aria-busy="false"]';
  await page.locator(roots).first().waitFor({ state: 'attached', timeout: 120_000 });
}

/**
 * Links of the exercises there are, from the contents page.
 * @param {Browser} browser
 * @param {string} base
 */
export async function exercises(browser, base) {
  const page = await freshPage(browser);
  await page.goto(base);
  await whenReady(page);
  const links = await page
    .locator('main .card[href^="#/"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  await page.context().close();
  return links;
}

/**
 * Whether an exercise has a program at scale.
 * @param {Browser} browser
 * @param {string} url
 */
export async function hasScale(browser, url) {
  const page = await freshPage(browser);
  await page.goto(url);
  await whenReady(page);
  const tabs = await page.getByRole('tab', { name: 'At scale' }).count();
  await page.context().close();
  return tabs > 0;
}
