// Nothing too small to read or to press, nothing cut off, at every size a page is read at.
import { ExercisePage } from './exercise';
import { expect, open, sizes, test } from './one-page';
import { layoutFaults } from './inspect';
import { fixture } from './scenes';

/** A laptop's page at 200 % zoom has half the pixels. */
const zoomed = { width: 720, height: 450 };

for (const size of [sizes.laptop, sizes.projector]) {
  test(`the essentials stand on one screen of ${size.width} × ${size.height}`, async ({ page }) => {
    const exercise = new ExercisePage(page, fixture.number);
    await exercise.open('', { size });
    const essentials = [
      exercise.root.getByRole('heading', { level: 1 }),
      exercise.picture,
      exercise.root.getByRole('group', { name: 'Transport' }),
    ];
    for (const part of essentials) await expect(part).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(size.height);
  });
}

test('on a phone what steps stays under the thumb', async ({ page }) => {
  const exercise = new ExercisePage(page, fixture.number);
  await exercise.open('', { size: sizes.phone });
  const transport = exercise.root.getByRole('button', { name: 'One step on' });
  await expect(transport).toBeInViewport({ ratio: 1 });
  await transport.click();
  await exercise.ready();
  await exercise.expectStep(1);
});

test('every tab at every size: nothing small, cut off or on top of another', async ({ page }) => {
  test.slow();
  const exercise = new ExercisePage(page, fixture.number);
  const found: Record<string, string[]> = {};
  for (const tab of ['hand', 'scale', 'code']) {
    await exercise.open(`step=99&device=cpu&tab=${tab}`.replace('&tab=hand', ''));
    for (const [name, size] of Object.entries({ ...sizes, zoomed })) {
      await exercise.resize(size);
      const pressed = name === 'laptop' || name === 'phone';
      for (const fault of await layoutFaults(page, { pressed })) {
        (found[fault] ??= []).push(`${name}, ${tab}`);
      }
    }
  }
  expect(found).toEqual({});
});

test('opens in forced colours and with motion', async ({ page }) => {
  const exercise = new ExercisePage(page, fixture.number);
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'no-preference' });
  await exercise.open('step=1');
  await exercise.press('ArrowRight');
  await exercise.expectStep(2);
  const field = exercise.root.locator('.problem-text input').first();
  await field.focus();
  const outline = await field.evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(outline).not.toBe('none');
  expect((await exercise.picture.screenshot()).length).toBeGreaterThan(2000);
});

test('the contents page: nothing small, cut off or hard to press', async ({ page }) => {
  for (const size of [...Object.values(sizes), zoomed]) {
    await open(page, '#/', { size });
    expect(await layoutFaults(page, { pressed: true })).toEqual([]);
  }
});
