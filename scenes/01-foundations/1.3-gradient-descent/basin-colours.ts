import { ramps, type Ramp, type Rgb } from '../../../src/author';

/** Shades of a basin, from the soonest arrival to the latest. */
const SHADES = 64;

const themes = {
  light: {
    paper: [255, 255, 255],
    ink: [26, 28, 32],
    diverged: [86, 91, 100],
    open: [255, 255, 255],
  },
  dark: {
    paper: [236, 234, 228],
    ink: [21, 23, 27],
    diverged: [169, 174, 184],
    open: [27, 30, 36],
  },
} as const satisfies Record<string, Record<string, Rgb>>;

const mix = (a: Rgb, b: Rgb, part: number): Rgb => [
  a[0] + (b[0] - a[0]) * part,
  a[1] + (b[1] - a[1]) * part,
  a[2] + (b[2] - a[2]) * part,
];

const known = new Map<string, Ramp>();

/**
 * Colours of the kernel's `shade` over the domain from −2 to the number of basins: first those that
 * have diverged, then those under way, then basin by basin, each from light to dark.
 */
export function basinRamp(count: number, dark: boolean): Ramp {
  const name = `${count} ${dark ? 'dark' : 'light'}`;
  let ramp = known.get(name);
  if (!ramp) {
    const { paper, ink, diverged, open } = themes[dark ? 'dark' : 'light'];
    const { categorical } = ramps(dark);
    const flat = (colour: Rgb): Rgb[] => new Array<Rgb>(SHADES).fill(colour);
    const basins = Array.from({ length: count }, (_, k) =>
      Array.from({ length: SHADES }, (__, i): Rgb => {
        const part = i / (SHADES - 1);
        const colour = categorical.table[k % 8];
        return part < 0.5
          ? mix(paper, colour, 0.35 + 1.3 * part)
          : mix(colour, ink, 1.5 * part - 0.75);
      }),
    );
    ramp = {
      table: [...flat(diverged), ...flat(open), ...basins.flat()],
      smooth: false,
      special: categorical.special,
    };
    known.set(name, ramp);
  }
  return ramp;
}

/** A basin's own colour, between its light and its dark shades. */
export const basinColour = (k: number, dark: boolean): string =>
  `rgb(${ramps(dark).categorical.table[k % 8].join(' ')})`;
