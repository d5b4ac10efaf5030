// What is wrong with where things stand on a page, by functions that run in it and so use nothing from
// around them.

/**
 * What is wider or higher than the room it stands in and cannot be scrolled to.
 * @returns {string[]}
 */
export function cutOff() {
  /** @type {string[]} */
  const found = [];
  const sideways = document.documentElement.scrollWidth - innerWidth;
  if (sideways > 0) found.push(`the page is ${sideways} px too wide`);
  for (const element of document.querySelectorAll('main *, header *')) {
    if (!(element instanceof HTMLElement)) continue;
    if (!element.checkVisibility() || element.closest('.sr-only, .katex, .cm-editor, svg'))
      continue;
    const style = getComputedStyle(element);
    const hides = (/** @type {string} */ overflow) => overflow === 'hidden' || overflow === 'clip';
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
}

/**
 * Labels of a picture that lie on each other.
 * @returns {string[]}
 */
export function collisions() {
  const texts = [...document.querySelectorAll('.panel:not([hidden]) svg text')]
    .filter((text) => text.textContent?.trim() && text.checkVisibility({ opacityProperty: true }))
    .filter((text) => {
      for (
        let at = /** @type {Element | null} */ (text);
        at instanceof SVGElement;
        at = at.parentElement
      ) {
        if (Number(getComputedStyle(at).opacity) < 0.2) return false;
      }
      return true;
    })
    .map((text) => ({ text: text.textContent.trim(), box: text.getBoundingClientRect() }));
  /** @type {string[]} */
  const found = [];
  texts.forEach((a, i) => {
    for (const b of texts.slice(i + 1)) {
      const x = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const y = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      const height = Math.min(a.box.height, b.box.height);
      if (x > 2 && y > 0.35 * height) found.push(`“${a.text}” on “${b.text}”`);
    }
  });
  return found;
}
