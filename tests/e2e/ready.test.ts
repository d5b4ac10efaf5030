// `aria-busy="false"` means what it says: the picture of that instant is the picture at rest.
import type { Page } from '@playwright/test';
import { ExercisePage } from './exercise';
import { expect, sizes, test } from './fixtures';
import { scenes, scenesAtScale } from './scenes';

/** What was shown at each instant at which the page said it was ready. */
interface Instant {
  readonly after: string;
  readonly shown: string;
}

/**
 * Has the page write down what it shows whenever it says it is ready: markup and the pixels of
 * canvases, in the very task that says so.
 */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const instants: Instant[] = [];
    const pixelsOf = (canvas: HTMLCanvasElement): string => {
      const copy = document.createElement('canvas');
      [copy.width, copy.height] = [canvas.width, canvas.height];
      copy.getContext('2d')!.drawImage(canvas, 0, 0);
      return copy.toDataURL();
    };
    const shown = (): string => {
      const root = document.querySelector('unfold-exercise')!;
      const parts = root.querySelectorAll<HTMLElement>(
        '.picture-stage, .scale-stage, li[data-step]:not([hidden]), output, .status',
      );
      return [...parts]
        .filter((part) => part.checkVisibility())
        .flatMap((part) => [
          part.innerHTML.replaceAll(/<!--.*?-->/g, ''),
          ...[...part.querySelectorAll('canvas')].map(pixelsOf),
        ])
        .join('\n');
    };
    Object.assign(window, { instants, shown });
    new MutationObserver((records) => {
      for (const { target, oldValue } of records) {
        const root = target as HTMLElement;
        const ready = root.getAttribute('aria-busy') === 'false' && oldValue === 'true';
        if (root.localName !== 'unfold-exercise' || !ready) continue;
        instants.push({ after: location.hash, shown: shown() });
      }
    }).observe(document, {
      subtree: true,
      attributeFilter: ['aria-busy'],
      attributeOldValue: true,
    });
  });
}

/** Holds the last instant against what is shown once nothing can be under way any more. */
async function expectAtRest(exercise: ExercisePage, what: string): Promise<void> {
  const { page } = exercise;
  await exercise.ready();
  await page.waitForTimeout(500);
  const [instant, rest] = await page.evaluate(() => {
    const { instants, shown } = window as unknown as {
      instants: Instant[];
      shown: () => string;
    };
    return [instants.splice(0), shown()] as const;
  });
  expect(instant.length, `${what} was announced`).toBeGreaterThan(0);
  const [first] = instant.filter(({ after }) => after === exercise.hash);
  expect(first?.shown === rest, `${what}: drawn when it was said to be`).toBe(true);
}

for (const { number, expected } of scenes) {
  test(`${number}: by hand, ready means drawn`, async ({ page }) => {
    await watch(page);
    const exercise = new ExercisePage(page, number);
    await exercise.open();
    await expectAtRest(exercise, 'opening');
    const screen = await page.screenshot();
    await exercise.press('ArrowRight');
    const stepped = await page.screenshot();
    await expectAtRest(exercise, 'a step');
    expect((await page.screenshot()).equals(stepped)).toBe(true);
    const [name, text] = [...new URLSearchParams(expected.variants[0])][0];
    await exercise.set(name, text);
    await expectAtRest(exercise, 'an edit');
    await exercise.set(name, 'no number');
    await expectAtRest(exercise, 'a fault');
    await exercise.press('r', 'Home');
    await expectAtRest(exercise, 'home');
    expect((await page.screenshot()).equals(screen), 'back where it began').toBe(true);
    await exercise.click('New numbers');
    await expectAtRest(exercise, 'new numbers');
    await exercise.press('p');
    await expectAtRest(exercise, 'presenting');
    await exercise.press('Escape');
    await expectAtRest(exercise, 'leaving');
    await exercise.press('p');
    await page.goBack();
    await expectAtRest(exercise, 'back');
    await page.setViewportSize(sizes.projector);
    await page.waitForTimeout(200);
    await exercise.press('ArrowRight');
    await expectAtRest(exercise, 'another size');
  });
}

for (const { number } of scenesAtScale) {
  test(`${number}: at scale, ready means computed and drawn`, async ({ page }, info) => {
    test.slow();
    await watch(page);
    const exercise = new ExercisePage(page, number);
    await exercise.open('tab=scale&device=cpu');
    await expectAtRest(exercise, 'the CPU');
    if (info.project.name === 'webgpu') {
      await exercise.press('g');
      await expectAtRest(exercise, 'the GPU');
    }
    await exercise.root.getByRole('tab', { name: 'By hand' }).click();
    await expectAtRest(exercise, 'by hand');
    await exercise.root.getByRole('tab', { name: 'At scale' }).click();
    await expectAtRest(exercise, 'at scale again');
  });
}
