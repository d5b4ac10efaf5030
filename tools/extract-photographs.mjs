// Takes the shipped photographs out of Debian's scikit-image package and makes them small:
// `node tools/extract-photographs.mjs`, on Debian or Ubuntu. Its result is committed; run it again
// only to change what is shipped.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root } from './ensure.mjs';
import { ensureBrowser } from './browser.mjs';
import { unpackPackage } from './debian.mjs';

const names = ['astronaut', 'coffee'];
const quality = 0.88;

/**
 * A PNG as a JPEG. The browser of the tests does it, so that no other tool has to be there.
 * @param {import('@playwright/test').Page} page
 * @param {Buffer} png
 */
async function toJpeg(page, png) {
  const url = await page.evaluate(
    async ([source, quality]) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      return canvas.toDataURL('image/jpeg', quality);
    },
    /** @type {const} */ ([`data:image/png;base64,${png.toString('base64')}`, quality]),
  );
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

ensureInstalled();
const executablePath = ensureBrowser();
const { chromium } = await import('@playwright/test');
const folder = unpackPackage('python3-skimage');
const browser = await chromium.launch({ executablePath });
try {
  const page = await browser.newPage();
  const target = join(root, 'public/photographs');
  mkdirSync(target, { recursive: true });
  for (const name of names) {
    const source = `usr/lib/python3/dist-packages/skimage/data/${name}.png`;
    const jpeg = await toJpeg(page, readFileSync(join(folder, source)));
    writeFileSync(join(target, `${name}.jpg`), jpeg);
    console.log(`${name}.jpg: ${(jpeg.length / 1000).toFixed(0)} kB`);
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
