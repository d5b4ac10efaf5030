// `node tools/measure.mjs`: what the app weighs and how fast it answers, on the machine it runs on.
// Builds and serves the app, prints the tables and writes them to docs/measurements.md.
import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { format, resolveConfig } from 'prettier';
import { ensureBrowser } from './browser.mjs';
import { ensureInstalled, root } from './ensure.mjs';
import { launchOptions } from './launch.mjs';

const port = 4193;
const base = `http://localhost:${port}/`;
const rounds = 5;

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Browser} Browser */

/** @param {readonly number[]} numbers @param {number} share from 0 to 1 */
function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** @param {readonly number[]} numbers */
const median = (numbers) => quantile(numbers, 0.5);

/** @param {number} bytes */
const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

/** @param {number} x three significant digits, grouped */
const short = (x) => Number(x.toPrecision(3)).toLocaleString('en');

/** @param {string[]} head @param {(string | number)[][]} rows */
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** Serves the build until the returned function is called. */
async function serve() {
  const vite = `${root}node_modules/vite/bin/vite.js`;
  const args = ['preview', '--host', 'localhost', '--port', String(port), '--strictPort'];
  const server = spawn(process.execPath, [vite, ...args], { cwd: root, stdio: 'ignore' });
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const up = await fetch(base).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return () => server.kill();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.kill();
  throw new Error(`The build could not be served on port ${port}; is it taken?`);
}

/**
 * A page with nothing cached, which notes the instants at which it says it is ready.
 * @param {Browser} browser
 */
