import { decimals, HEADS, nameOfCharacter, show } from '../../../src/author';
import { nameOfHead, sayHidden, sayKey, sayRead, saySlope } from '../../../src/learn/head-words';
import { chosenOf, type Habits, type Shown } from './habits';

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
    `${nameOfHead(before)} looks most at the character before, with ${percent(before.before)} of its weight.`,
    `${nameOfHead(furthest)} looks furthest, ${back(furthest.distance)} characters back on average.`,
    `${nameOfHead(own)} departs most from what is built in: it looks ${back(own.distance)} characters back, where distance alone would make it ${back(own.byDistance)}.`,
  ]
    .map(capital)
    .join(' ');
}

/** What is built in, and what else tells the heads apart. */
export function sayMore({ text, habits }: Pick<Shown, 'text' | 'habits'>): string {
  const slopes = Array.from({ length: HEADS }, (_, head) => saySlope({ head }));
  const built = `With each character of distance a score falls by ${slopes.join(', ')}, from head 1 to head ${HEADS}.`;
  if (text.length < 2) return built;
  const evenest = most(habits, (each) => each.entropy);
  const sharpest = most(habits, (each) => -each.entropy);
  const space = most(habits, (each) => each.space ?? 0);
  return [
    built,
    `${nameOfHead(sharpest)} has the lowest entropy, ${bits(sharpest.entropy)}; ${nameOfHead(evenest)} has the highest, ${bits(evenest.entropy)}.`,
    ...(space.space === undefined
      ? []
      : [
          `To the last space ${nameOfHead(space)} gives most, ${percent(space.space)} of its weight.`,
        ]),
  ]
    .map(capital)
    .join(' ');
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
export const sayWeight = (
  { text }: Pick<Shown, 'text'>,
  query: number,
  key: number,
  weight: number,
): string =>
  key > query
    ? sayHidden(text, query, key)
    : `${nameOfCharacter(text[query])} looks at ${sayKey(text, query, key)}: ${show(weight, decimals(3))}`;

/** The picture as text, with its numbers. */
export const describeHeads = (shown: Shown): string =>
  `${sayRead(shown.written, shown.text) ?? ''} Heatmaps of the weights of ${shown.habits.length} heads over the ${shown.text.length} characters of the text, one of them large: ${nameOfHead(shown.chosen)}. ${sayHabits(chosenOf(shown)).join(' ')} ${sayHeads(shown)}`;
