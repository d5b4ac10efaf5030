/** Red, green and blue, each from 0 to 255, in sRGB. */
export type Rgb = readonly [number, number, number];

/** How numbers become colours: the table both painters and every legend share. */
export interface Ramp {
  /** Colours from the low end of the domain to the high end. */
  readonly table: readonly Rgb[];
  /** Between two colours of the table they mix; else each takes an equal part of the domain. */
  readonly smooth: boolean;
  /** What is not a number, or too large for float32, is hatched in these. */
  readonly special: readonly [Rgb, Rgb];
}

function rgb(hex: string): Rgb {
  const bits = Number.parseInt(hex.slice(1), 16);
  return [bits >> 16, (bits >> 8) & 255, bits & 255];
}

const hatch = { light: ['#1a1c20', '#d9d4c8'], dark: ['#eceae4', '#3b4049'] } as const;

function ramp(smooth: boolean, theme: 'light' | 'dark', colours: readonly string[]): Ramp {
  const [ink, gap] = hatch[theme].map(rgb);
  return { table: colours.map(rgb), smooth, special: [ink, gap] };
}

// Indigo against gold is told apart by every common kind of colour blindness, is no role's colour, and
// the two ends are as dark (on paper: on dark, as light) as each other, so that a washed-out projector
// keeps the sizes.
const diverging = {
  light: ['#2b2a86', '#5654c2', '#b3b2e8', '#fbfaf6', '#e9d662', '#a38f00', '#4a4000'],
  dark: ['#cfceff', '#8987f2', '#403f8e', '#15171b', '#5e5200', '#b9a520', '#e6d985'],
};

const sequential = {
  light: ['#fbfaf6', '#a8d5cf', '#4aa69f', '#0b7a75', '#04403f'],
  dark: ['#15171b', '#0c4744', '#12807a', '#4fd1c5', '#d9fffa'],
};

// Okabe and Ito's palette, its black replaced by an indigo that stands out on both pages.
const categorical = [
  '#e69f00',
  '#56b4e9',
  '#009e73',
  '#f0e442',
  '#0072b2',
  '#d55e00',
  '#cc79a7',
  '#4420b0',
];

/** The ramps of a theme. */
export interface Ramps {
  /** Signed numbers: indigo below 0, paper at 0, gold above; for domains symmetric about 0. */
  readonly diverging: Ramp;
  /** Probabilities and other sizes: paper at the low end. */
  readonly sequential: Ramp;
  /** Eight kinds without an order, for whole numbers over the domain [0, 8]. */
  readonly categorical: Ramp;
}

const themes: Record<'light' | 'dark', Ramps> = {
  light: {
    diverging: ramp(true, 'light', diverging.light),
    sequential: ramp(true, 'light', sequential.light),
    categorical: ramp(false, 'light', categorical),
  },
  dark: {
    diverging: ramp(true, 'dark', diverging.dark),
    sequential: ramp(true, 'dark', sequential.dark),
    categorical: ramp(false, 'dark', categorical),
  },
};

/** The ramps of the light theme or of the dark one; always the same objects. */
export const ramps = (dark: boolean): Ramps => (dark ? themes.dark : themes.light);

/** The colour of a finite number; outside the domain it is that of the nearer end. */
export function colourAt({ table, smooth }: Ramp, value: number, domain: Domain): Rgb {
  const part = Math.min(Math.max((value - domain[0]) / (domain[1] - domain[0]), 0), 1);
  const last = table.length - 1;
  if (!smooth) return table[Math.min(Math.floor(part * table.length), last)];
  const below = Math.min(Math.floor(part * last), last - 1);
  const [from, to] = [table[below], table[below + 1]];
  const mix = (channel: 0 | 1 | 2): number =>
    from[channel] + (to[channel] - from[channel]) * (part * last - below);
  return [mix(0), mix(1), mix(2)];
}

/** The numbers at the two ends of a ramp. */
export type Domain = readonly [low: number, high: number];

/** As `colourAt`, for CSS: `rgb(11 122 117)`. */
export const cssColourAt = (ramp: Ramp, value: number, domain: Domain): string =>
  `rgb(${colourAt(ramp, value, domain).map(Math.round).join(' ')})`;
