// One visit an exercise, for what only a page can show: opened once, stepped, solved, resized and
// re-themed in place, read by axe, photographed. What is the template's is tried on the fixture.
import { weigher } from '../../tools/measure/weight.mjs';
import { accessibilityFindings } from './accessibility';
import { expectWithinBudget } from './budgets';
import { ExercisePage } from './exercise';
import { expect, sizes } from './fixtures';
import { layoutFaults, leaks } from './inspect';
import { test } from './one-page';
import { presentedFaults } from './presented';
import { scenes } from './scenes';
import { expectPicture } from './shot';

/** Screens a class sees. */
const projectors = [{ width: 1024, height: 768 }, sizes.projector, sizes.beamer];

/** What has been weighed: one build is served throughout. */
const files = new Map<string, Promise<number>>();

scenes.forEach(({ number, expected }, index) => {
  test(`${number} by hand`, async ({ page }) => {
    test.slow();
    const exercise = new ExercisePage(page, number);
    const { root } = exercise;
    const weighed = weigher(page.context(), files);
    await exercise.open('', { theme: 'light', size: sizes.laptop });

    // Folded: nothing leaks, and every answer is what the exercise states.
    expect(await leaks(exercise), 'told before a step reveals it').toEqual([]);
    expect(await exercise.asWritten(expected.answers)).toEqual(expected.answers);
    await expectPicture(page, `${number}-learner`);
    await page.waitForLoadState('networkidle');
    expectWithinBudget(await weighed());

    // Every step lights what it speaks of.
    const count = await exercise.stepCount();
    const faults: Record<string, readonly string[]> = {};
    const note = (where: string, found: readonly string[]): void => {
      if (found.length > 0) faults[where] = [...(faults[where] ?? []), ...found];
    };
    for (let step = 1; step <= count; step += 1) {
      await exercise.press('ArrowRight');
      const lit = root.locator('.picture-stage [data-highlighted]');
      expect(await lit.count(), `step ${step} lights nothing`).toBeGreaterThan(0);
      note(`step ${step}`, await layoutFaults(page));
    }
    await exercise.expectStep(count);
    note('axe', await accessibilityFindings(page));
    await expectPicture(page, `${number}-end`);

    // Other sizes and colours, in place.
    const markup = await exercise.markup();
    await page.emulateMedia({ colorScheme: 'dark' });
    await exercise.ready();
    expect(await exercise.markup(), 'the dark changes nothing but colours').toBe(markup);
    note('axe, dark', await accessibilityFindings(page, { onlyColour: true }));
    if (index % 2 === 0) await expectPicture(page, `${number}-dark`);
    await page.emulateMedia({ colorScheme: 'light' });
    await exercise.resize(sizes.phone);
    note('phone', await layoutFaults(page, { pressed: true }));
    if (index % 2 === 1) await expectPicture(page, `${number}-phone`, { fullPage: true });

    // In front of a class: all steps on three screens, without scrolling.
    await exercise.resize(sizes.projector);
    await exercise.press('p');
    for (const size of projectors) {
      await exercise.press('Home');
      await exercise.resize(size);
      const where = `presented at ${size.width}`;
      const least = (28 * size.height) / 1080;
      const middle = Math.ceil(count / 2);
      note(where, await presentedFaults(page, middle, least));
      await exercise.expectPresented(middle);
      if (size === sizes.projector) await expectPicture(page, `${number}-presenting`);
      note(where, await presentedFaults(page, count - middle, least));
      await exercise.expectPresented(count);
    }
    expect(faults).toEqual({});
  });
});
