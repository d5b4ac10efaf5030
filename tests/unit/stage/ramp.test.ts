import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { colourAt, cssColourAt, ramps, type Ramp, type Rgb } from '../../../src/stage/ramp';

/** Relative luminance, as WCAG defines it. */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** What the common kinds of colour blindness leave of a colour: Machado et al., 2009, severity 1. */
const blindness: Record<string, readonly Rgb[]> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

const seen = (matrix: readonly Rgb[], colour: Rgb): number[] =>
  matrix.map((row) => row.reduce((sum, weight, i) => sum + weight * colour[i], 0));

const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.hypot(...a.map((value, i) => value - b[i]));

const at = (ramp: Ramp, part: number): Rgb => colourAt(ramp, part, [0, 1]);
const parts = Array.from({ length: 21 }, (_, i) => i / 20);

describe.each([
  ['light', false],
  ['dark', true],
])('%s ramps', (_, dark) => {
  const { diverging, sequential, categorical } = ramps(dark);
  const away = dark ? 1 : -1;

  test('sizes grow away from the page, step by step', () => {
    const lights = parts.map((part) => luminance(at(sequential, part)) * away);
    expect(lights).toEqual([...lights].sort((a, b) => a - b));
    expect(Math.abs(lights[20] - lights[0])).toBeGreaterThan(0.5);
  });

  test('signed numbers grow away from the page on both sides, equally far', () => {
    const lights = parts.map((part) => luminance(at(diverging, part)) * away);
    const rising = [...lights].sort((a, b) => a - b);
    expect(lights.slice(10)).toEqual([...lights.slice(10)].sort((a, b) => a - b));
    expect(lights.slice(0, 11).reverse()).toEqual([...lights.slice(0, 11)].sort((a, b) => a - b));
    expect(lights[10]).toBe(rising[0]);
    expect(Math.abs(lights[0] - lights[20])).toBeLessThan(0.1);
  });

  test.each(Object.entries(blindness))('signs are told apart under %s', (_, matrix) => {
    for (const part of [0, 0.15, 0.3]) {
      const [below, above] = [at(diverging, part), at(diverging, 1 - part)];
      expect(distance(seen(matrix, below), seen(matrix, above))).toBeGreaterThan(60);
    }
  });

  test.each(Object.entries(blindness))('kinds are told apart under %s', (_, matrix) => {
    const { table } = categorical;
    expect(table).toHaveLength(8);
    table.forEach((colour, i) =>
      table.slice(i + 1).forEach((other) => {
        expect(distance(seen(matrix, colour), seen(matrix, other))).toBeGreaterThan(45);
      }),
    );
  });
});

describe('a colour', () => {
  const { diverging, categorical } = ramps(false);

  test('beyond the domain is that of its end', () => {
    expect(colourAt(diverging, -9, [-1, 1])).toEqual(diverging.table[0]);
    expect(colourAt(diverging, 9, [-1, 1])).toEqual(diverging.table.at(-1));
  });

  test('between two of the table is mixed, and kinds are not', () => {
    const [a, b] = [diverging.table[3], diverging.table[4]];
    const half = a.map((value, i) => (value + b[i]) / 2);
    expect(colourAt(diverging, 0.5 / 3, [-1, 1])).toEqual(
      half.map((x) => expect.closeTo(x, 6) as number),
    );
    expect(categorical.table).toContain(colourAt(categorical, 2.5, [0, 8]));
    expect(colourAt(categorical, 7, [0, 8])).toBe(categorical.table[7]);
  });

  test('is written for CSS in whole numbers', () => {
    expect(cssColourAt(diverging, 0, [-1, 1])).toBe('rgb(251 250 246)');
  });
});

/** The colours of a theme by name, as src/ui/styles/theme.css has them: light first, then dark. */
const themes = readFileSync(new URL('../../../src/ui/styles/theme.css', import.meta.url), 'utf8')
  .split('color-scheme: dark')
  .map((css) => [...css.matchAll(/--((?:role|ramp)-\w+): (#\w{6})/g)])
  .filter((colours) => colours.length > 0);

function hueOf(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));
  return ((Math.atan2(Math.sqrt(3) * (g - b), 2 * r - g - b) * 180) / Math.PI + 360) % 360;
}

test.each(themes)('the hues of signed numbers are no role’s', (...names) => {
  const hues = names.map(([, name, hex]) => [name, hueOf(hex)] as const);
  const roles = hues.filter(([name]) => name.startsWith('role-'));
  expect(roles).toHaveLength(5);
  for (const [, sign] of hues.filter(([name]) => /negative|positive/.test(name))) {
    for (const [, role] of roles) {
      expect(Math.abs(((sign - role + 540) % 360) - 180)).toBeGreaterThan(20);
    }
  }
});
