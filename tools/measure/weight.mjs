// What a page makes a browser fetch, as a server with gzip would send it.
import { gzipSync } from 'node:zlib';
import { freshPage, whenReady } from './page.mjs';

/** @typedef {import('@playwright/test').Browser} Browser */

/**
 * The size of what was fetched, as a server with gzip would send it.
 * @param {string} url
 * @param {Buffer} body
 */
function sizeOf(url, body) {
  const packed = /\.(woff2?|jpe?g|png|wasm)$/.test(new URL(url).pathname);
  return packed ? body.length : gzipSync(body, { level: 9 }).length;
}

/**
 * Notes everything the pages of a context fetch, until it is asked for.
 * @param {import('@playwright/test').BrowserContext} context
 * @param {Map<string, Promise<number>>} known  sizes by address, of files that have been weighed before
 * @returns {() => Promise<Map<string, number>>} bytes by address
 */
export function weigher(context, known = new Map()) {
  /** @type {Map<string, Promise<number>>} */
  const sizes = new Map();
  const note = (/** @type {import('@playwright/test').Response} */ response) => {
    const url = response.url();
    // What the browser has and only asks about comes without a body.
    const body = async () =>
      response.status() === 304 ? (await context.request.get(url)).body() : response.body();
    const size = known.get(url) ?? body().then((found) => sizeOf(url, found));
    // A page may be closed before anybody asks.
    size.catch(() => {});
    known.set(url, size);
    sizes.set(url, size);
  };
  context.on('response', note);
  return async () => {
    context.off('response', note);
    const weighed = [...sizes].map(async ([url, size]) => /** @type {const} */ ([url, await size]));
    return new Map(await Promise.all(weighed));
  };
}

/**
 * Everything a link makes a browser fetch, as a server with gzip would send it.
 * @param {Browser} browser
 * @param {string} url
 * @param {Map<string, Promise<number>>} [known]  sizes by address, of files that have been weighed before
 * @returns {Promise<Map<string, number>>} bytes by address
 */
export async function transferred(browser, url, known) {
  const page = await freshPage(browser);
  const weighed = weigher(page.context(), known);
  await page.goto(url);
  await whenReady(page);
  await page.waitForLoadState('networkidle');
  const result = await weighed();
  await page.context().close();
  return result;
}

/** What every one of them fetches. @param {Map<string, number>[]} pages */
export function shared([one = new Map(), ...others]) {
  return new Map([...one].filter(([url]) => others.every((page) => page.has(url))));
}

/** @param {Map<string, number>} sizes @param {Map<string, number>} [without] */
export function total(sizes, without = new Map()) {
  return [...sizes].reduce((sum, [url, size]) => (without.has(url) ? sum : sum + size), 0);
}
