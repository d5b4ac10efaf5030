// What of a page can be read, and how large it is set.
import type { Locator } from '@playwright/test';

/** A piece of text as it is drawn. */
export interface Piece {
  readonly text: string;
  /** Its size on the screen in CSS pixels, whatever scales it. */
  readonly size: number;
  readonly where: string;
}

/**
 * Every visible piece of text below an element that is smaller than `below`, in HTML and in SVG, with
 * the contents of fields. Left out: what only readers of screens meet, and the indices and exponents of
 * formulas, whose size follows the letter they stand at.
 */
export function visibleText(within: Locator, below = Infinity): Promise<Piece[]> {
  return within.evaluate((root, least) => {
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

    const pieces: Piece[] = [];
    const add = (element: Element, text: string): void => {
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * scaleOf(element);
      if (size >= least) return;
      pieces.push({ text: text.trim().slice(0, 40), size, where: nameOf(element) });
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
    return pieces;
  }, below);
}

/** The pieces set smaller than `least`, named so that they can be found. */
export async function smallerThan(least: number, within: Locator): Promise<string[]> {
  const small = await visibleText(within, least - 0.01);
  return [
    ...new Set(small.map(({ text, size, where }) => `${size.toFixed(1)} “${text}” ${where}`)),
  ];
}
