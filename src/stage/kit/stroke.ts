/** A cell of a grid: its row and its column. */
export type CellAt = readonly [i: number, j: number];

/** The cells from one to another in a straight line, without the first: a quick stroke leaves no gaps. */
export function stroke([i, j]: CellAt, [k, l]: CellAt): CellAt[] {
  const steps = Math.max(Math.abs(k - i), Math.abs(l - j));
  return Array.from({ length: steps }, (_, n) => {
    const share = (n + 1) / steps;
    return [Math.round(i + (k - i) * share), Math.round(j + (l - j) * share)];
  });
}
