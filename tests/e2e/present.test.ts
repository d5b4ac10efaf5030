// Presentation mode: picture first, one step at a time, type for the last row, a clicker.
import type { Page } from '@playwright/test';
import { accessibilityFindings } from './accessibility';
import { expectSame } from './compare';
import { ExercisePage } from './exercise';
import { expect, sizes, test } from './one-page';
import { layoutFaults, unfitted } from './inspect';
import { fixture } from './scenes';
import { smallerThan } from './type';

for (const { number } of [fixture]) {
  test.describe(number, () => {
    test('presents one step at a time, by clicker, and leaves where it stood', async ({ page }) => {
      const exercise = new ExercisePage(page, number);
      await exercise.open('', { size: sizes.projector });
      await exercise.press('p');
      expect(exercise.inLink('present')).toBe('1');
      await expect(page.getByRole('banner')).toBeHidden();
      const shares = await exercise.picture.evaluate((picture) => {
        const { width, height } = picture.getBoundingClientRect();
        return [width / innerWidth, height / innerHeight];
      });
      expect(shares[0]).toBeGreaterThan(0.6);
      expect(shares[1]).toBeGreaterThan(0.6);
      const count = await exercise.stepCount();
      for (let step = 1; step <= count; step += 1) {
        await exercise.press('PageDown');
        await exercise.expectPresented(step);
      }
      await exercise.press('PageUp');
      expect(await exercise.step()).toBe(count - 1);
      await exercise.press('Escape');
      expect(exercise.inLink('present')).toBeNull();
      await expect(page.getByRole('banner')).toBeVisible();
      await exercise.expectStep(count - 1);
    });

    test('type is at least 28 px on a screen of 1080, and in proportion on others', async ({
      page,
    }) => {
      const exercise = new ExercisePage(page, number);
      for (const size of [sizes.beamer, sizes.projector, { width: 1024, height: 768 }]) {
        await exercise.open('present=1', { size });
        const least = (28 * size.height) / 1080;
        const count = await exercise.stepCount();
        for (let step = 0; step <= count; step += 1) {
          const where = `step ${step}, ${size.width}`;
          expect(await smallerThan(least, exercise.root), where).toEqual([]);
          expect(await unfitted(page), where).toEqual([]);
          if (step < count) await exercise.press('PageDown');
        }
        const spills = await page.evaluate(() => {
          const { scrollWidth, scrollHeight } = document.documentElement;
          return [scrollWidth - innerWidth, scrollHeight - innerHeight];
        });
        expect(spills).toEqual([0, 0]);
      }
      expect((await smallerThan(Infinity, exercise.picture)).length).toBeGreaterThan(0);
    });
  });
}

for (const { number } of [fixture]) {
  test(`${number}: at scale and in code, type is as large`, async ({ page }) => {
    const exercise = new ExercisePage(page, number);
    for (const tab of ['scale', 'code']) {
      await exercise.open(`tab=${tab}&present=1&device=cpu`, { size: sizes.beamer });
      expect(await smallerThan(28, exercise.root), tab).toEqual([]);
      expect(await unfitted(page), tab).toEqual([]);
    }
  });
}

/** Pictures at scale that hold more than one chart: what stands in the link for each. */
const full: readonly (readonly [number: string, query: string])[] = [
  ['2.3', 'size=0.1'],
  ['2.3', 'size=0.1&filter=blur&source=drawing'],
  ['2.3', 'view=digit'],
];

for (const [number, query] of full) {
  test(`${number} at scale, ${query}: presented, all of it fits every projector`, async ({
    page,
  }) => {
    const exercise = new ExercisePage(page, number);
    await exercise.open(`${query}&tab=scale&present=1&device=cpu`);
    for (const size of [sizes.beamer, sizes.projector, { width: 1024, height: 768 }]) {
      await exercise.resize(size);
      const where = `${size.width}`;
      const least = (28 * size.height) / 1080;
      expect(await layoutFaults(page, { least }), where).toEqual([]);
      expect(await unfitted(page), where).toEqual([]);
    }
  });
}

test('a class is asked before the first step and told after the last, then comes At scale', async ({
  page,
}) => {
  const exercise = new ExercisePage(page, fixture.number);
  const hands = exercise.root.getByRole('heading', { name: 'Show of hands' });
  const told = exercise.root.getByText('It is what the solution says it is.');
  await exercise.open('present=1', { size: sizes.projector });
  await expect(hands).toBeVisible();
  await expect(told).toHaveCount(0);
  await exercise.press('PageDown');
  await expect(hands).toHaveCount(0);

  const count = await exercise.stepCount();
  for (let step = 1; step < count; step += 1) await exercise.press('PageDown');
  await exercise.expectPresented(count);
  await exercise.press('PageDown');
  await expect(told).toBeVisible();
  expect(await unfitted(page)).toEqual([]);
  await exercise.press('PageDown');
  expect(exercise.inLink('tab')).toBe('scale');
  await exercise.press('PageDown', 'PageUp');
  expect(exercise.inLink('tab')).toBeNull();
  await expect(told).toBeVisible();
  await exercise.press('PageUp');
  await exercise.expectPresented(count);
  await exercise.press('PageUp');
  await exercise.expectPresented(count - 1);
});

