// What of a page is too small to press, cut off, on top of another, or told too early.
import type { Page } from '@playwright/test';
import type { ExercisePage } from './exercise';
import { smallerThan } from './type';

/**
 * Controls whose target, with what extends it, is smaller than it should be: 44 px for what is
 * pressed, 36 for fields of text, which stand in sentences and between brackets.
 */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = 'a[href], button, select, input, textarea, [role="slider"], summary';
    const found: string[] = [];
    for (const control of document.querySelectorAll<HTMLElement>(controls)) {
      if (!control.checkVisibility() || control.closest('[aria-hidden="true"], .skip')) continue;
      const label = control.closest('label');
      const target = control.matches('[type="checkbox"], [type="file"]') && label ? label : control;
      const least = control.matches('input:not([type="checkbox"]), textarea') ? 36 : 44;
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
  });
}

/** What is wider or higher than the room it stands in and cannot be scrolled to. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const sideways = document.documentElement.scrollWidth - innerWidth;
    if (sideways > 0) found.push(`the page is ${sideways} px too wide`);
    for (const element of document.querySelectorAll<HTMLElement>('main *, header *')) {
      if (!element.checkVisibility() || element.closest('.sr-only, .katex, svg')) continue;
      const style = getComputedStyle(element);
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      const overX = element.scrollWidth - element.clientWidth;
      const overY = element.scrollHeight - element.clientHeight;
      const [x, y] = [hides(style.overflowX) && overX > 1, hides(style.overflowY) && overY > 1];
      if (!x && !y) continue;
      // What is only for readers of screens has no room; a trail of crumbs may end in an ellipsis,
      // since the heading says it in full; a field is scrolled by its caret.
      const exempt = element.clientWidth <= 1 || element.matches('nav > *, input');
      if (exempt) continue;
      found.push(`${element.localName}.${element.className} hides ${x ? overX : overY} px`);
    }
    // Text that a picture draws beyond its own edge.
    for (const svg of document.querySelectorAll('main svg')) {
      const edge = svg.getBoundingClientRect();
      for (const text of svg.querySelectorAll('text')) {
        if (!text.checkVisibility({ opacityProperty: true }) || !text.textContent?.trim()) continue;
        const box = text.getBoundingClientRect();
        const out = Math.max(
          edge.left - box.left,
          box.right - edge.right,
          edge.top - box.top,
          box.bottom - edge.bottom,
        );
        if (out > 3) found.push(`“${text.textContent.trim()}” is ${out.toFixed(0)} px out`);
      }
    }
    return found;
  });
}

/** Labels of a picture that lie on each other. */
export function collisions(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = [...document.querySelectorAll<SVGTextElement>('.panel:not([hidden]) svg text')]
      .filter((text) => text.textContent?.trim() && text.checkVisibility({ opacityProperty: true }))
      .filter((text) => {
        for (let at: Element | null = text; at instanceof SVGElement; at = at.parentElement) {
          if (Number(getComputedStyle(at).opacity) < 0.2) return false;
        }
        return true;
      })
      .map((text) => ({ text: text.textContent.trim(), box: text.getBoundingClientRect() }));
    const found: string[] = [];
    texts.forEach((a, i) => {
      for (const b of texts.slice(i + 1)) {
        const x = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const y = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        const height = Math.min(a.box.height, b.box.height);
        if (x > 2 && y > 0.35 * height) found.push(`“${a.text}” on “${b.text}”`);
      }
    });
    return found;
  });
}

/** Everything wrong with how a page is laid out at its present size. */
export async function layoutFaults(page: Page, { least = 14, pressed = false } = {}) {
  return [
    ...(await smallerThan(least, page.locator('body'))),
    ...(await cutOff(page)),
    ...(await collisions(page)),
    ...(pressed ? await smallTargets(page) : []),
  ];
}

/** How far the page reaches beyond the window, in pixels: what a projector would have to scroll. */
export const spill = (page: Page): Promise<readonly [number, number]> =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return [scrollWidth - innerWidth, scrollHeight - innerHeight] as const;
  });

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
