// axe finds nothing, whatever the page shows.
import { expectAccessible } from './accessibility';
import { ExercisePage } from './exercise';
import { expect, open, sizes, test } from './one-page';
import type { Opening } from './fixtures';
import { fixture, hasScale } from './scenes';

const states: Record<string, { query: string; opening?: Opening }> = {
  light: { query: 'step=2', opening: { theme: 'light' } },
  dark: { query: 'step=2&variant=1', opening: { theme: 'dark' } },
  presenting: { query: 'step=1&present=1', opening: { size: sizes.projector } },
  'on a phone': { query: 'step=99', opening: { size: sizes.phone } },
  'in code': { query: 'tab=code' },
};
const scaleStates: typeof states = {
  'at scale': { query: 'tab=scale&device=cpu' },
  'at scale, dark': { query: 'tab=scale&device=cpu', opening: { theme: 'dark' } },
};

for (const scene of [fixture]) {
  const all = { ...states, ...(hasScale(scene) ? scaleStates : {}) };
  test(`${scene.number} in every state`, async ({ page }) => {
    test.slow();
    const exercise = new ExercisePage(page, scene.number);
    for (const [name, { query, opening }] of Object.entries(all)) {
      await exercise.open(query, { theme: 'light', size: sizes.laptop, ...opening });
      await test.step(name, () => expectAccessible(page));
    }
  });

  test(`${scene.number} with faults, marks and what could not be read`, async ({ page }) => {
    const exercise = new ExercisePage(page, scene.number);
    await exercise.open('step=1&unknown=1');
    for (const given of await exercise.givens.all()) {
      const name = (await given.getAttribute('name'))!;
      if (!(await given.evaluate((control) => control.matches('select, [type="checkbox"]')))) {
        await exercise.set(name, 'no number');
      }
    }
    await exercise.root.locator('unfold-predictions input').first().fill('98765');
    await exercise.click('Check');
    await expectAccessible(page);
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`the contents page, ${theme}`, async ({ page }) => {
    await open(page, '#/', { theme });
    await expectAccessible(page);
  });
}

test('the list of keys, the editor of a table, and a page that does not exist', async ({
  page,
}) => {
  const exercise = new ExercisePage(page, fixture.number);
  await exercise.open();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
  for (const { number } of [fixture]) {
    await open(page, `#/${number}`);
    const size = page.getByRole('button', { name: /change the size/ });
    if ((await size.count()) === 0) continue;
    await size.first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
    break;
  }
  await open(page, '#/0.0');
  await expectAccessible(page);
});
