// `npm run long-training`: trains on the page for ten minutes on either device, as fast as it can, and
// prints what memory the page takes at the start, in the middle and at the end: all that JavaScript
// holds, Workers and their numbers included, and the buffers of the graphics device. `--minutes 1` is
// quicker, `--device cpu` leaves the other out.
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './browser.mjs';
import { ensureInstalled, root } from './ensure.mjs';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, device: { type: 'string' } },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error(`--minutes takes a number above 0, not "${values.minutes}"`);
const devices = values.device ? [values.device] : ['cpu', 'gpu'];

/** Milliseconds before the first look: by then all code has run and is compiled. */
const WARM = 15_000;

/** Counts the bytes of the buffers that are alive. */
function countBuffers() {
  const counted = /** @type {{ deviceBytes: number }} */ (/** @type {unknown} */ (window));
  counted.deviceBytes = 0;
  if (!('GPUDevice' in window)) return;
  const { createBuffer } = GPUDevice.prototype;
  const { destroy } = GPUBuffer.prototype;
  const alive = new WeakSet();
  /** @this {GPUDevice} @param {GPUBufferDescriptor} descriptor */
  GPUDevice.prototype.createBuffer = function (descriptor) {
    const buffer = createBuffer.call(this, descriptor);
    alive.add(buffer);
    counted.deviceBytes += buffer.size;
    return buffer;
  };
  GPUBuffer.prototype.destroy = function () {
    if (alive.delete(this)) counted.deviceBytes -= this.size;
    return destroy.call(this);
  };
}

/** @param {import('@playwright/test').Page} page */
async function look(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  return page.evaluate(async () => {
    /** @type {() => Promise<{ bytes: number }>} */
    const measure = /** @type {any} */ (performance).measureUserAgentSpecificMemory.bind(
      performance,
    );
    const steps = document.querySelector('.reading b')?.textContent ?? '';
    const { bytes } = await measure();
    const { deviceBytes } = /** @type {{ deviceBytes: number }} */ (
      /** @type {unknown} */ (window)
    );
    return { steps: Number(steps.replaceAll(/\D/g, '')), bytes, deviceBytes };
  });
}

/** @param {import('@playwright/test').Browser} browser @param {string} url @param {string} device */
async function train(browser, url, device) {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(`The page: ${error.message}`));
  await page.addInitScript(countBuffers);
  await page.goto(`${url}#/train?data=spiral&hidden=8,8&device=${device}`);
  await page.locator('unfold-train[aria-busy="false"]').waitFor({ timeout: 60_000 });
  await page.getByLabel('Speed').selectOption('fast');
  await page.getByRole('button', { name: 'Play' }).click();
  await page.waitForTimeout(WARM);
  const found = [];
  for (const at of ['start', 'middle', 'end']) {
    if (at !== 'start') await page.waitForTimeout((minutes * 60_000) / 2);
    const seen = { at, ...(await look(page)) };
    found.push(seen);
    const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(2);
    console.log(
      `${device}, ${at}: after ${seen.steps} steps ${megabytes(seen.bytes)} MB, on the graphics device ${megabytes(seen.deviceBytes)} MB`,
    );
  }
  await page.close();
  return { device, minutes, found };
}

ensureInstalled();
ensureBrowser();
const { chromium } = await import('@playwright/test');
const { build, preview } = await import('vite');
const { launchOptions } = await import('./launch.mjs');
const outDir = `${root}node_modules/.cache/long-training-${devices.join('-')}`;
const config = { root, logLevel: /** @type {const} */ ('error'), build: { outDir } };
await build(config);
const server = await preview({ ...config, preview: { port: 0, host: 'localhost' } });
const url = server.resolvedUrls?.local[0];
if (!url) throw new Error('the page is not served');
const browser = await chromium.launch(launchOptions({ webgpu: true }));
const results = `${root}tools/bench/results/`;
mkdirSync(results, { recursive: true });
try {
  for (const device of devices) {
    const trained = await train(browser, url, device);
    writeFileSync(
      `${results}long-training-${device}.json`,
      `${JSON.stringify(trained, null, 1)}\n`,
    );
  }
} finally {
  await browser.close();
  await server.close();
}
process.exit();
