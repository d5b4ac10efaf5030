/** The list with one item moved to another position; those between close up. */
export const moved = <T>(list: readonly T[], from: number, to: number): T[] =>
  list.toSpliced(from, 1).toSpliced(to, 0, list[from]);

/**
 * Where every item stands on the way from one order to another, as a position that may be a
 * fraction. An item that only one of the two has stays at its position there.
 */
export function positionsBetween<T>(
  before: readonly T[],
  after: readonly T[],
  fraction: number,
): Map<T, number> {
  const [from, to] = [before, after].map((list) => new Map(list.map((item, i) => [item, i])));
  const position = (item: T): number => {
    const [a, b] = [from.get(item), to.get(item)];
    return a === undefined || b === undefined ? (a ?? b ?? 0) : a + (b - a) * fraction;
  };
  return new Map([...new Set([...before, ...after])].map((item) => [item, position(item)]));
}

/** Stands for the items of a list that have no room. */
export const LEFT_OUT = '⋯';

/**
 * The first items of a list, as many as there are rows. One to keep in view stands last where it is
 * further down, behind a mark for what is left out.
 */
export function inView(list: readonly string[], rows: number, keep?: string): string[] {
  const kept = keep === undefined ? -1 : list.indexOf(keep);
  return kept < rows
    ? list.slice(0, rows)
    : [...list.slice(0, Math.max(0, rows - 2)), LEFT_OUT, list[kept]];
}
