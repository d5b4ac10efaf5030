// What every end-to-end test starts from. One that changes its browser (a script before the page's own, a
// device taken away) imports `test` from here, all others from './one-page'.
import { test as base, expect } from '@playwright/test';
import type { ConsoleMessage, Page, WebError } from '@playwright/test';
import { between } from './between';
import { hideGpu } from './gpu';
import type { GpuSeen } from './gpu';
import { sizes } from './sizes';
import type { Size } from './sizes';

export { expect, sizes };

export interface Fixtures {
  /**
   * What was written to the console as an error, or thrown and not caught, on any page of the test.
   * A test fails when anything is left in it; one that provokes an error takes it out.
   */
  consoleErrors: string[];
}

export const test = base.extend<Fixtures>({
  consoleErrors: [
    async ({ context }, use) => {
      const errors: string[] = [];
      const onConsole = (message: ConsoleMessage): void => {
        if (message.type() !== 'error') return;
        const { url, lineNumber } = message.location();
        errors.push(`${message.text()} (${url}:${lineNumber})`);
      };
      const onError = (webError: WebError): void => {
        const error = webError.error();
        errors.push(error.stack ?? error.message);
      };
      context.on('console', onConsole).on('weberror', onError);
      await use(errors);
      context.off('console', onConsole).off('weberror', onError);
      expect(errors, 'a page that works writes no error to the console').toEqual([]);
    },
    { auto: true },
  ],
});

export interface Opening {
  theme?: 'light' | 'dark';
  size?: Size;
  /** Less than the browser has: "absent" (no navigator.gpu) or "no adapter". */
  gpu?: GpuSeen;
}

/** What says that a page is ready: the exercise or the training if there is one, else the app. */
const roots = 'unfold-exercise, unfold-train, unfold-app';

/** Shorter than a test's own time, so that a page which never is ready is named as the reason. */
const slowestOpening = 30_000;

/** Waits until what the link asks for is drawn, in the fonts it is meant to be drawn in. */
export async function ready(page: Page, root = roots): Promise<void> {
  await page.locator(`:is(${root})[aria-busy="false"]`).first().waitFor({
    state: 'attached',
    timeout: slowestOpening,
  });
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
}

/** Opens the built app at a link such as "#/4.2?step=3", from nothing, and waits until it is ready. */
export async function open(page: Page, hash = '#/', opening: Opening = {}): Promise<void> {
  if (opening.theme) await page.emulateMedia({ colorScheme: opening.theme });
  if (opening.size) await page.setViewportSize(opening.size);
  if (opening.gpu) await hideGpu(page, opening.gpu);
  // From the app to the app only the hash would change, and the page would not start anew.
  const isApp = page.url() !== 'about:blank' && !page.url().endsWith(between);
  if (isApp) await page.goto(`./${between}`);
  await page.goto(`./${hash}`);
  await ready(page);
}
