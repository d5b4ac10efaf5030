// The contents page as pictures, and what the tolerance lets through. Scenes: visits.test.ts.
import { ExercisePage } from './exercise';
import { expect, open, sizes, test } from './one-page';
import { expectPicture } from './shot';

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
