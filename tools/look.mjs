// `npm run look -- 2.1`: writes every picture of an exercise to test-results/look/2.1: its steps, the
// sizes and themes it is read at, its tabs. `--query "Q=1,0;0,1"` opens it at givens, `--only step`
// takes the pictures whose name has that word in it, `--gpu` takes them At scale on a software adapter
// of WebGPU instead of the CPU. The sources are served, so nothing is built.
import { mkdirSync, rmSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { ensureBrowser } from './browser.mjs';
import { ensureInstalled, root } from './ensure.mjs';
import { launchOptions } from './launch.mjs';

/** @typedef {import('@playwright/test').Page} Page */

const laptop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const projectors = [
  { width: 1024, height: 768 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];

const device = process.argv.includes('--gpu') ? 'gpu' : 'cpu';

/** @param {string} name */
function option(name) {
  const at = process.argv.indexOf(name);
  return at < 0 ? '' : (process.argv[at + 1] ?? '');
}

/** Waits until the exercise says that it is drawn. @param {Page} page */
async function drawn(page) {
  await page
    .locator('unfold-exercise[aria-busy="false"]')
    .waitFor({ state: 'attached', timeout: 120_000 });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/**
 * Every picture of one exercise: what it is called and how to come to it.
 * @param {number} steps
 * @param {boolean} atScale
 */
function* pictures(steps, atScale) {
  for (let step = 0; step <= steps; step += 1) {
    yield { name: `step-${step}`, query: `step=${step}`, size: laptop };
  }
  for (const size of projectors) {
    for (let step = 0; step <= steps; step += 1) {
      // The middle size shows every step, the others the first and the last.
      if (size.width !== 1280 && step !== 0 && step !== steps) continue;
      const name = `present-${size.width}-step-${step}`;
      yield { name, query: `step=${step}&present=1`, size };
    }
  }
  for (const step of [0, steps]) {
    yield { name: `phone-step-${step}`, query: `step=${step}`, size: phone, whole: true };
    yield { name: `dark-step-${step}`, query: `step=${step}`, size: laptop, dark: true };
  }
  yield { name: 'code', query: `step=${steps}&tab=code`, size: laptop };
  if (!atScale) return;
  const query = `tab=scale&device=${device}`;
  const name = device === 'gpu' ? 'scale-gpu' : 'scale';
  yield { name, query, size: laptop };
  yield { name: `${name}-phone`, query, size: phone, whole: true };
  yield { name: `${name}-dark`, query, size: laptop, dark: true };
  yield { name: `${name}-present`, query: `${query}&present=1`, size: projectors[1] };
}

/** @param {Page} page @param {string} base @param {string} number */
async function look(page, base, number) {
  const folder = `${root}test-results/look/${number}/`;
  const [extra, only] = [option('--query'), option('--only')];
  if (!only) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  /** @param {string} query */
  const go = async (query) => {
    await page.goto('about:blank');
    await page.goto(`${base}#/${number}?${[extra, query].filter(Boolean).join('&')}`);
    await drawn(page);
  };
  await go('');
  const steps = await page.locator('li[data-step]').count();
  const atScale = (await page.getByRole('tab', { name: 'At scale' }).count()) > 0;
  for (const { name, query, size, dark, whole } of pictures(steps, atScale)) {
    if (!name.includes(only)) continue;
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
    await go(query);
    await page.screenshot({ path: `${folder}${name}.png`, fullPage: whole ?? false });
  }
  console.log(`${number}: pictures in test-results/look/${number}`);
}

async function main() {
  const numbers = process.argv.slice(2).filter((word) => /^\d+\.\d+$/.test(word));
  if (numbers.length === 0) throw new Error('Which exercise? npm run look -- 2.1');
  ensureInstalled();
  ensureBrowser();
  const server = await createServer({ root, logLevel: 'error', server: { port: 4300 } });
  await server.listen();
  const base = server.resolvedUrls?.local[0] ?? '';
  const browser = await chromium.launch(launchOptions({ webgpu: device === 'gpu' }));
  const page = await browser.newPage({ locale: 'en-GB', timezoneId: 'UTC' });
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(`on the page: ${message.text()}`);
  });
  page.on('pageerror', (error) => console.error(`on the page: ${error.message}`));
  try {
    for (const number of numbers) await look(page, base, number);
  } finally {
    await browser.close();
    await server.close();
  }
}

main().catch((/** @type {Error} */ error) => {
  console.error(error.message);
  process.exitCode = 1;
});
