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
 * Seconds that the page's thread has spent so far, by what it did.
 * @param {import('@playwright/test').CDPSession} session
 */
async function spentSoFar(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  const spent = new Map(metrics.map(({ name, value }) => [name, value]));
  const of = (/** @type {string} */ name) => spent.get(name) ?? NaN;
  return {
    script: of('ScriptDuration'),
    style: of('RecalcStyleDuration'),
    layout: of('LayoutDuration'),
    all: of('TaskDuration'),
  };
}

/**
 * Milliseconds from each movement of the mouse that changed something to the picture being drawn,
 * while a handle is dragged to and fro, and what the page's thread did in that time, in seconds.
 * Nothing where there is no such handle.
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
  const [box] = await page
    .locator(handle)
    .evaluateAll((all) => all.slice(0, 1).map((each) => each.getBoundingClientRect().toJSON()));
  if (!box) {
    await page.context().close();
    return { delays: [], spent: undefined };
  }
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const before = await spentSoFar(session);
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
  const after = await spentSoFar(session);
  const delays = await page.evaluate(
    () => /** @type {{ delays: number[] }} */ (/** @type {unknown} */ (window)).delays,
  );
  await page.context().close();
  const spent = {
    script: after.script - before.script,
    style: after.style - before.style,
    layout: after.layout - before.layout,
    all: after.all - before.all,
  };
  return { delays: delays.filter(Number.isFinite), spent };
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
      status: exercise?.querySelector('.status')?.textContent?.replace(/\s+/g, ' ') ?? '',
      agreement: Number(agreement?.getAttribute('data-value')),
      limit: Number(agreement?.getAttribute('data-limit')),
    };
  });
  await page.context().close();
  // "1,048,576 scores were computed."
  const [, count = '', unit = ''] = /([\d,]+) ([^\d.]+?) were computed/.exec(report.status) ?? [];
  return { ...report, count: Number(count.replaceAll(',', '')), unit };
}
