// By hand, At scale, Code: three faces of one state.
import { ExercisePage } from './exercise';
import { expect, test } from './fixtures';
import { hasScale, scenes } from './scenes';

for (const scene of scenes) {
  const { number, folder, expected } = scene;
  test(`${number}: three faces, and the code says the live numbers`, async ({ page }) => {
    const exercise = new ExercisePage(page, number);
    await exercise.open('step=1');
    const tabs = exercise.root.getByRole('tab');
    await expect(tabs).toHaveText(
      hasScale(scene) ? ['By hand', 'At scale', 'Code'] : ['By hand', 'Code'],
    );
    await exercise.root.getByRole('tab', { name: 'Code' }).click();
    await exercise.ready();
    expect(exercise.inLink('tab')).toBe('code');
    const code = exercise.root.getByRole('tabpanel', { name: 'Code' });
    await expect(code).toBeVisible();
    await expect(exercise.picture).toBeHidden();
    const listings = code.locator('pre');
    const first = await listings.first().textContent();
    expect(first).toMatch(/import (numpy|torch)|np\.|torch\./);

    // Another instance: other numbers in the code.
    await exercise.click('New numbers');
    expect(await listings.first().textContent()).not.toBe(first);
    await exercise.click('Back to the original');
    expect(await listings.first().textContent()).toBe(first);

    if (hasScale(scene)) {
      // Each kernel's WGSL stands beside its twin.
      const sources = await listings.allTextContents();
      expect(sources.filter((source) => source.includes('@compute')).length).toBeGreaterThan(0);
      expect(sources.filter((source) => /\bcpu\b/.test(source)).length).toBeGreaterThan(0);
    }
    for (const copy of await code.getByRole('button', { name: 'Copy' }).all()) {
      await expect(copy).toBeEnabled();
    }
    await exercise.root.getByRole('tab', { name: 'By hand' }).click();
    await exercise.ready();
    expect(exercise.hash).toBe(`#/${number}?step=1`);
    await expect(exercise.picture).toBeVisible();
    expect(folder).toContain(number);
    expect(Object.keys(expected.answers).length).toBeGreaterThan(0);
  });

  test(`${number}: pointing at a symbol lights its twin, and the reverse`, async ({ page }) => {
    const exercise = new ExercisePage(page, number);
    await exercise.open('step=1');
    const lit = (within: string) =>
      exercise.root
        .locator(within)
        .locator('[data-lit]')
        .evaluateAll((all) => all.length);
    expect(await lit('.picture-stage'), 'the step lights its part').toBeGreaterThan(0);
    await exercise.press('Home');
    expect(await lit('.picture-stage'), 'and only while it is spoken of').toBe(0);

    const field = exercise.root.locator('.problem-text .given [data-part], .problem-text .given');
    await field.first().hover();
    await expect.poll(() => lit('.picture-stage')).toBeGreaterThan(0);
    await page.mouse.move(0, 0);
    await expect.poll(() => lit('.picture-stage')).toBe(0);

    const part = exercise.picture.locator('[data-part]').first();
    await part.hover();
    await expect.poll(() => lit('.reading')).toBeGreaterThan(0);
    await page.mouse.move(0, 0);
    await expect.poll(() => lit('.reading')).toBe(0);
  });

  test(`${number}: what can be dragged in the picture changes its given, undoably`, async ({
    page,
  }) => {
    const exercise = new ExercisePage(page, number);
    await exercise.open('step=1');
    const start = await exercise.values();
    const picture = await exercise.drawn();
    const handles = exercise.picture.locator('.draggable, [data-drag]');
    expect(await handles.count(), 'direct manipulation').toBeGreaterThan(0);
    const { x, y, width, height } = (await handles.first().boundingBox())!;
    const [middleX, middleY] = [x + width / 2, y + height / 2];
    const length = await page.evaluate(() => history.length);
    await page.mouse.move(middleX, middleY);
    await page.mouse.down();
    await page.mouse.move(middleX + 20, middleY - 20, { steps: 4 });
    await page.mouse.move(middleX + 40, middleY - 40, { steps: 4 });
    await page.mouse.up();
    await page.mouse.move(0, 0);
    await exercise.ready();
    expect(await exercise.values()).not.toEqual(start);
    expect(await exercise.drawn()).not.toBe(picture);
    expect((await page.evaluate(() => history.length)) - length).toBe(1);
    await page.goBack();
    await exercise.ready();
    expect(await exercise.values()).toEqual(start);
    expect(await exercise.drawn()).toBe(picture);
  });
}
