// Every scene as a picture. A change of picture is looked at before its baseline moves.
import type { Page } from '@playwright/test';
import { ExercisePage } from './exercise';
import { expect, open, sizes, test } from './fixtures';
import type { Opening } from './fixtures';
import { hasScale, scenes } from './scenes';

/** Puts a fixed number where a measured one stands: no two runs take the same time. */
async function stopTimings(page: Page): Promise<void> {
  await page.evaluate(() => {
    const parts = [...document.querySelectorAll('unfold-scale .status > *')];
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

async function expectPicture(page: Page, name: string, { fullPage = false } = {}): Promise<void> {
  await page.mouse.move(0, 0);
  await stopTimings(page);
  await expect.soft(page).toHaveScreenshot(`${name}.png`, { fullPage });
}

for (const scene of scenes) {
  const { number } = scene;
  test(`${number} at every step of its way`, async ({ page }) => {
    test.slow();
    const exercise = new ExercisePage(page, number);
    await exercise.open();
    await expectPicture(page, `${number}-learner`);
    const count = await exercise.stepCount();
    const middle = Math.ceil(count / 2);
    const shots: Record<string, { query: string; opening?: Opening }> = {
      middle: { query: `step=${middle}` },
      end: { query: `step=${count}` },
      dark: { query: `step=${middle}`, opening: { theme: 'dark' } },
      presenting: {
        query: `step=${middle}&present=1`,
        opening: { theme: 'light', size: sizes.projector },
      },
      phone: { query: `step=${middle}`, opening: { size: sizes.phone } },
    };
    for (const [name, { query, opening }] of Object.entries(shots)) {
      await exercise.open(query, opening);
      await expectPicture(page, `${number}-${name}`, { fullPage: name === 'phone' });
    }
  });

  test(`${number} at scale`, async ({ page }) => {
    test.skip(!hasScale(scene), 'it has no program at scale');
    test.slow();
    const exercise = new ExercisePage(page, number);
    for (const device of ['cpu', 'gpu']) {
      await exercise.open(`tab=scale&device=${device}`);
      await expect(exercise.root).toHaveAttribute('data-device', device);
      await expectPicture(page, `${number}-scale-${device}`);
    }
  });
}

test('the contents page', async ({ page }) => {
  await open(page, '#/', { theme: 'light' });
  await expectPicture(page, 'contents', { fullPage: true });
  await open(page, '#/', { theme: 'dark' });
  await expectPicture(page, 'contents-dark', { fullPage: true });
  await open(page, '#/', { theme: 'light', size: sizes.phone });
  await expectPicture(page, 'contents-phone', { fullPage: true });
});

test('the tolerance lets no moved label and no recoloured cell through', async ({ page }) => {
  // Its picture has both labels and cells.
  const number = '4.2';
  const exercise = new ExercisePage(page, number);
  const name = `${number}-learner.png`;
  const changes = {
    'a label moved by 3 px': (svg: Element) => {
      const label = [...svg.querySelectorAll<SVGElement>('text')].find(
        (text) => /^\p{L}{3,}/u.test(text.textContent ?? '') && text.checkVisibility(),
      );
      label!.style.translate = '3px 0';
    },
    'a cell of another colour': (svg: Element) => {
      svg.querySelector<SVGElement>('.cell-box')!.style.fill =
        'color-mix(in srgb, var(--role-gradient) 26%, var(--cell))';
    },
  };
  for (const [what, change] of Object.entries(changes)) {
    await exercise.open();
    await expect(page, 'nothing changed').toHaveScreenshot(name);
    await exercise.picture.locator('svg').first().evaluate(change);
    await expect(page, what).not.toHaveScreenshot(name);
  }
});
