/**
 * The gain at which the last layer has this mean square, between measured gains by straight lines
 * between logarithms; nothing where none of them comes to it.
 */
export function gainFor(
  square: number,
  gains: readonly number[],
  last: readonly number[],
): number | undefined {
  const wanted = Math.log(square);
  for (let i = 1; i < gains.length; i += 1) {
    const [low, high] = [Math.log(last[i - 1]), Math.log(last[i])];
    if (!Number.isFinite(low) || !Number.isFinite(high)) continue;
    if (low < wanted && wanted <= high) {
      const share = (wanted - low) / (high - low);
      return gains[i - 1] * (gains[i] / gains[i - 1]) ** share;
    }
  }
  return undefined;
}
