/** A column of a histogram. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Count divided by how many there are and by the width: bins of a curve's own kind. */
  readonly density: number;
}

/** How many of these numbers fall into each of `count` equal columns; what lies outside is left out. */
export function binned(
  numbers: ArrayLike<number>,
  [low, high]: readonly [number, number],
  count: number,
): Bin[] {
  const width = (high - low) / count;
  const counts = new Array<number>(count).fill(0);
  for (let i = 0; i < numbers.length; i += 1) {
    const x = numbers[i];
    // The last column has its upper end too.
    if (x >= low && x <= high) counts[Math.min(count - 1, Math.floor((x - low) / width))] += 1;
  }
  return counts.map((n, i) => ({
    from: low + i * width,
    to: low + (i + 1) * width,
    count: n,
    density: n / (numbers.length * width || 1),
  }));
}
