/**
 * Radius and opacity of a marker: small enough that the walkers together cover a tenth of the
 * picture, and where a pixel is the limit, paler instead.
 */
export function markerSize(walkers: number, area: number, unit: number): [number, number] {
  const wanted = Math.sqrt((0.1 * 0.3 * area) / (Math.PI * walkers));
  const radius = Math.min(5 * unit, Math.max(0.9, wanted));
  return [radius, Math.min(0.9, Math.max(0.12, (1.6 * wanted ** 2) / radius ** 2))];
}