test('a clicker steps on from inside a field, and every given is edited at every step', async ({
  page,
}) => {
  const exercise = new ExercisePage(page, fixture.number);
  await exercise.open('present=1&step=1', { size: sizes.projector });
  const field = exercise.given('x');
  await field.fill('5');
  await exercise.press('Enter', 'PageDown');
  await expect(field).toBeFocused();
  await exercise.expectPresented(2);
  expect(exercise.inLink('x')).toBe('5');
  const blank = exercise.root.locator('.blank');
  await page.keyboard.press('.');
  await expect(blank).toBeVisible();
  await exercise.press('.');
  await expect(blank).toHaveCount(0);
  await exercise.press('End', '.', 'Backspace');
  await expect(blank, 'a point is written where somebody writes').toHaveCount(0);
  await expect(field).toHaveValue('5');
  const strip = exercise.root.getByRole('group', { name: 'Givens' });
  const names = await strip
    .locator('[name]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('name')));
  // All but what changes nothing at these values.
  expect(names).toEqual(['x', 'n', 'v', 'M', 'rule', 'shifted', 'note']);
});

test('a label dragged leaves the focus where it was', async ({ page }) => {
  const exercise = new ExercisePage(page, fixture.number);
  await exercise.open('present=1&step=1', { size: sizes.projector });
  await exercise.picture.focus();
  const label = exercise.root.locator('.strip label.scrub').first();
  const { x, y, width, height } = (await label.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 30, y + height / 2, { steps: 4 });
  await page.mouse.up();
  await exercise.ready();
  expect(exercise.inLink('x')).not.toBeNull();
  await expect(exercise.picture).toBeFocused();
  await label.click();
  await expect(exercise.given('x')).toBeFocused();
});

/** A screenshot that the next one equals: what fades in has done so. */
async function atRest(page: Page): Promise<Buffer> {
  for (let last = await page.screenshot(); ;) {
    const next = await page.screenshot();
    if (next.equals(last)) return next;
    last = next;
  }
}

test('B blanks the screen whole, and any key brings the page back', async ({ page }) => {
  const exercise = new ExercisePage(page, fixture.number);
  await exercise.open('present=1&step=1', { size: sizes.projector });
  // Repainted once, as it will be when it comes back.
  await exercise.press('b', 'PageDown');
  const lit = await atRest(page);
  await page.keyboard.press('b');
  const colours = await page.evaluate(() =>
    [0.01, 0.5, 0.99].flatMap((x) =>
      [0.01, 0.5, 0.99].map((y) => {
        const top = document.elementFromPoint(x * innerWidth, y * innerHeight)!;
        return getComputedStyle(top).backgroundColor;
      }),
    ),
  );
  expect(new Set(colours)).toEqual(new Set(['rgb(0, 0, 0)']));
  expect((await page.screenshot()).equals(lit)).toBe(false);
  await exercise.press('PageDown');
  expect(await exercise.step(), 'the key that lifts the blank does nothing else').toBe(1);
  // Some edges are smoothed another way in some repaints; what is lost is lost in all of them.
  await expect(async () => {
    await exercise.press('b', 'PageDown');
    await expectSame(page, lit, await atRest(page), 'the page is back');
  }).toPass({ timeout: 20_000 });
});

test('a laser pointer follows the mouse while it is on', async ({ page }) => {
  const exercise = new ExercisePage(page, fixture.number);
  await exercise.open('present=1', { size: sizes.projector });
  await page.keyboard.press('l');
  await page.mouse.move(400, 300);
  const dot = exercise.root.locator('.laser');
  await expect.poll(async () => (await dot.boundingBox())!.x + 11).toBeCloseTo(400, 0);
  await page.keyboard.press('l');
  await expect(dot).toHaveCount(0);
});

test('a class votes on an order before the first step: it is dragged, and fits every projector', async ({
  page,
}) => {
  const exercise = new ExercisePage(page, '1.2');
  const order = exercise.root.locator('unfold-order');
  const inOrder = order.getByRole('list', { name: 'In order' });
  for (const size of [sizes.beamer, sizes.projector, { width: 1024, height: 768 }]) {
    await exercise.open('present=1', { size });
    await expect(exercise.root.locator('.picture-stage')).toBeHidden();
    const where = `${size.width}`;
    expect(await smallerThan((28 * size.height) / 1080, exercise.root), where).toEqual([]);
    expect(await unfitted(page), where).toEqual([]);
    const line = order.locator('[data-line="loss"]');
    const [from, to] = [(await line.boundingBox())!, (await inOrder.boundingBox())!];
    await page.mouse.move(from.x + 60, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + 60, to.y + 20, { steps: 5 });
    const held = (await line.boundingBox())!;
    // Where it was taken hold of, although a line in order is taller by its buttons.
    const off = held.y + from.height / 2 - (to.y + 20);
    expect(Math.abs(off), 'it follows the pointer').toBeLessThan(3);
    await page.mouse.up();
    await expect(inOrder.locator('[data-line]')).toHaveCount(1);
    expect(await order.evaluate((list) => (list as HTMLInputElement).value)).toBe('loss');
  }
  await exercise.root.getByRole('button', { name: 'Check' }).click();
  await expect(exercise.root.locator('.answer:has(unfold-order) .verdict')).toBeInViewport();
  expect(await unfitted(page)).toEqual([]);
  await exercise.press('PageDown');
  await expect(order).toBeHidden();
  await exercise.expectPresented(1);
});

test('a presenter’s window says that its exercise did not arrive, and has it once it does', async ({
  page,
  context,
  consoleErrors,
}) => {
  const exercise = new ExercisePage(page, fixture.number);
  await exercise.open('present=1', { size: sizes.projector });
  await context.route('**/assets/scene-*.js', (route) => route.abort());
  const opened = context.waitForEvent('page');
  await page.keyboard.press('n');
  const presenter = await opened;
  await expect(presenter.getByRole('alert')).toHaveText('This exercise could not be opened.');
  expect(consoleErrors.splice(0).length, 'and in the console').toBeGreaterThan(0);
  await context.unroute('**/assets/scene-*.js');
  await presenter.reload();
  await expect(presenter.getByRole('heading', { name: /^On the screen: step 0/ })).toBeVisible();
});

test('the presenter’s window is in step with the one that is projected, both ways', async ({
  page,
  context,
}) => {
  const exercise = new ExercisePage(page, fixture.number);
  await exercise.open('present=1&x=5', { size: sizes.projector });
  // Another window with an exercise is nobody's projector.
  const other = new ExercisePage(await context.newPage(), fixture.number);
  await other.open('step=1');
  await page.bringToFront();
  const opened = context.waitForEvent('page');
  await page.keyboard.press('n');
  const presenter = await opened;
  const heading = presenter.getByRole('heading', { name: /^On the screen/ });
  const count = await exercise.stepCount();
  await expect(heading).toHaveText(`On the screen: step 0 of ${count}`);
  await expect(presenter.getByRole('heading', { name: 'Show of hands' })).toBeVisible();
  await expect(presenter.getByText('It is what the solution says it is.')).toBeVisible();
  expect(await accessibilityFindings(presenter)).toEqual([]);

  await exercise.press('PageDown');
  await expect(heading).toHaveText(`On the screen: step 1 of ${count}`);
  // The same numbers as there.
  const said = await exercise.root.locator('[aria-current="step"] .line').first().innerText();
  await expect(presenter.locator('section .line').first()).toHaveText(said, { useInnerText: true });

  await presenter.getByRole('button', { name: 'Step on' }).click();
  await expect(heading).toHaveText(`On the screen: step 2 of ${count}`);
  await exercise.expectPresented(2);
  await presenter.keyboard.press('PageUp');
  await expect(heading).toHaveText(`On the screen: step 1 of ${count}`);
  await exercise.expectPresented(1);
  await presenter.getByRole('button', { name: 'Blank the screen' }).click();
  await expect(exercise.root.locator('.blank')).toBeVisible();
  await expect(presenter.getByRole('timer')).toHaveText(/^\d+:\d\d$/);
  expect(await other.step()).toBe(1);

  // It finds its window again after that was loaded anew.
  await page.reload();
  await exercise.ready();
  await exercise.press('PageDown');
  await expect(heading).toHaveText(`On the screen: step 2 of ${count}`);
  await presenter.close();
  await other.page.close();
});

test('a presenter’s window that may not open is spoken of, until something else is done', async ({
  page,
}) => {
  const exercise = new ExercisePage(page, fixture.number);
  await exercise.open('present=1', { size: sizes.projector });
  await page.evaluate(() => {
    window.open = () => null;
  });
  await page.keyboard.press('n');
  const alert = exercise.root.getByRole('alert');
  await expect(alert).toContainText('has not opened the presenter’s window');
  await expect(alert).toBeInViewport({ ratio: 1 });
  await exercise.press('PageDown');
  await expect(alert).toHaveCount(0);
});
