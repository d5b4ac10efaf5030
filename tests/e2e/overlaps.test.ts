// Nothing lies on anything else, from the narrowest phone to the widest screen, on any tab.
import { ExercisePage } from './exercise';
import { expect, test } from './one-page';
import { overlaps } from './overlaps';
import { scenesAtScale } from './scenes';

const sizes = [
  [320, 640],
  [390, 844],
  [768, 1024],
  [1024, 768],
  [1280, 720],
  [1440, 900],
  [1920, 1080],
].map(([width, height]) => ({ width, height }));

for (const tab of ['hand', 'scale', 'code']) {
  test(`nothing lies on anything else: ${tab}`, async ({ page }) => {
    const exercise = new ExercisePage(page, scenesAtScale[0].number);
    // A variant, so that there is the way back to the original too.
    await exercise.open(`step=2&variant=1&device=cpu&tab=${tab}`.replace('&tab=hand', ''));
    const found: Record<string, string[]> = {};
    for (const size of sizes) {
      await exercise.resize(size);
      const on = await overlaps(page);
      if (on.length > 0) found[`${size.width} × ${size.height}`] = on;
    }
    expect(found).toEqual({});
  });
}

test('what lies on something else is found', async ({ page }) => {
  const exercise = new ExercisePage(page, scenesAtScale[0].number);
  await exercise.open('step=1');
  await page.addStyleTag({ content: '.under { margin-top: -60px }' });
  expect((await overlaps(page)).join()).toMatch(/Step of the solution/);
});
