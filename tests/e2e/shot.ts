// One picture of a page against its baseline.
import type { Page } from '@playwright/test';
import { expect } from './fixtures';

/** Puts a fixed number where a measured one stands: no two runs take the same time. */
async function stopTimings(page: Page): Promise<void> {
  await page.evaluate(() => {
    // A picture of times is left out, and the sentence that sums it up.
    const times = document.querySelectorAll<SVGElement>('unfold-scale [data-measured]');
    const finding = document.querySelector<HTMLElement>('unfold-scale .finding');
    for (const element of [...times, ...(times.length > 0 && finding ? [finding] : [])]) {
      element.style.visibility = 'hidden';
    }
    // A time within a sentence: "took 72 ms".
    if (finding) {
      const walker = document.createTreeWalker(finding, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        node.textContent = node.textContent!.replace(/[\d.,]+(?=\s(ms|s)\b)/g, '10');
      }
    }
    const parts = [...document.querySelectorAll('unfold-scale .status .measured > *')];
    const measured = parts.filter(({ textContent }) => /\bms$| a second$/.test(textContent.trim()));
    for (const part of measured) {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      const texts: Node[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node);
      // "1,024 scores in 12.3 ms": the time stands in its output; the rate begins its part.
      const output = part.querySelector('output');
      const text = texts.find(
        (node) => /\d/.test(node.textContent!) && (!output || output.contains(node)),
      );
      text!.textContent = text!.textContent!.replace(/[\d.,]+( (thousand|million|billion))?/, '10');
    }
  });
}

export async function expectPicture(
  page: Page,
  name: string,
  { fullPage = false } = {},
): Promise<void> {
  await page.mouse.move(0, 0);
  await stopTimings(page);
  // The whole of a page is taken from its top: what sticks to the screen stands where it begins.
  if (fullPage) await page.evaluate(() => scrollTo(0, 0));
  await expect.soft(page).toHaveScreenshot(`${name}.png`, { fullPage });
}
