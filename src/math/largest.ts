/** Positions of the largest values, the largest first and equal ones in their order, without sorting all. */
export function positionsOfLargest(values: ArrayLike<number>, count: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < values.length; i += 1) {
    if (found.length === count && !(values[i] > values[found[count - 1]])) continue;
    let place = found.length;
    while (place > 0 && values[found[place - 1]] < values[i]) place -= 1;
    found.splice(place, 0, i);
    found.length = Math.min(found.length, count);
  }
  return found;
}
