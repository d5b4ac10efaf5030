/** A place that is lower than what is around it, and how far one has to climb to leave it for a lower one. */
export interface Valley {
  readonly place: number;
  readonly depth: number;
}

/**
 * The valleys of a grid, by what is left when water rises in it: two lakes that meet become one, and the
 * shallower has shown its depth (its persistence: Edelsbrunner, Letscher and Zomorodian, “Topological
 * persistence and simplification”, 2002). The lowest valley of all is as deep as the grid is high. Those
 * that are lowest at the edge go on beyond it, and are left out.
 */
export function valleysOf(heights: ArrayLike<number>, side: number): Valley[] {
  const order = Array.from({ length: side * side }, (_, i) => i);
  order.sort((a, b) => heights[a] - heights[b]);
  /** For each place under water one that is nearer to the lowest place of its lake, which has itself. */
  const towards = new Int32Array(side * side).fill(-1);
  const lowestOf = (place: number): number => {
    while (towards[place] !== place) place = towards[place] = towards[towards[place]];
    return place;
  };
  const valleys: Valley[] = [];
  const ends = (place: number, level: number): void => {
    const [column, row] = [place % side, Math.floor(place / side)];
    const inside = Math.min(column, row) > 0 && Math.max(column, row) < side - 1;
    if (inside && level > heights[place]) valleys.push({ place, depth: level - heights[place] });
  };
  for (const place of order) {
    towards[place] = place;
    for (const next of around(place, side)) {
      if (towards[next] < 0) continue;
      const [a, b] = [lowestOf(place), lowestOf(next)];
      if (a === b) continue;
      const [lower, higher] = heights[a] < heights[b] ? [a, b] : [b, a];
      ends(higher, heights[place]);
      towards[higher] = lower;
    }
  }
  ends(order[0], heights[order[order.length - 1]]);
  return valleys;
}

/** The places beside one, across corners as well. */
function around(place: number, side: number): number[] {
  const [column, row] = [place % side, Math.floor(place / side)];
  const near = (at: number): number[] => [at - 1, at, at + 1].filter((x) => x >= 0 && x < side);
  return near(row).flatMap((y) => near(column).map((x) => y * side + x));
}
