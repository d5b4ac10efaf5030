// What on a page lies on something else: controls, lines of text, formulas, pictures, transport, status.
import type { Page } from '@playwright/test';

/** Pairs of things that are seen at once and share room, as far as a failure needs to name them. */
export function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Box {
      readonly left: number;
      readonly top: number;
      readonly right: number;
      readonly bottom: number;
    }
    interface Thing {
      readonly element: Element;
      readonly name: string;
      readonly box: Box;
      /** What sticks to the window, or hangs over the page, and is meant to lie on it. */
      readonly layer: Element | null;
    }

    const CONTROLS =
      'button, input, select, textarea, summary, unfold-scrubber, a[href], progress, .picture-stage, .scale-stage';
    const UNSEEN = '.sr-only, .katex-mathml, option, dialog';

    const meet = (a: Box, b: Box): Box => ({
      left: Math.max(a.left, b.left),
      top: Math.max(a.top, b.top),
      right: Math.min(a.right, b.right),
      bottom: Math.min(a.bottom, b.bottom),
    });
    const isEmpty = ({ left, top, right, bottom }: Box): boolean =>
      right - left < 1 || bottom - top < 1;

    /** What of a box its ancestors let be seen. */
    const seen = (element: Element, whole: Box): Box => {
      let box = whole;
      for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at);
        if (overflowX === 'visible' && overflowY === 'visible') continue;
        box = meet(box, at.getBoundingClientRect());
      }
      return box;
    };
    const layerOf = (element: Element): Element | null => {
      for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
        if (/sticky|fixed/.test(getComputedStyle(at).position) && !at.matches('unfold-exercise')) {
          return at;
        }
      }
      return null;
    };

    const things: Thing[] = [];
    const add = (element: Element, name: string, whole: Box): void => {
      const box = seen(element, whole);
      if (isEmpty(box)) return;
      things.push({ element, name: name.trim().slice(0, 48), box, layer: layerOf(element) });
    };
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !element.closest(UNSEEN);

    for (const control of document.querySelectorAll(CONTROLS)) {
      if (!isSeen(control)) continue;
      const name = control.getAttribute('aria-label') ?? control.textContent ?? '';
      add(control, `${control.localName} ${name}`, control.getBoundingClientRect());
    }
    for (const formula of document.querySelectorAll('.katex')) {
      if (!isSeen(formula)) continue;
      for (const base of formula.querySelectorAll('.katex-html > .base')) {
        add(formula, `formula ${base.textContent}`, base.getBoundingClientRect());
      }
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement!;
      const text = node.textContent ?? '';
      // Labels of a picture are looked at by themselves, and so is the text of a control.
      if (!text.trim() || !isSeen(element) || element.closest(`.katex, svg, ${CONTROLS}`)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const line of range.getClientRects()) add(element, `“${text}”`, line);
    }

    const found = new Set<string>();
    things.forEach((a, i) => {
      for (const b of things.slice(i + 1)) {
        if (a.element === b.element || a.layer !== b.layer) continue;
        if (a.element.contains(b.element) || b.element.contains(a.element)) continue;
        const both = meet(a.box, b.box);
        const [width, height] = [both.right - both.left, both.bottom - both.top];
        // Lines of text are set closer than their boxes are high.
        const low = Math.min(a.box.bottom - a.box.top, b.box.bottom - b.box.top);
        if (width > 2 && height > Math.max(2, 0.35 * low)) found.add(`${a.name} on ${b.name}`);
      }
    });
    return [...found];
  });
}
