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
  /** A place that water has just reached joins what is beside it. */
  const meet = (place: number, next: number): void => {
    const [a, b] = [lowestOf(place), lowestOf(next)];
    if (a === b) return;
    const [lower, higher] = heights[a] < heights[b] ? [a, b] : [b, a];
    ends(higher, heights[place]);
    towards[higher] = lower;
  };
  for (const place of order) {
    towards[place] = place;
    const [column, row] = [place % side, Math.floor(place / side)];
    const last = side - 1;
    for (let y = Math.max(0, row - 1); y <= Math.min(last, row + 1); y += 1) {
      for (let x = Math.max(0, column - 1); x <= Math.min(last, column + 1); x += 1) {
        const next = y * side + x;
        if (towards[next] >= 0) meet(place, next);
      }
    }
  }
  ends(order[0], heights[order[order.length - 1]]);
  return valleys;
}
