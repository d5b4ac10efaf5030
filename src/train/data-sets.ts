import { Random } from '../math/random';

/** A point of the plane and its class, −1 or +1. */
export interface Example {
  readonly x: readonly [number, number];
  readonly label: -1 | 1;
}

/** The plane that is shown: both inputs go from −REACH to REACH. */
export const REACH = 3;

/** Where an example lies before noise, and its class. `part` goes from 0 to 1 within the class. */
type Draw = (random: Random, label: -1 | 1, part: number) => readonly [number, number];

const polar = (radius: number, angle: number): [number, number] => [
  radius * Math.cos(angle),
  radius * Math.sin(angle),
];

const between = (random: Random, low: number, high: number): number =>
  low + (high - low) * random.uniform();

const TURNS = 1.75;

/** The data sets of TensorFlow Playground (Smilkov et al., 2017), on this plane. */
const draws = {
  circle: (random, label) => {
    const radius = label > 0 ? between(random, 0, 1.4) : between(random, 2, 2.8);
    return polar(radius, between(random, 0, 2 * Math.PI));
  },
  xor: (random, label) => {
    const [x, y] = [between(random, 0.2, 2.7), between(random, 0.2, 2.7)];
    const side = random.uniform() < 0.5 ? 1 : -1;
    return [side * x, side * label * y];
  },
  gaussians: (random, label) => [
    label * 1.2 + 0.55 * random.normal(),
    label * 1.2 + 0.55 * random.normal(),
  ],
  spiral: (_random, label, part) =>
    polar(2.75 * part, TURNS * 2 * Math.PI * part + (label > 0 ? 0 : Math.PI)),
} as const satisfies Record<string, Draw>;

export type DataSet = keyof typeof draws;

/** Streams of the seed, far behind those that weights are drawn from. */
const STREAMS = { points: 2 ** 30, noise: 2 ** 30 + 1, order: 2 ** 30 + 2 };

/** Moves examples at random, by so much along either axis (a standard deviation). */
function moved(examples: readonly Example[], noise: number, seed: number): Example[] {
  const random = new Random(seed, STREAMS.noise);
  return examples.map(({ x: [x1, x2], label }) => {
    // Drawn whether it is used or not: another amount of noise moves the same points.
    const [along, across] = [random.normal(), random.normal()];
    return { x: [x1 + noise * along, x2 + noise * across], label };
  });
}

/** Examples of a data set, as many of either class; a function of its arguments alone. */
export function examplesOf(
  set: DataSet,
  { count, noise, seed }: { readonly count: number; readonly noise: number; readonly seed: number },
): Example[] {
  const random = new Random(seed, STREAMS.points);
  const half = count / 2;
  const drawn = Array.from({ length: count }, (_, i): Example => {
    const label = i % 2 === 0 ? 1 : -1;
    const part = (Math.floor(i / 2) + 1) / half;
    return { x: draws[set](random, label, part), label };
  });
  return moved(drawn, noise, seed);
}

/** Examples to train on, and those kept apart to test with. Either has one at least. */
export interface Split {
  readonly training: readonly Example[];
  readonly test: readonly Example[];
}

/** Splits examples at random, `share` of them (0 to 1) to train on. */
export function split(examples: readonly Example[], share: number, seed: number): Split {
  const mixed = new Random(seed, STREAMS.order).shuffle(examples);
  const wanted = Math.round(share * mixed.length);
  const count = Math.max(1, Math.min(mixed.length - 1, wanted));
  return { training: mixed.slice(0, count), test: mixed.slice(count) };
}
