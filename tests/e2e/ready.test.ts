// `aria-busy="false"` means what it says: the picture of that instant is the picture at rest.
import type { Page } from '@playwright/test';
import { expectSame } from './compare';
import { ExercisePage } from './exercise';
import { expect, sizes, test } from './fixtures';
import { fixture } from './scenes';

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
      // What the GPU drew can be read back only until it is shown; the screen is compared too.
      if (!canvas.getContext('2d')) return 'drawn by the GPU';
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
          part.innerHTML.replaceAll(/<!--.*?-->| style=""/g, ''),
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

/** Where two long texts part, in few words; "" where they are equal. */
function firstDifference(one: string, other: string): string {
  if (one === other) return '';
  const at = [...one].findIndex((char, i) => char !== other[i]);
  const excerpt = (text: string) => text.slice(Math.max(0, at - 60), at + 100);
  return `${excerpt(one)}\n… and then …\n${excerpt(other)}`;
}

/** Holds the first instant of a state against what is shown once nothing can be under way. */
async function expectAtRest(exercise: ExercisePage, what: string): Promise<void> {
  const { page } = exercise;
  await exercise.ready();
  const screen = await page.screenshot();
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
  expect(firstDifference(first?.shown ?? '', rest), `${what}: drawn when it was said`).toBe('');
  await expectSame(page, screen, await page.screenshot(), `${what}: on the screen too`);
}

for (const { number, expected } of [fixture]) {
  test(`${number}: by hand, ready means drawn`, { tag: '@cpu' }, async ({ page }) => {
    await watch(page);
    const exercise = new ExercisePage(page, number);
    await exercise.open();
    await expectAtRest(exercise, 'opening');
    const screen = await page.screenshot();
    await exercise.press('ArrowRight');
    await expectAtRest(exercise, 'a step');
    const [name, text] = [...new URLSearchParams(expected.variants![0])][0];
    await exercise.set(name, text);
    await expectAtRest(exercise, 'an edit');
    await exercise.set(name, 'no number');
    await expectAtRest(exercise, 'a fault');
    await exercise.press('r', 'Home');
    await expectAtRest(exercise, 'home');
    // A step that was unfolded was scrolled into view.
    await exercise.root.locator('.reading').evaluate((column) => column.scrollTo(0, 0));
    await expectSame(page, screen, await page.screenshot(), 'back where it began');
    await exercise.click('New numbers');
    await expectAtRest(exercise, 'new numbers');
    await exercise.press('p');
    await expectAtRest(exercise, 'presenting');
    await exercise.press('Escape');
    await expectAtRest(exercise, 'leaving');
    await exercise.press('p');
    await page.goBack();
    await expectAtRest(exercise, 'back');
    await exercise.resize(sizes.projector);
    await exercise.press('ArrowRight');
    await expectAtRest(exercise, 'another size');
  });
}

for (const { number } of [fixture]) {
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
