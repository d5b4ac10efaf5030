// How fast a page opens, answers the mouse, and computes at scale.
import { freshPage, whenReady } from './page.mjs';

/** @typedef {import('@playwright/test').Browser} Browser */

/**
 * Milliseconds from the start of the navigation to `aria-busy="false"`, and whether the picture of
 * that instant is the picture at rest.
 * @param {Browser} browser
 * @param {string} url
 */
export async function opening(browser, url) {
  const page = await freshPage(browser);
  await page.goto(url);
  await whenReady(page);
  const picture = await page.screenshot();
  const [time = NaN] = await page.evaluate(
    () => /** @type {{ ready: number[] }} */ (/** @type {unknown} */ (window)).ready,
  );
  await page.waitForTimeout(600);
  const drawn = picture.equals(await page.screenshot());
  await page.context().close();
  return { time, drawn };
}

/**
 * Milliseconds from each movement of the mouse that changed something to the picture being drawn,
 * while a handle is dragged to and fro.
 * @param {Browser} browser
 * @param {string} url
 * @param {string} handle
 */
export async function dragging(browser, url, handle) {
  const page = await freshPage(browser);
  await page.goto(url);
  await whenReady(page);
  await page.evaluate(() => {
    /** @type {number[]} */
    const delays = [];
    Object.assign(window, { delays });
    const exercise = document.querySelector('unfold-exercise');
    if (!exercise) throw new Error('no exercise');
    let moved = NaN;
    addEventListener('pointermove', ({ timeStamp }) => (moved = timeStamp), { capture: true });
    let since = NaN;
    new MutationObserver(() => {
      if (exercise.getAttribute('aria-busy') === 'true')
        since = Number.isNaN(since) ? moved : since;
      else {
        delays.push(performance.now() - since);
        since = NaN;
      }
    }).observe(exercise, { attributeFilter: ['aria-busy'] });
  });
  const box = await page.locator(handle).first().boundingBox();
  if (!box) throw new Error(`${url} has no ${handle}`);
  const [x, y] = [box.x + Math.min(box.width / 2, 40), box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let move = 1; move <= 150; move += 1) {
    const away = 60 * Math.sin(move / 12);
    await page.mouse.move(x + away, y - away);
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
  await whenReady(page);
  const delays = await page.evaluate(
    () => /** @type {{ delays: number[] }} */ (/** @type {unknown} */ (window)).delays,
  );
  await page.context().close();
  return delays.filter(Number.isFinite);
}

/**
 * @typedef {object} Run  what a program at scale says of itself
 * @property {string} device
 * @property {number} elapsed  milliseconds
 * @property {number} count  of what was computed
 * @property {string} unit
 * @property {number} agreement
 * @property {number} limit
 */

/**
 * Runs a program at scale in a fresh page.
 * @param {Browser} browser
 * @param {string} url
 * @returns {Promise<Run>}
 */
export async function atScale(browser, url) {
  const page = await freshPage(browser);
  await page.goto(url);
  await whenReady(page);
  const report = await page.evaluate(() => {
    const exercise = document.querySelector('unfold-exercise');
    const elapsed = exercise?.querySelector('output[name="elapsed"]');
    const agreement = exercise?.querySelector('output[name="agreement"]');
    return {
      device: exercise?.getAttribute('data-device') ?? '',
      elapsed: Number(elapsed?.getAttribute('data-value')),
      computed: elapsed?.parentElement?.textContent?.trim() ?? '',
      agreement: Number(agreement?.getAttribute('data-value')),
      limit: Number(agreement?.getAttribute('data-limit')),
    };
  });
  await page.context().close();
  // "1,048,576 scores in 12.3 ms"
  const [, count = '', unit = ''] = /^([\d,]+) (.+?)\s+in\b/s.exec(report.computed) ?? [];
  return { ...report, count: Number(count.replaceAll(',', '')), unit };
}
