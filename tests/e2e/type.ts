// What of a page can be read, and how large it is set.
import type { Locator } from '@playwright/test';

/**
 * In the page: every visible piece of text below an element that is set smaller than `least`, in HTML and
 * in SVG, with the contents of fields, named so that it can be found. Sizes are pixels of the screen,
 * whatever scales them. Left out: what only readers of screens meet, and the indices and exponents of
 * formulas, whose size follows the letter they stand at.
 */
export function smallTextIn(root: Element, least: number): string[] {
  const unseen = '.sr-only, .katex-mathml, option, title, [hidden]';
  const index = 'sub, sup, .katex .mtight, tspan.index, tspan[dy], tspan[baseline-shift]';

  /** How much larger the element is drawn than laid out. */
  const scaleOf = (element: Element): number => {
    if (element instanceof SVGGraphicsElement) {
      const matrix = element.getScreenCTM();
      return matrix ? Math.hypot(matrix.a, matrix.b) : 1;
    }
    const box = element.getBoundingClientRect();
    const laid = element instanceof HTMLElement ? element.offsetWidth : 0;
    return laid > 0 && Math.abs(box.width - laid) > 1 ? box.width / laid : 1;
  };
  const nameOf = (element: Element): string => {
    const names: string[] = [];
    for (let at: Element | null = element; at && names.length < 4; at = at.parentElement) {
      names.unshift(at.localName + (at.classList[0] ? `.${at.classList[0]}` : ''));
    }
    return names.join(' > ');
  };

  const found = new Set<string>();
  const add = (element: Element, text: string): void => {
    const size = Number.parseFloat(getComputedStyle(element).fontSize) * scaleOf(element);
    if (size >= least - 0.01) return;
    found.add(`${size.toFixed(1)} “${text.trim().slice(0, 40)}” ${nameOf(element)}`);
  };
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement!;
    const text = node.textContent ?? '';
    if (!/[^\s\u200b]/.test(text) || element.closest(unseen) || element.closest(index)) continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    add(element, text);
  }
  for (const field of root.querySelectorAll('input, textarea, select')) {
    if (!field.checkVisibility() || field.closest(unseen)) continue;
    if (/^(checkbox|radio|range|file|color)$/.test((field as HTMLInputElement).type)) continue;
    add(field, (field as HTMLInputElement).value);
  }
  return [...found];
}

/** The pieces of text set smaller than `least`; all of them where that is infinite. */
export const smallerThan = (least: number, within: Locator): Promise<string[]> =>
  within.evaluate(smallTextIn, least);
