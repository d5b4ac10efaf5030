// Compares two screenshots pixel by pixel, in the browser, which can read them.
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** How two pictures of one size differ. */
export interface Difference {
  /** Share of the pixels that differ by more than `tolerance` in some channel, 0 to 1. */
  readonly share: number;
  /** Different colours in the first picture: 1 where nothing is drawn. */
  readonly colours: number;
}

/**
 * @param tolerance difference of a channel, of 255, that counts as equal
 * @throws when the sizes differ
 */
export async function compare(
  page: Page,
  a: Buffer,
  b: Buffer,
  tolerance = 12,
): Promise<Difference> {
  return page.evaluate(
    async ([one, other, limit]) => {
      const pixels = async (source: string) => {
        const chars = atob(source);
        const bytes = new Uint8Array(chars.length);
        for (let i = 0; i < chars.length; i += 1) bytes[i] = chars.charCodeAt(i);
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const context = canvas.getContext('2d')!;
        context.drawImage(bitmap, 0, 0);
        return context.getImageData(0, 0, bitmap.width, bitmap.height);
      };
      const first = await pixels(one);
      const second = other === '' ? first : await pixels(other);
      if (first.width !== second.width || first.height !== second.height) {
        throw new Error(
          `the pictures are ${first.width} × ${first.height} and ${second.width} × ${second.height}`,
        );
      }
      let different = 0;
      const colours = new Set<number>();
      const [data, against] = [first.data, second.data];
      for (let i = 0; i < data.length; i += 4) {
        const red = Math.abs(data[i] - against[i]);
        const green = Math.abs(data[i + 1] - against[i + 1]);
        const blue = Math.abs(data[i + 2] - against[i + 2]);
        if (red > limit || green > limit || blue > limit) different += 1;
        colours.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
      }
      return { share: different / (data.length / 4), colours: colours.size };
    },
    // The same picture is sent and read once.
    [a.toString('base64'), a.equals(b) ? '' : b.toString('base64'), tolerance] as const,
  );
}

/**
 * Holds that two screenshots show the same. Where a browser paints only what changed, edges may be
 * smoothed another way: a few levels of 255 along them, and more in a pixel or two.
 */
export async function expectSame(page: Page, a: Buffer, b: Buffer, what: string): Promise<void> {
  if (a.equals(b)) return;
  expect((await compare(page, a, b)).share, what).toBeLessThan(1e-5);
}
