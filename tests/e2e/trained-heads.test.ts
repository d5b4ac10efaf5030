// The heads of the trained transformer At scale: pointed at, pressed and reached by keys, as pictures and
// as words. A visit at scale leaves all of that as it opens.
import type { Locator } from '@playwright/test';
import { accessibilityFindings } from './accessibility';
import { ExercisePage } from './exercise';
import { expect, sizes, test } from './one-page';
import { layoutFaults } from './inspect';

/** What is said to whoever does not see the picture. */
const saidOf = ({ stage }: ExercisePage): Locator => stage.getByRole('status');

/** Holds that a head is the one that is large, in the picture, in words and in the link. */
async function expectHead(exercise: ExercisePage, layer: number, head: number): Promise<void> {
  const name = `ead ${head} of layer ${layer}`;
  await expect(exercise.stage.locator('text', { hasText: `H${name}` })).toBeVisible();
  await expect(saidOf(exercise)).toContainText(`h${name}.`);
  expect([exercise.inLink('layer') ?? '3', exercise.inLink('head') ?? '3']).toEqual([
    String(layer),
    String(head),
  ]);
}

/** Holds that what has the focus shows it. */
async function expectFocusShown(element: Locator): Promise<void> {
  await expect(element).toBeFocused();
  const shown = await element.evaluate((focused) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  });
  expect(shown, 'the focus is shown').toBe(true);
}

test('4.4: each of the twelve heads is pressed, and reached by keys', async ({ page }) => {
  test.slow();
  const exercise = new ExercisePage(page, '4.4');
  await exercise.open('tab=scale&device=cpu');
  await expectHead(exercise, 3, 3);
  const heads = exercise.stage.locator('.heat');
  await expect(heads).toHaveCount(13);
  for (let i = 0; i < 12; i += 1) {
    await heads.nth(i).hover({ force: true });
    const [layer, head] = [Math.floor(i / 4) + 1, (i % 4) + 1];
    // Pointed at, it is large at once; pressed, it stays so.
    await expect(saidOf(exercise)).toContainText(`head ${head} of layer ${layer}.`);
    await page.mouse.down();
    await page.mouse.up();
    await exercise.ready();
    await page.mouse.move(0, 0);
    await expectHead(exercise, layer, head);
  }
  // Head by head, to and fro, from the last layer to the first: by the keys of the two fields.
  const [down, across] = ['layer', 'head'].map((name) =>
    exercise.root.locator(`.toolbar input[name="${name}"]`),
  );
  for (const layer of [3, 2, 1]) {
    const heads = layer === 2 ? [1, 2, 3, 4] : [4, 3, 2, 1];
    for (const head of heads) {
      if (head !== heads[0]) await exercise.press(layer === 2 ? 'ArrowUp' : 'ArrowDown');
      else await across.focus();
      await expectHead(exercise, layer, head);
      await expectFocusShown(across);
    }
    if (layer === 1) break;
    await down.focus();
    await exercise.press('ArrowDown');
    await expectFocusShown(down);
  }
  // The arrows move over the large head, and what they come to is said.
  await exercise.stage.focus();
  await exercise.press('ArrowUp');
  await expectFocusShown(exercise.stage);
  await expect(saidOf(exercise)).toContainText(/ (looks at|does not see) .+\.$/);
  const before = await saidOf(exercise).textContent();
  await exercise.press('ArrowLeft');
  await expect(saidOf(exercise)).not.toHaveText(before!);
});

test('4.2: a head over a text of the reader’s own', async ({ page }) => {
  test.slow();
  const weights: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/trained/')) weights.push(request.url());
  });
  const exercise = new ExercisePage(page, '4.2');
  await exercise.open('tab=scale&device=cpu&length=256');
  expect(weights, 'are fetched when a head of the network is asked for').toEqual([]);
  await exercise.root.locator('.toolbar select[name="view"]').selectOption('text');
  await exercise.ready();
  expect(weights).toHaveLength(1);
  await expect(exercise.root.locator('.finding')).toContainText(/Head 3 of layer 3 puts \d+ %/);
  await exercise.root
    .locator('.toolbar [name="text"]')
    .fill('It is — “Qu’elle!” 7 words of my own.');
  await exercise.ready();
  await expect(exercise.stage.locator('svg.picture')).toContainText(/In the \d+ characters/);
  await exercise.stage.focus();
  await exercise.press('ArrowUp', 'ArrowLeft');
  await expectFocusShown(exercise.stage);
  await expect(saidOf(exercise)).toContainText(
    /head 3 of layer 3\. .+ attends most to .+ 0\.\d{3}/,
  );
  const row = await saidOf(exercise).textContent();
  await exercise.press('ArrowUp');
  await expect(saidOf(exercise)).not.toHaveText(row!);
  const box = (await exercise.stage.locator('.heat').boundingBox())!;
  await page.mouse.move(box.x + 0.8 * box.width, box.y + 0.2 * box.height);
  await expect(saidOf(exercise)).toContainText('which follows it.');
  expect(await accessibilityFindings(page)).toEqual([]);
  for (const size of [sizes.laptop, sizes.projector, sizes.phone]) {
    await exercise.resize(size);
    expect(await layoutFaults(page)).toEqual([]);
  }
  await exercise.root.locator('.toolbar select[name="view"]').selectOption('tokens');
  await exercise.ready();
  await expect(exercise.root.locator('.finding')).toContainText('A pair on one topic');
});
