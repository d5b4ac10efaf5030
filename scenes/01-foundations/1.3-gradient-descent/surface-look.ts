import { ramps, showShort } from '../../../src/author';
import type { Square } from './surfaces';

/**
 * Radius and opacity of a marker: small enough that the walkers together cover a tenth of the
 * picture, and where a pixel is the limit, paler instead.
 */
export function markerSize(walkers: number, area: number, unit: number): [number, number] {
  const wanted = Math.sqrt((0.1 * 0.3 * area) / (Math.PI * walkers));
  const radius = Math.min(5 * unit, Math.max(0.9, wanted));
  return [radius, Math.min(0.9, Math.max(0.12, (1.6 * wanted ** 2) / radius ** 2))];
}

/** The names and ends of the two axes, along the edges that face the camera. */
export function edgeLabels({ left, right, bottom, top }: Square, azimuth: number) {
  const x = Math.sin(azimuth) > 0 ? right : left;
  const y = Math.cos(azimuth) > 0 ? bottom : top;
  const out = 0.05;
  const outX = x + (x === right ? out : -out) * (right - left);
  const outY = y + (y === top ? out : -out) * (top - bottom);
  const along = (part: number, from: number, to: number): number => from + part * (to - from);
  return [
    { text: 'x', x: along(0.5, left, right), y: outY, height: 0 },
    { text: showShort(left), x: along(0.03, left, right), y: outY, height: 0 },
    { text: showShort(right), x: along(0.97, left, right), y: outY, height: 0 },
    { text: 'y', x: outX, y: along(0.5, bottom, top), height: 0 },
    { text: showShort(bottom), x: outX, y: along(0.03, bottom, top), height: 0 },
    { text: showShort(top), x: outX, y: along(0.97, bottom, top), height: 0 },
  ];
}

const [lightTable, darkTable] = [false, true].map((on) =>
  ramps(on).sequential.table.map((colour) => `rgb(${colour.join(',')})`),
);
const light = { low: lightTable[2], middle: lightTable[1], high: '#efece3', line: '#1a1c20' };
const dark = { low: darkTable[2], middle: darkTable[1], high: '#262b33', line: '#0d0f12' };

/** Colours of the surface plot on this page. */
export const surfaceColours = (onDark: boolean) => (onDark ? dark : light);
