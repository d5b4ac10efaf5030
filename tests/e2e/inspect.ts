// What of a page is too small to press, cut off, on top of another, or told too early.
import type { Page } from '@playwright/test';
import { collisions, cutOff } from '../../tools/layout.mjs';
import type { ExercisePage } from './exercise';
import { inPage, twoFrames } from './in-page';
import { smallTextIn } from './type';

/**
 * In the page: controls whose target, with what extends it, is smaller than it should be: 44 px for what is
 * pressed, 36 for fields of text, which stand in sentences and between brackets.
 */
export function smallTargets(): string[] {
  const controls = 'a[href], button, select, input, textarea, [role="slider"], summary';
  const found: string[] = [];
  for (const control of document.querySelectorAll<HTMLElement>(controls)) {
    if (!control.checkVisibility() || control.closest('[aria-hidden="true"], .skip')) continue;
    const label = control.closest('label');
    const target =
      control.matches('[type="checkbox"], [type="radio"], [type="file"]') && label
        ? label
        : control;
    const least = control.matches('input:not([type="checkbox"], [type="radio"]), textarea')
      ? 36
      : 44;
    const box = target.getBoundingClientRect();
    target.scrollIntoView({ block: 'center', inline: 'center' });
    const { left, top, width, height } = target.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    // A pseudo-element around a control is part of it, and counts where it can be hit.
    const hit = (dx: number, dy: number): boolean => {
      const on = document.elementFromPoint(x + dx, y + dy);
      return on !== null && (target.contains(on) || on.closest('label')?.control === control);
    };
    const reach = least / 2 - 1;
    const wide = width >= least - 0.5 || (hit(-reach, 0) && hit(reach, 0));
    const high = height >= least - 0.5 || (hit(0, -reach) && hit(0, reach));
    if (wide && high) continue;
    const name = control.ariaLabel ?? control.textContent?.trim() ?? '';
    found.push(`${name || control.id} ${box.width.toFixed(0)} × ${box.height.toFixed(0)}`);
  }
  return found;
}

/** Everything wrong with how a page is laid out at its present size. */
export function layoutFaults(page: Page, { least = 14, pressed = false } = {}): Promise<string[]> {
  const tools = { twoFrames, smallTextIn, cutOff, collisions, smallTargets };
  return inPage(page, faultsOfLayout, { least, pressed }, tools);
}

interface LayoutTools {
  twoFrames: typeof twoFrames;
  smallTextIn: typeof smallTextIn;
  cutOff: () => string[];
  collisions: () => string[];
  smallTargets: () => string[];
}

async function faultsOfLayout(
  { least, pressed }: { least: number; pressed: boolean },
  tools: LayoutTools,
): Promise<string[]> {
  // From the top: further down a phone shows the picture small, beside the step that is read.
  scrollTo(0, 0);
  await tools.twoFrames();
  return [
    ...tools.smallTextIn(document.body, least),
    ...tools.cutOff(),
    ...tools.collisions(),
    // Last, since it scrolls to each.
    ...(pressed ? tools.smallTargets() : []),
  ];
}

/**
 * Answers that stand in the picture, its caption or the code although no step has revealed them:
 * numbers long enough to be no coincidence, and not among the givens.
 */
export async function leaks(exercise: ExercisePage): Promise<string[]> {
  const { root } = exercise;
  const given = Object.values(await exercise.values()).join(' ');
  const told = await root
    .locator('.picture-stage text, .picture-stage p, .caption, unfold-code pre')
    .evaluateAll((parts) =>
      parts
        .filter((part) => part.checkVisibility({ opacityProperty: true }))
        .map((part) => part.textContent)
        .join(' '),
    );
  const answers = Object.entries(await exercise.answers());
  return answers.flatMap(([name, { text, data }]) => {
    const words = [...text.split(/[,;] /), ...data.split(/[,;]/)];
    const telling = words.filter((word) => /\d/.test(word) && word.length >= 4);
    return telling
      .filter((word) => told.includes(word) && !given.includes(word))
      .map((word) => `${name}: ${word}`);
  });
}

/** In the page: what of a presentation would have to be scrolled to, which a class cannot. */
export function unfittedBoxes(): string[] {
  const boxes =
    'unfold-exercise, .reading, .panel, .picture-stage, unfold-scale, .scale-picture, .strip, .line, unfold-train, .train, .train-board, .fates, unfold-population p';
  return [...document.querySelectorAll<HTMLElement>(boxes)]
    .filter((box) => box.checkVisibility() && !box.matches('.panel-code'))
    .flatMap((box) => {
      const [x, y] = [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight];
      return x > 1 || y > 1 ? [`${box.localName}.${box.className} is ${x}, ${y} px short`] : [];
    });
}

/** In the page: pictures that a wheel over them would scroll before the page. */
export function scrollingPictures(): string[] {
  return [...document.querySelectorAll('.picture-stage, .scale-stage, .scale-picture')]
    .filter((box) => box.checkVisibility() && box.scrollHeight > box.clientHeight + 1)
    .map((box) => `${box.className}: ${box.scrollHeight} in ${box.clientHeight} px`);
}

export const unfitted = (page: Page): Promise<string[]> => page.evaluate(unfittedBoxes);
