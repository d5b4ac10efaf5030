/**
 * Parts are names that formula and picture share: `scores` is a matrix, `scores.1` its row 1,
 * `scores.1.0` a cell. An element names the parts it shows in `data-part`, split by spaces.
 */

/** Whether a part is one of these, or inside one of them. */
export function covered(part: string, by: Iterable<string>): boolean {
  for (const other of by) if (part === other || part.startsWith(`${other}.`)) return true;
  return false;
}

/** Marks with `data-highlighted` every element below `root` that shows one of these parts. */
export function highlightParts(root: ParentNode, parts: Iterable<string>): void {
  const highlighted = [...parts];
  for (const element of root.querySelectorAll<HTMLElement | SVGElement>('[data-part]')) {
    const shows = (element.dataset.part ?? '').split(' ');
    element.toggleAttribute(
      'data-highlighted',
      shows.some((part) => covered(part, highlighted)),
    );
  }
}

/** The parts under the pointer, or none. */
export function partsAt(target: EventTarget | null): string[] {
  const element = target instanceof Element ? target.closest('[data-part]') : null;
  return element?.getAttribute('data-part')?.split(' ') ?? [];
}
