// The browser's back button undoes one change: an edit, a step, a whole drag.
import type { Page } from '@playwright/test';
import { ExercisePage } from './exercise';
import { expect, test } from './one-page';
import { fixture } from './scenes';

const entries = (page: Page): Promise<number> => page.evaluate(() => history.length);

/** Holds that `act` makes one entry of history which back undoes and forward brings again. */
async function expectOneEntry(exercise: ExercisePage, act: () => Promise<void>): Promise<void> {
  const { page } = exercise;
  const state = async () => [exercise.hash, await exercise.values(), await exercise.drawn()];
  const [before, length] = [await state(), await entries(page)];
  await act();
  await exercise.ready();
  await page.mouse.move(0, 0);
  await exercise.ready();
  const after = await state();
  expect(after[0]).not.toBe(before[0]);
  expect((await entries(page)) - length).toBe(1);
  await page.goBack();
  await exercise.ready();
  expect(await state()).toEqual(before);
  await page.goForward();
  await exercise.ready();
  expect(await state()).toEqual(after);
}

for (const { number, expected } of [fixture]) {
  test(`${number}: an edit, a step and other numbers are one entry each`, async ({ page }) => {
    const exercise = new ExercisePage(page, number);
    await exercise.open();
    await expectOneEntry(exercise, () => page.keyboard.press('ArrowRight'));
    const now = await exercise.values();
    const [name, text] = [...new URLSearchParams(expected.variants![0])].find(
      ([key, drawn]) => now[key] !== drawn,
    )!;
    await expectOneEntry(exercise, () => exercise.set(name, text));
    await expectOneEntry(exercise, () => exercise.click('New numbers'));
    await expectOneEntry(exercise, () => exercise.set(name, 'no number'));
    await expectOneEntry(exercise, () => exercise.press('r'));
    await expectOneEntry(exercise, () => exercise.click('Back to the original'));
    await expectOneEntry(exercise, () => exercise.press('p'));
    await exercise.press('Escape');
  });

  test(`${number}: typing a number is one entry, and R restores it`, async ({ page }) => {
    const exercise = new ExercisePage(page, number);
    await exercise.open();
    const [values, picture] = [await exercise.values(), await exercise.drawn()];
    const fields = exercise.root.locator('.problem-text input[type="text"]');
    const label = await fields.first().inputValue();
    await expectOneEntry(exercise, async () => {
      await fields.first().fill('');
      await fields.first().pressSequentially(label === '2' ? '3' : '2');
      await fields.first().press('Tab');
    });
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await expectOneEntry(exercise, () => exercise.press('r'));
    expect(await exercise.values()).toEqual(values);
    expect(await exercise.drawn()).toBe(picture);
  });
}

test('a drag of the line of time is one entry', async ({ page }) => {
  const exercise = new ExercisePage(page, fixture.number);
  await exercise.open();
  const line = exercise.root.getByRole('slider', { name: 'Step of the solution' });
  const { x, y, width, height } = (await line.boundingBox())!;
  await expectOneEntry(exercise, async () => {
    await page.mouse.move(x + 1, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width, y + height / 2, { steps: 12 });
    await page.mouse.up();
  });
});

test('playing over several steps is one entry', async ({ page }) => {
  const exercise = new ExercisePage(page, fixture.number);
  await exercise.open();
  const length = await entries(page);
  await exercise.root.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => exercise.step()).toBeGreaterThan(1);
  await exercise.click('Pause');
  expect((await entries(page)) - length).toBe(1);
  await page.goBack();
  await exercise.ready();
  await exercise.expectStep(0);
});

for (const { number } of [fixture]) {
  test(`${number}: a number dragged by its label is one entry`, async ({ page }) => {
    const exercise = new ExercisePage(page, number);
    await exercise.open();
    const labels = exercise.root.locator('.problem-text label.scrub');
    expect(await labels.count(), 'givens that are a single number').toBeGreaterThan(0);
    const { x, y, width, height } = (await labels.first().boundingBox())!;
    const name = (await exercise.numberGiven())!;
    const before = Number((await exercise.values())[name]);
    await expectOneEntry(exercise, async () => {
      await page.mouse.move(x + width / 2, y + height / 2);
      await page.mouse.down();
      await page.mouse.move(x + width / 2 + 30, y + height / 2, { steps: 6 });
      await page.mouse.up();
    });
    expect(Number((await exercise.values())[name])).toBeGreaterThan(before);
  });
}

test('in the frame of another page no step is an entry: back leaves at once', async ({ page }) => {
  await page.goto('#/');
  await page.evaluate((number) => {
    const frame = document.createElement('iframe');
    frame.src = `${location.pathname}#/${number}`;
    Object.assign(frame.style, { width: '1200px', height: '700px' });
    document.body.replaceChildren(frame);
  }, fixture.number);
  const exercise = page.frameLocator('iframe').locator('unfold-exercise');
  await expect(exercise).toHaveAttribute('aria-busy', 'false');
  const before = await entries(page);
  for (let step = 1; step <= 3; step += 1) {
    await exercise.getByRole('button', { name: 'Step on' }).click();
    await expect(exercise.locator(`[data-step="${step}"]`)).toHaveAttribute('aria-current', 'step');
  }
  const link = () =>
    page
      .frames()
      .at(-1)
      .evaluate(() => location.hash);
  await expect.poll(link).toContain('step=3');
  expect(await entries(page)).toBe(before);
});
