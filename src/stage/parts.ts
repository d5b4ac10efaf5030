/**
 * Parts are names that formula and picture share: `scores` is a matrix, `scores.1` its row 1,
 * `scores.1.0` a cell. An element names the parts it shows in `data-part`, split by spaces.
 */

/** Whether a part is one of these, or inside one of them. */
export function covered(part: string, by: Iterable<string>): boolean {
  for (const other of by) if (part === other || part.startsWith(`${other}.`)) return true;
  return false;
}

/** Marks with an attribute every element below `root` that shows one of these parts. */
export function markParts(root: ParentNode, attribute: string, parts: Iterable<string>): void {
  const wanted = [...parts];
  // An element may have shown a part, been marked, and show none any more.
  const selector = `[data-part], [${attribute}]`;
  for (const element of root.querySelectorAll<HTMLElement | SVGElement>(selector)) {
    const shows = (element.dataset.part ?? '').split(' ');
    element.toggleAttribute(
      attribute,
      shows.some((part) => covered(part, wanted)),
    );
  }
}

/** Outlines every element below `root` that shows one of these parts. */
export const highlightParts = (root: ParentNode, parts: Iterable<string>): void =>
  markParts(root, 'data-highlighted', parts);

/** The parts under the pointer, or none. */
export function partsAt(target: EventTarget | null): string[] {
  const element = target instanceof Element ? target.closest('[data-part]') : null;
  return element?.getAttribute('data-part')?.split(' ') ?? [];
}
