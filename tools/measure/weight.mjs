// What a page makes a browser fetch, as a server with gzip would send it.
import { gzipSync } from 'node:zlib';
import { freshPage, whenReady } from './page.mjs';

/** @typedef {import('@playwright/test').Browser} Browser */

/**
 * Everything a link makes a browser fetch, as a server with gzip would send it.
 * @param {Browser} browser
 * @param {string} url
 * @returns {Promise<Map<string, number>>} bytes by address
 */
export async function transferred(browser, url) {
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
  await page.goto(url);
  await whenReady(page);
  await page.waitForLoadState('networkidle');
  const result = new Map(await Promise.all(sizes));
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