async function freshPage(browser) {
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
async function whenReady(page) {
  const roots = ':is(unfold-exercise, unfold-app)[aria-busy="false"]';
  await page.locator(roots).first().waitFor({ state: 'attached', timeout: 120_000 });
}

/**
 * Everything a link makes a browser fetch, as a server with gzip would send it.
 * @param {Browser} browser
 * @param {string} link
 * @returns {Promise<Map<string, number>>} bytes by address
 */
async function transferred(browser, link) {
  const page = await freshPage(browser);
  /** @type {Promise<[string, number]>[]} */
  const sizes = [];
  page.context().on('response', (response) => {
    sizes.push(
      response.body().then((body) => {
        const packed = /\.(woff2?|jpe?g|png|wasm)$/.test(new URL(response.url()).pathname);
        return [response.url(), packed ? body.length : gzipSync(body, { level: 9 }).length];
      }),
    );
  });
  await page.goto(base + link);
  await whenReady(page);
  await page.waitForLoadState('networkidle');
  const result = new Map(await Promise.all(sizes));
  await page.context().close();
  return result;
}

/** @param {Map<string, number>} sizes @param {Map<string, number>} [without] */
function total(sizes, without = new Map()) {
  return [...sizes].reduce((sum, [url, size]) => (without.has(url) ? sum : sum + size), 0);
}

/**
 * Milliseconds from the start of the navigation to `aria-busy="false"`, and whether the picture of
 * that instant is the picture at rest.
 * @param {Browser} browser
 * @param {string} link
 */
async function opening(browser, link) {
  const page = await freshPage(browser);
  await page.goto(base + link);
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
 * @param {string} link
 * @param {string} handle
 */
async function dragging(browser, link, handle) {
  const page = await freshPage(browser);
  await page.goto(base + link);
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
  if (!box) throw new Error(`${link} has no ${handle}`);
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
 * What a program at scale says of itself.
 * @param {Browser} browser
 * @param {string} link
 */
async function atScale(browser, link) {
  const page = await freshPage(browser);
  await page.goto(base + link);
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

/** @param {Browser} browser @returns {Promise<string[]>} */
async function exercises(browser) {
  const page = await freshPage(browser);
  await page.goto(base);
  await whenReady(page);
  const links = await page
    .locator('main a[href^="#/"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  await page.context().close();
  return links;
}

/** @param {Browser} browser */
async function measure(browser) {
  const links = await exercises(browser);
  const first = await transferred(browser, '#/');
  const weights = [['contents', kilobytes(total(first)), '', '']];
  const openings = [];
  const drags = [];
  const programs = [];
  for (const link of ['#/', ...links]) {
    const times = [];
    let drawn = true;
    for (let round = 0; round < rounds; round += 1) {
      const seen = await opening(browser, link);
      times.push(seen.time);
      drawn &&= seen.drawn;
    }
    openings.push([
      link.slice(2) || 'contents',
      Math.round(median(times)),
      Math.round(Math.max(...times)),
      drawn ? 'yes' : 'no',
    ]);
  }
  for (const link of links) {
    const name = link.slice(2);
    const sizes = await transferred(browser, link);
    const scaled = await transferred(browser, `${link}?tab=scale&device=gpu`);
    weights.push([
      name,
      kilobytes(total(sizes)),
      kilobytes(total(sizes, first)),
      kilobytes(total(scaled, sizes)),
    ]);
    for (const [what, handle] of [
      ['the line of time', 'unfold-scrubber'],
      ['a given in the picture', '.picture-stage :is(.draggable, .handle)'],
    ]) {
      const delays = await dragging(browser, `${link}?step=2`, handle ?? '');
      drags.push([
        name,
        what ?? '',
        delays.length,
        median(delays).toFixed(1),
        quantile(delays, 0.95).toFixed(1),
      ]);
    }
    for (const device of ['gpu', 'cpu']) {
      const runs = [];
      for (let round = 0; round < 3; round += 1) {
        runs.push(await atScale(browser, `${link}?tab=scale&device=${device}`));
      }
      const [run] = runs;
      if (!run || run.device !== device) throw new Error(`${link} did not run on the ${device}`);
      const elapsed = median(runs.map((each) => each.elapsed));
      programs.push([
        name,
        device === 'gpu' ? 'GPU (software)' : 'CPU (Workers)',
        `${run.count.toLocaleString('en')} ${run.unit}`,
        short(elapsed),
        short((1000 * run.count) / elapsed),
        `${run.agreement.toPrecision(2)} within ${run.limit.toPrecision(2)}`,
      ]);
    }
  }
  return { weights, openings, drags, programs };
}

/**
 * @param {Awaited<ReturnType<typeof measure>>} measured
 * @param {string} version of the browser
 */
function report({ weights, openings, drags, programs }, version) {
  return `# Measurements

Written by \`node tools/measure.mjs\`; run it again for the numbers of another machine. These are of
${cpus().length} cores (${cpus()[0]?.model.trim()}), no graphics card, Chromium ${version}: WebGPU
runs on its software adapter, which is the processor again. A graphics card is another matter.

## Bytes, gzipped

In kilobytes, everything that is fetched with nothing cached, fonts included. "More" is what an
exercise adds to the contents page, "at scale" what its At scale tab adds on the GPU.

${table(['page', 'in all', 'more', 'at scale'], weights)}

## From the navigation to \`aria-busy="false"\`

In milliseconds, of ${rounds} openings with nothing cached. "Drawn" is whether the screenshot of that
instant equals the one at rest, in every one of them.

${table(['page', 'median', 'slowest', 'drawn'], openings)}

## From a movement of the mouse to the drawn picture

In milliseconds, while a handle is dragged to and fro in about 60 movements a second, at step 2.

${table(['exercise', 'dragged', 'pictures', 'median', '95th percentile'], drags)}

## At scale

The default sizes of a software adapter, median of 3 fresh pages; milliseconds from the first
dispatch to completion. The difference is the largest between the running form and its twin.

${table(['exercise', 'device', 'computed', 'ms', 'a second', 'difference'], programs)}
`;
}

async function main() {
  ensureInstalled();
  ensureBrowser();
  const build = spawnSync(
    process.execPath,
    [`${root}node_modules/vite/bin/vite.js`, 'build', '--logLevel', 'warn'],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  if (build.status !== 0) throw new Error('The app could not be built.');
  const stop = await serve();
  const browser = await chromium.launch(launchOptions({ webgpu: true }));
  try {
    const file = `${root}docs/measurements.md`;
    const options = { ...(await resolveConfig(file)), parser: 'markdown' };
    const text = await format(report(await measure(browser), browser.version()), options);
    console.log(text);
    writeFileSync(file, text);
  } finally {
    await browser.close();
    stop();
  }
}

await main();
