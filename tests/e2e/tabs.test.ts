// By hand, At scale, Code: three faces of one state.
import { ExercisePage } from './exercise';
import { expect, test } from './one-page';
import { fixture, hasScale } from './scenes';

/** A point on the first element of a picture that can be hit, with such a cursor. */
async function positionOn(
  { picture }: ExercisePage,
  selector: string,
  cursor = /./,
): Promise<[number, number]> {
  return picture.evaluate(
    (root, [wanted, source]) => {
      const shares = [0.5, 0.25, 0.75, 0.1, 0.9];
      for (const element of root.querySelectorAll(wanted)) {
        const { left, top, width, height } = element.getBoundingClientRect();
        for (const [across, down] of shares.flatMap((x) => shares.map((y) => [x, y]))) {
          const [x, y] = [left + across * width, top + down * height];
          const hit = document.elementFromPoint(x, y);
          if (hit?.closest(wanted) !== element) continue;
          if (new RegExp(source).test(getComputedStyle(hit).cursor)) return [x, y];
        }
      }
      throw new Error(`nothing of the picture is ${wanted} with a cursor like ${source}`);
    },
    [selector, cursor.source] as const,
  );
}

test('each tab has a transport of its own: the solution’s, the program’s, none', async ({
  page,
}) => {
  const exercise = new ExercisePage(page, fixture.number);
  await exercise.open('tab=scale&device=cpu');
  const transport = exercise.root.getByRole('group', { name: 'Transport' });
  const line = transport.getByRole('slider');
  await expect(line).toHaveAccessibleName('Time');
  await transport.getByRole('button', { name: 'Play' }).click();
  await expect
    .poll(async () => Number(await line.getAttribute('aria-valuenow')))
    .toBeGreaterThan(0);
  await transport.getByRole('button', { name: 'Pause' }).click();
  await exercise.press('ArrowRight');
  await exercise.expectStep(0);

  await exercise.root.getByRole('tab', { name: 'Code' }).click();
  await exercise.ready();
  await expect(transport).toHaveCount(0);
  await expect(exercise.root.getByRole('button', { name: 'Copy link' })).toBeVisible();
  await exercise.root.getByRole('tab', { name: 'By hand' }).click();
  await exercise.ready();
  await expect(line).toHaveAccessibleName('Step of the solution');
  await exercise.click('One step on');
  await exercise.expectStep(1);
});

for (const scene of [fixture]) {
  const { number } = scene;
  test(`${number}: three faces, and the code says the live numbers`, async ({ page }) => {
    const exercise = new ExercisePage(page, number);
    await exercise.open();
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
    expect(exercise.hash, 'what it showed before').toBe(`#/${number}`);
    await expect(exercise.picture).toBeVisible();
  });

  test(`${number}: pointing at a symbol highlights its twin, and the reverse`, async ({ page }) => {
    const exercise = new ExercisePage(page, number);
    await exercise.open('step=1');
    const highlighted = (within: string) =>
      exercise.root
        .locator(within)
        .locator('[data-highlighted]')
        .evaluateAll((all) => all.length);
    expect(await highlighted('.picture-stage'), 'the step highlights its part').toBeGreaterThan(0);
    await exercise.press('Home');
    expect(await highlighted('.picture-stage'), 'and only while it is spoken of').toBe(0);

    const field = exercise.root.locator('.problem-text .given [data-part], .problem-text .given');
    await field.first().hover();
    await expect.poll(() => highlighted('.picture-stage')).toBeGreaterThan(0);
    await page.mouse.move(0, 0);
    await expect.poll(() => highlighted('.picture-stage')).toBe(0);

    const names = Object.keys(await exercise.values());
    const twins = names.map((name) => `[data-part^="${name}"]`).join();
    await page.mouse.move(...(await positionOn(exercise, twins)));
    await expect.poll(() => highlighted('.reading')).toBeGreaterThan(0);
    await page.mouse.move(0, 0);
    await expect.poll(() => highlighted('.reading')).toBe(0);
  });

  test(`${number}: what can be dragged in the picture changes its given, undoably`, async ({
    page,
  }) => {
    const exercise = new ExercisePage(page, number);
    await exercise.open('step=1');
    const start = await exercise.values();
    const picture = await exercise.drawn();
    const [middleX, middleY] = await positionOn(exercise, '[data-part]', /grab|move|resize/);
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
