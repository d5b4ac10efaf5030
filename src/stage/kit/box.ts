/** A rectangle of the picture, in stage units. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Whether two boxes share more than an edge. */
export const overlaps = (a: Box, b: Box): boolean => overlap(a, b) > 0;

/** The area two boxes share. */
export function overlap(a: Box, b: Box): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > 0 && down > 0 ? across * down : 0;
}

/** Whether `inner` lies in `outer`, to a hair. */
export const contains = (outer: Box, inner: Box, slack = 1e-6): boolean =>
  inner.x >= outer.x - slack &&
  inner.y >= outer.y - slack &&
  inner.x + inner.width <= outer.x + outer.width + slack &&
  inner.y + inner.height <= outer.y + outer.height + slack;

/** Small multiples: equal boxes in rows, as many columns as `narrowest` leaves room for. */
export function tiles(box: Box, count: number, narrowest: number, gap = 16): Box[] {
  const columns = Math.max(1, Math.min(count, Math.floor((box.width + gap) / (narrowest + gap))));
  const rows = Math.ceil(count / columns);
  const width = (box.width - gap * (columns - 1)) / columns;
  const height = (box.height - gap * (rows - 1)) / rows;
  return Array.from({ length: count }, (_, i) => ({
    x: box.x + (i % columns) * (width + gap),
    y: box.y + Math.floor(i / columns) * (height + gap),
    width,
    height,
  }));
}

/** A ridgeline: boxes one below the other, each reaching up into the one before by a share of it. */
export function ridges(box: Box, count: number, reach = 0.5): Box[] {
  const pitch = box.height / (count + reach);
  const height = pitch * (1 + reach);
  return Array.from({ length: count }, (_, i) => ({ ...box, y: box.y + i * pitch, height }));
}
