import { HIDDEN } from '../../../src/learn/character-model';
import { bitsOf, unitsOf, type Reading } from '../../../src/learn/reading';
import {
  correlation,
  firstComponent,
  halfLifeOf,
  standardised,
  type Tensor,
} from '../../../src/author';

/** Where in a word a character stands; spaces and signs belong to none. */
export type Place = 'first' | 'second' | 'later' | 'between';

/** What is found in a text that was read. */
export interface Surprise {
  readonly reading: Reading;
  /** Of each character. */
  readonly bits: readonly number[];
  readonly mean: number;
  /** The mean of each place that has characters. */
  readonly byPlace: ReadonlyMap<Place, number>;
  /** What the units have most in common, over the text. */
  readonly common: Float64Array;
  /** How well that follows the characters since a word began. */
  readonly follows: number;
  /** The units in the order of the picture, from the one that is most like the common course. */
  readonly order: readonly number[];
  /** What each unit does over the text. */
  readonly units: readonly Float32Array[];
  /** For how many characters the unit that keeps longest has half of its state. */
  readonly longest: number;
}

/** The text as the reader wrote it beside what was found, and the heatmap. */
export interface Shown extends Surprise {
  readonly written: string;
  /** Units in their order, each over the characters. */
  readonly tensor: Tensor;
}

export function surpriseOf(reading: Reading): Surprise {
  const bits = bitsOf(reading);
  const inWord = lettersOf(reading.text);
  const places = inWord.map((n) => (['between', 'first', 'second'] as const)[n] ?? 'later');
  const byPlace = new Map<Place, number>();
  for (const place of new Set(places)) {
    byPlace.set(place, mean(bits.filter((_, at) => places[at] === place)));
  }
  const units = unitsOf(reading.states, HIDDEN);
  const series = units.map(standardised);
  const since = standardised(sinceWord(inWord));
  const found = firstComponent(series);
  // A component has no sign of its own: this one rises within a word.
  const common = correlation(found, since) < 0 ? found.map((x) => -x) : found;
  const alike = series.map((each) => correlation(each, common));
  return {
    ...{ reading, bits, byPlace, common, units },
    mean: mean(bits),
    follows: correlation(common, since),
    order: Array.from(alike.keys()).sort((a, b) => alike[b] - alike[a]),
    longest: Math.max(...units.map(halfLifeOf)),
  };
}

/** The position in the text that surprised most. */
export const peakOf = ({ bits }: Surprise): number => bits.indexOf(Math.max(...bits));

/** Which letter of its word each character is, counted from 1; 0 between words. */
function lettersOf(text: string): number[] {
  let letters = 0;
  return Array.from(text, (character) => {
    letters = /[a-z]/i.test(character) || (character === "'" && letters > 0) ? letters + 1 : 0;
    return letters;
  });
}

/** Characters since a word began, what follows it included. */
function sinceWord(inWord: readonly number[]): number[] {
  let since = 0;
  return inWord.map((letter) => (since = letter === 1 ? 1 : since + 1));
}

const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;
