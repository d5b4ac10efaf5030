// The keyboard alone reaches everything, everything has a name, and focus stays where it was.
import type { Page } from '@playwright/test';
import { ExercisePage } from './exercise';
import { expect, open, test } from './one-page';
import { fixture, hasScale } from './scenes';

/** Everything on the page that asks to be reached by Tab, named as far as a failure needs. */
function tabStops(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls =
      'a[href], button, input, select, textarea, summary, [tabindex], [role="slider"], [role="tab"]';
    return (
      [...document.querySelectorAll<HTMLElement>(controls)]
        .filter((control) => control.tabIndex >= 0 && control.checkVisibility())
        .filter((control) => !control.matches(':disabled'))
        // Of radio buttons that belong together Tab reaches one, and the arrows the others.
        .filter(
          (control, _, all) =>
            !control.matches('[type="radio"]') ||
            all.find((other) => other.getAttribute('name') === control.getAttribute('name')) ===
              control,
        )
        .map((control, i) => {
          control.dataset.stop = String(i);
          return `${i} ${control.localName} ${control.ariaLabel ?? control.textContent?.trim() ?? ''}`;
        })
    );
  });
}

/** Presses Tab from the top of the page round to its end, and gives what was reached. */
async function reachedByTab(page: Page, most: number): Promise<string[]> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    getSelection()?.removeAllRanges();
  });
  const reached: string[] = [];
  for (let press = 0; press <= most; press += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const { activeElement } = document;
      // An editor of code makes its own elements anew; Tab leaves it as it leaves a field.
      const own = activeElement?.closest('.cm-editor') ? 'editor' : undefined;
      return (activeElement as HTMLElement | null)?.dataset.stop ?? own;
    });
    if (stop === undefined || reached.includes(stop)) break;
    reached.push(stop);
  }
  return reached;
}

interface AxNode {
  readonly role?: { value: string };
  readonly name?: { value: string };
  readonly properties?: readonly { name: string; value: { value: unknown } }[];
  readonly ignored: boolean;
}

/** Roles of what can be focused and has no name that a reader of screens could say. */
async function nameless(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
  await session.detach();
  return nodes
    .filter(({ ignored, properties }) => {
      const focusable = properties?.find(({ name }) => name === 'focusable')?.value.value;
      return !ignored && focusable === true;
    })
    .filter(({ role, name }) => {
      // Focus is only ever put there by a program, and what they contain is read out.
      const exempt = ['RootWebArea', 'main', 'listitem'].includes(role?.value ?? '');
      return !exempt && !name?.value.trim();
    })
    .map(({ role }) => role?.value ?? '?');
}

