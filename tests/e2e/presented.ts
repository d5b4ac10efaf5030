// A presentation, gone through step by step in the page itself, as fast as it draws.
import type { Page } from '@playwright/test';
import { inPage } from './in-page';
import { unfittedBoxes } from './inspect';
import { smallTextIn } from './type';

interface Tools {
  smallTextIn: typeof smallTextIn;
  unfittedBoxes: typeof unfittedBoxes;
}

/**
 * Presses the key of a clicker `steps` times, and says of each screen, the present one included, what is
 * set smaller than `least` pixels and what would have to be scrolled to, which a class cannot.
 */
export const presentedFaults = (page: Page, steps: number, least: number): Promise<string[]> =>
  inPage(page, walk, { steps, least }, { smallTextIn, unfittedBoxes });

async function walk(
  { steps, least }: { steps: number; least: number },
  { smallTextIn, unfittedBoxes }: Tools,
): Promise<string[]> {
  const exercise = document.querySelector('unfold-exercise')!;
  const faultsOfScreen = (): string[] => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const [x, y] = [scrollWidth - innerWidth, scrollHeight - innerHeight];
    const spill = x === 0 && y === 0 ? [] : [`the page is ${x}, ${y} px off`];
    return [...smallTextIn(exercise, least), ...unfittedBoxes(), ...spill];
  };
  const found: string[] = [];
  for (let gone = 0; ; gone += 1) {
    const step = document.querySelector<HTMLElement>('[aria-current="step"]')?.dataset.step ?? '0';
    found.push(...faultsOfScreen().map((fault) => `step ${step}: ${fault}`));
    if (gone === steps) return found;
    const pressed = { key: 'PageDown', bubbles: true, cancelable: true };
    document.body.dispatchEvent(new KeyboardEvent('keydown', pressed));
    do await new Promise(requestAnimationFrame);
    while (exercise.getAttribute('aria-busy') !== 'false');
    await document.fonts.ready;
  }
}
