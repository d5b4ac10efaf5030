// One visit an exercise to its At scale tab: on the GPU, on the CPU, the same picture and agreement.
import { accessibilityFindings } from './accessibility';
import { compare } from './compare';
import { ExercisePage } from './exercise';
import { expect, sizes } from './fixtures';
import { layoutFaults, scrollingPictures } from './inspect';
import { test } from './one-page';
import { overlaps } from './overlaps';
import { presentedFaults } from './presented';
import { scenesAtScale } from './scenes';
import { expectPicture } from './shot';

/** Holds what a page at scale reports of itself once it is ready. */
async function expectReport({ root }: ExercisePage, device: 'gpu' | 'cpu'): Promise<void> {
  await expect(root).toHaveAttribute('data-device', device);
  const agreement = root.locator('output[name="agreement"]');
  await expect(agreement).toHaveAttribute('data-value', /^\d/);
  await expect(agreement).toHaveAttribute('data-limit', /^\d/);
  const [difference, limit] = await Promise.all(
    ['data-value', 'data-limit'].map(async (name) => Number(await agreement.getAttribute(name))),
  );
  // Counts are the same everywhere: their limit is 0.
  expect(limit).toBeGreaterThanOrEqual(0);
  expect(difference).toBeGreaterThanOrEqual(0);
  expect(difference).toBeLessThanOrEqual(limit);
  const elapsed = root.locator('output[name="elapsed"]');
  expect(Number(await elapsed.getAttribute('data-value'))).toBeGreaterThan(0);
  await expect(root.locator('.question')).not.toBeEmpty();
  await expect(root.locator('.finding'), 'a finding has numbers').toContainText(/\d/);
  await expect(root.locator('.status')).not.toContainText(/NaN|undefined|Infinity/);
}

/** Holds that on a low screen the page scrolls, not the picture, and nothing lies on anything else. */
async function expectPageScrolls(exercise: ExercisePage): Promise<void> {
  const { page } = exercise;
  await exercise.resize(sizes.projector);
  expect(await page.evaluate(scrollingPictures)).toEqual([]);
  expect(await overlaps(page)).toEqual([]);
}

/** The narrowest screen a class sees. */
const projector = { width: 1024, height: 768 };

/** Holds that a class sees all of it, large enough, on a screen that nobody scrolls. */
async function expectPresented(exercise: ExercisePage): Promise<void> {
  const { page } = exercise;
  // Both before it has drawn either.
  await page.setViewportSize(projector);
  await page.keyboard.press('p');
  await exercise.resize(projector);
  const least = (28 * projector.height) / 1080;
  expect(await layoutFaults(page, { least })).toEqual([]);
  expect(await presentedFaults(page, 0, least)).toEqual([]);
}

for (const { number } of scenesAtScale) {
  test(`${number} at scale`, async ({ page }) => {
    test.slow();
    const exercise = new ExercisePage(page, number);
    await exercise.open('tab=scale&device=gpu', { theme: 'light', size: sizes.laptop });
    await expectReport(exercise, 'gpu');
    await expectPicture(page, `${number}-scale-gpu`);
    // The status takes another line on one device; pictures are compared at one size, without what
    // is a device's own: how long it took, how it rounds.
    const oneSize = await page.addStyleTag({
      content: `.scale-stage { flex: none !important; height: 440px }
        [data-measured], [data-rounding] { visibility: hidden !important }`,
    });
    await exercise.resize(sizes.laptop);
    const onGpu = await exercise.stage.screenshot();
    await exercise.press('g');
    await expectReport(exercise, 'cpu');
    const { share, colours } = await compare(page, onGpu, await exercise.stage.screenshot());
    const measured = exercise.stage.locator('svg.picture > [data-measured]:only-child');
    if ((await measured.count()) > 0) {
      // A picture of nothing but times is hidden whole, and drawn all the same.
      expect(await measured.locator('path, circle').count()).toBeGreaterThan(8);
    } else expect(colours, 'something is drawn').toBeGreaterThan(8);
    expect(share, 'pixels that differ').toBeLessThan(0.005);
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await layoutFaults(page)).toEqual([]);
    await oneSize.evaluate((style) => (style as Element).remove());
    await expectPageScrolls(exercise);
    await exercise.resize(sizes.phone);
    expect(await layoutFaults(page)).toEqual([]);
    await expectPresented(exercise);
  });
}

/** Other pictures that a reader chooses: what stands in the link for each. */
const chosen: readonly (readonly [number: string, given: string, word: string])[] = [
  ['1.4', 'network', 'digits'],
  ['2.3', 'view', 'digit'],
  ['3.5', 'view', 'cliff'],
  ['4.2', 'view', 'text'],
  ['12.3', 'view', 'text'],
];

for (const [number, given, word] of chosen) {
  test(`${number} at scale, ${given} ${word}`, async ({ page }) => {
    const exercise = new ExercisePage(page, number);
    const opening = { theme: 'light', size: sizes.laptop } as const;
    await exercise.open(`${given}=${word}&tab=scale&device=cpu`, opening);
    await expectReport(exercise, 'cpu');
    await expectPicture(page, `${number}-scale-${word}`);
    expect(await layoutFaults(page)).toEqual([]);
    await expectPageScrolls(exercise);
    await expectPresented(exercise);
  });
}
