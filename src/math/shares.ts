import type { Vector } from './value';

/** Shares at a common number of decimals; a row that sums to 1 does so as rounded, too. */
export function roundedShares(row: Vector, decimals: number): number[] {
  const unit = 10 ** decimals;
  const total = row.reduce((sum, share) => sum + share, 0);
  const whole = row.every((share) => share >= 0) && Math.abs(total - 1) <= 1e-9;
  if (!whole) return row.map((x) => Number(x.toFixed(decimals)));

  // Largest remainders: every share gets its whole units, and what is left goes to the largest rests.
  // A share within round-off of a whole unit has all of it.
  const units = row.map((share) => Math.floor(share * unit + 1e-6));
  const rest = row.map((share, i) => share * unit - units[i]);
  const left = unit - units.reduce((sum, count) => sum + count, 0);
  const order = row.map((_, i) => i).sort((a, b) => rest[b] - rest[a]);
  for (const i of order.slice(0, left)) units[i] += 1;
  return units.map((count) => count / unit);
}

/** Shares as text. What is not quite 0 or 1 says so: `<0.001`, `>0.999`. */
export function showShares(row: Vector, decimals: number): string[] {
  const least = (10 ** -decimals).toFixed(decimals);
  const most = (1 - 10 ** -decimals).toFixed(decimals);
  return roundedShares(row, decimals).map((rounded, i) => {
    if (rounded === 0 && row[i] > 0) return `<${least}`;
    if (rounded === 1 && row[i] < 1) return `>${most}`;
    return rounded.toFixed(decimals);
  });
}
