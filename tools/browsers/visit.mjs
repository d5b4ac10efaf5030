// Visits one exercise in one browser: by hand at every step, and At scale on the CPU.
import { setTimeout as pause } from 'node:timers/promises';
import { collisions, cutOff } from '../layout.mjs';
import { errors, isReady, press, report, seen } from './page.mjs';

/** @typedef {import('./open.mjs').Browser} Browser */

/**
 * @typedef {object} Visit
 * @property {(import('./page.mjs').Seen & { layout: string[] })[]} hand  one for each step, from 0
 * @property {import('./page.mjs').Report | string} [scale]  absent where there is no such tab
 * @property {string[]} layout  what is cut off or lies on something else At scale
 * @property {string[]} errors  of the page and its console
 */

/** The slowest program on the slowest browser, in milliseconds. */
const SLOWEST = 180_000;

/** @param {Browser} browser @param {string} what */
async function ready(browser, what) {
  const end = Date.now() + SLOWEST;
  while (!(await browser.run(isReady))) {
    if (Date.now() > end) throw new Error(`${what} was not ready within ${SLOWEST / 1000} s`);
    await pause(50);
  }
}

/** @param {Browser} browser */
const layout = async (browser) => [
  ...(await browser.run(cutOff)),
  ...(await browser.run(collisions)),
];

/**
 * @param {Browser} browser @param {string} address  of the app
 * @param {{ number: string, atScale: boolean }} exercise
 * @returns {Promise<Visit>}
 */
export async function visit(browser, address, { number, atScale }) {
  /** @type {Visit} */
  const visit = { hand: [], layout: [], errors: [] };
  const noteErrors = async () => visit.errors.push(...(await browser.run(errors)));
  await browser.goto(`${address}#/${number}`);
  for (;;) {
    await ready(browser, `step ${visit.hand.length}`);
    const now = { ...(await browser.run(seen)), layout: await layout(browser) };
    visit.hand.push(now);
    if (visit.hand.length > now.steps) break;
    await browser.run(press, 'ArrowRight');
  }
  await noteErrors();
  if (!atScale) return visit;
  await browser.goto(`${address}#/${number}?tab=scale&device=cpu`);
  await ready(browser, 'At scale');
  visit.scale = await browser.run(report);
  visit.layout = await layout(browser);
  await noteErrors();
  return visit;
}