for (const scene of [fixture]) {
  const { number } = scene;
  test(`${number}: Tab reaches every control, each with a name`, async ({ page }) => {
    test.slow();
    const exercise = new ExercisePage(page, number);
    const tabs = hasScale(scene) ? ['', '&tab=scale', '&tab=code'] : ['', '&tab=code'];
    for (const tab of tabs) {
      await exercise.open(`step=1&variant=1&device=cpu${tab}`);
      const stops = await tabStops(page);
      expect(stops.length).toBeGreaterThan(10);
      const reached = new Set(await reachedByTab(page, stops.length));
      expect(stops.filter((_, i) => !reached.has(String(i)))).toEqual([]);
      expect(await nameless(page)).toEqual([]);
    }
  });

  test(`${number}: focus stays where it was while steps unfold`, async ({ page }) => {
    const exercise = new ExercisePage(page, number);
    await exercise.open();
    const count = await exercise.stepCount();
    const focused = () =>
      page.evaluate(() => {
        const { activeElement } = document;
        return activeElement?.ariaLabel ?? activeElement?.className ?? '';
      });
    const on = exercise.root.getByRole('button', { name: 'One step on' });
    await on.focus();
    for (let step = 1; step <= count; step += 1) {
      await exercise.press('Enter');
      expect(await exercise.step()).toBe(step);
      expect(await focused()).toBe('One step on');
    }
    await exercise.picture.focus();
    const here = await focused();
    await exercise.press('Home', 'PageDown');
    expect(await focused()).toBe(here);

    // Unfolding from the list itself goes on from where one is, to the very end.
    await exercise.press('Home');
    const next = exercise.root.locator('.next-step');
    await next.focus();
    for (let step = 1; step <= count; step += 1) {
      await page.keyboard.press('Enter');
      await exercise.ready();
      expect(await exercise.step()).toBe(step);
      const inside = await exercise.root
        .locator('unfold-solution')
        .evaluate((solution) => solution.contains(document.activeElement));
      expect(inside, `focus is in the solution after step ${step}`).toBe(true);
    }
  });

  test(`${number}: the arrows walk the cells, the picture and the tabs`, async ({ page }) => {
    const exercise = new ExercisePage(page, number);
    await exercise.open('step=1');
    await exercise.picture.focus();
    await page.keyboard.press('Tab');
    await exercise.picture.focus();
    const link = exercise.hash;
    const highlighted = exercise.picture.locator('[data-highlighted]');
    await page.keyboard.press('ArrowDown');
    await exercise.ready();
    expect(await highlighted.count()).toBeGreaterThan(0);
    expect(exercise.hash, 'arrows in the picture point, they do not step').toBe(link);

    const tabs = exercise.root.getByRole('tab');
    await tabs.first().focus();
    for (let i = 1; i < (await tabs.count()); i += 1) {
      await page.keyboard.press('ArrowRight');
      await expect(tabs.nth(i)).toBeFocused();
      await expect(tabs.nth(i)).toHaveAttribute('aria-selected', 'true');
      await exercise.ready();
    }
    await page.keyboard.press('Home');
    await expect(tabs.first()).toBeFocused();
    expect(await exercise.step()).toBe(1);
  });
}

test('keys mean nothing in a field, on a button or with a modifier', async ({ page }) => {
  const fields = page.locator('.problem-text input.number');
  let exercise = new ExercisePage(page, fixture.number);
  for (const { number } of [fixture]) {
    exercise = new ExercisePage(page, number);
    await exercise.open('step=1');
    if ((await fields.count()) > 0) break;
  }
  const link = exercise.hash;
  const field = fields.first();
  await field.focus();
  await page.keyboard.press('End');
  for (const key of ['ArrowRight', 'Home', 'Space', 'p', 'r', 'g', 'b', '?', 'PageDown']) {
    await page.keyboard.press(key);
  }
  await expect(field).toHaveValue(/ prgb\?|prgb\?/);
  expect(exercise.inLink('step')).toBe('1');
  expect(exercise.inLink('present')).toBeNull();
  await exercise.open('step=1');
  for (const key of ['Control+ArrowRight', 'Alt+Shift+ArrowRight', 'Meta+p', 'Control+g']) {
    await page.keyboard.press(key);
  }
  expect(exercise.hash).toBe(link);
  await exercise.root.getByRole('tab', { selected: true }).focus();
  await page.keyboard.press('Space');
  expect(exercise.hash, 'Space presses what has focus').toBe(link);
});

test('? lists the keys, with a switch that turns single letters off and is kept', async ({
  page,
}) => {
  const exercise = new ExercisePage(page, fixture.number);
  await exercise.open();
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keys' });
  await expect(list).toBeVisible();
  for (const key of ['→ or Space', '←', 'Home', 'R', 'G', 'P', 'Esc', 'PageDown', 'B or .', '?']) {
    await expect(list.getByText(key, { exact: true })).toBeVisible();
  }
  await list.getByRole('checkbox', { name: 'Single letters are keys' }).uncheck();
  await list.getByRole('button', { name: 'Close' }).click();
  await expect(list).toBeHidden();
  await page.reload();
  await exercise.ready();
  await exercise.press('p', 'r', 'b', 'ArrowRight');
  expect(exercise.hash).toBe(`#/${fixture.number}?step=1`);
  await page.getByRole('banner').getByRole('button', { name: '? keys' }).click();
  await list.getByRole('checkbox', { name: 'Single letters are keys' }).check();
  await page.keyboard.press('Escape');
  await exercise.press('p');
  expect(exercise.inLink('present')).toBe('1');
});

test('the first Tab leads past the header', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('button', { name: 'Skip to the page' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});
