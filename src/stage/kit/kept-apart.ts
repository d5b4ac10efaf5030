/** Positions moved as little as keeps them `gap` apart between two ends, in the order they had. */
export function keptApart(
  positions: readonly number[],
  gap: number,
  [low, high]: readonly [number, number],
): number[] {
  const order = positions.map((_, i) => i).sort((a, b) => positions[a] - positions[b]);
  const kept = [...positions];
  let free = low;
  for (const i of order) {
    kept[i] = Math.max(kept[i], free);
    free = kept[i] + gap;
  }
  free = high;
  for (const i of order.toReversed()) {
    kept[i] = Math.min(kept[i], free);
    free = kept[i] - gap;
  }
  return kept;
}
