/** Directions of the arrow keys on the screen. */
const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/**
 * The element an arrow key leads to: the nearest one lying in that direction from `from`, counting
 * what lies off to the side double. Without a `from` it is the first.
 */
export function neighbour<E extends Element>(
  elements: readonly E[],
  from: E | undefined,
  key: string,
): E | undefined {
  const direction = directions[key];
  if (!direction) return undefined;
  if (!from) return elements[0];
  const [dx, dy] = direction;
  const [x, y] = centre(from);
  let best: E | undefined;
  let least = Infinity;
  for (const element of elements) {
    const [ex, ey] = centre(element);
    const along = (ex - x) * dx + (ey - y) * dy;
    const aside = Math.abs((ex - x) * dy) + Math.abs((ey - y) * dx);
    const distance = along + 2 * aside;
    if (along > 1 && distance < least) [best, least] = [element, distance];
  }
  return best;
}

function centre(element: Element): [number, number] {
  const box = element.getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
}
