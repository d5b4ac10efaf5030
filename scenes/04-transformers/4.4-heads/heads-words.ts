import { decimals, sayReplaced, show } from '../../../src/author';
import { SIZE } from '../../../src/learn/character-transformer';
import { slopesOf } from '../../../src/learn/transformer';
import { chosenOf, type Habits, type HeadAt, type Shown } from './habits';

export const nameOf = ({ layer, head }: HeadAt): string => `head ${head + 1} of layer ${layer + 1}`;

/** How a character is called. */
const called = (character: string): string =>
  character === ' ' ? 'space' : character === '\n' ? 'new line' : `“${character}”`;

const back = (x: number): string => show(x, decimals(1));
const bits = (x: number): string => `${show(x, decimals(1))} bits`;
const percent = (share: number): string => `${show(100 * share, decimals(0))} %`;

/** The head that has the most of something. */
const most = (all: readonly Habits[], of: (habits: Habits) => number): Habits =>
  all.reduce((best, each) => (of(each) > of(best) ? each : best));

const capital = (said: string): string => said[0].toUpperCase() + said.slice(1);

/** What came out, with its numbers. */
export function sayHeads({ text, habits }: Pick<Shown, 'text' | 'habits'>): string {
  if (text.length < 2) return 'A single character has nothing to look at but itself.';
  const before = most(habits, (each) => each.before);
  const furthest = most(habits, (each) => each.distance);
  const own = most(habits, (each) => Math.abs(each.distance - each.byDistance));
  return [
    `${nameOf(before)} looks most at the character before, with ${percent(before.before)} of its weight.`,
    `${nameOf(furthest)} looks furthest, ${back(furthest.distance)} characters back on average.`,
    `${nameOf(own)} departs most from what is built in: it looks ${back(own.distance)} characters back, where distance alone would make it ${back(own.byDistance)}.`,
  ]
    .map(capital)
    .join(' ');
}

/** What is built in, and what else tells the heads apart. */
export function sayMore({ text, habits }: Pick<Shown, 'text' | 'habits'>): string {
  const slopes = slopesOf(SIZE).map((slope) => (slope < 1 ? `1/${1 / slope}` : String(slope)));
  const built = `With each character of distance a score falls by ${slopes.join(', ')}, from head 1 to head ${SIZE.heads}.`;
  if (text.length < 2) return built;
  const evenest = most(habits, (each) => each.entropy);
  const sharpest = most(habits, (each) => -each.entropy);
  const space = most(habits, (each) => each.space ?? 0);
  return [
    built,
    `${nameOf(sharpest)} has the lowest entropy, ${bits(sharpest.entropy)}; ${nameOf(evenest)} has the highest, ${bits(evenest.entropy)}.`,
    ...(space.space === undefined
      ? []
      : [`To the last space ${nameOf(space)} gives most, ${percent(space.space)} of its weight.`]),
  ]
    .map(capital)
    .join(' ');
}

/** What is said of the text: which characters are read as others, and where it is cut. */
export function sayRead({ written, text, whole }: Shown): string | undefined {
  const cut =
    whole > text.length
      ? `The first ${text.length} of ${whole} characters are read: the network's context holds no more.`
      : undefined;
  return [sayReplaced(written), cut].filter(Boolean).join(' ') || undefined;
}

/** How far a head looks. */
export const sayDistance = ({ distance }: Habits): string => back(distance);

/** What is said of the head that is large. */
export const sayHabits = ({
  byDistance,
  distance,
  entropy,
  before,
  space,
  itself,
}: Habits): string[] => [
  `Looks ${back(distance)} characters back on average, by distance alone ${back(byDistance)}.`,
  `Entropy ${bits(entropy)}. On the character before ${percent(before)}, on itself ${percent(itself)}${space === undefined ? '' : `, on the last space ${percent(space)}`}.`,
];

/** A single weight. */
export function sayWeight(
  { text }: Pick<Shown, 'text'>,
  query: number,
  key: number,
  weight: number,
): string {
  if (key > query)
    return `${called(text[query])} does not see ${called(text[key])}, which follows it`;
  const where = key === query ? 'itself' : `${called(text[key])} ${query - key} back`;
  return `${called(text[query])} looks at ${where}: ${show(weight, decimals(3))}`;
}

/** The picture as text, with its numbers. */
export const describeHeads = (shown: Shown): string =>
  `${sayRead(shown) ?? ''} Heatmaps of the weights of ${shown.habits.length} heads over the ${shown.text.length} characters of the text, one of them large: ${nameOf(shown.chosen)}. ${sayHabits(chosenOf(shown)).join(' ')} ${sayHeads(shown)}`;
