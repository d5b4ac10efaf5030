import { HIDDEN } from '../../../src/learn/character-model';
import { likeliest } from '../../../src/learn/reading';
import {
  decimals,
  nameOfCharacter,
  PROSE_SIZE,
  sayReplaced,
  show,
  significant,
} from '../../../src/author';
import { peakOf, type Place, type Shown, type Surprise } from './surprise';

const NAMES: Readonly<Record<Place, string>> = {
  first: 'the first letter of a word',
  second: 'the second',
  later: 'a later one',
  between: 'a space or a sign',
};

const bits = (x: number): string => `${show(x, decimals(2))} bits`;

/** What came out, in two sentences. */
export function saySurprise({ mean, byPlace, follows }: Surprise): string {
  const order = (Object.keys(NAMES) as Place[]).filter((place) => byPlace.has(place));
  const means = order.map(
    (place, i) => `${NAMES[place]}${i === 0 ? ' costs' : ''} ${bits(byPlace.get(place)!)}`,
  );
  const [said, average] = [means.join(', '), bits(mean)];
  return `${said[0].toUpperCase()}${said.slice(1)}: ${average} on average, where blind guessing costs ${bits(Math.log2(PROSE_SIZE))}. What the units have most in common follows how long ago a word began, with a correlation of ${show(follows, decimals(2))}.`;
}

/** What a single unit keeps. */
export const sayKept = ({ longest }: Surprise): string =>
  Number.isFinite(longest)
    ? `The unit that keeps its state longest has half of it for ${show(longest, significant(2))} characters, by its autocorrelation: what is remembered longer lies in many units together.`
    : 'The text is too short to tell how long a unit keeps its state.';

/** Smaller probabilities are all alike to a reader. */
const LEAST = 1e-4;

/** A probability as a percentage. */
export const percent = (probability: number): string =>
  probability < LEAST
    ? `under ${100 * LEAST} %`
    : `${show(100 * probability, probability < 0.1 ? significant(2) : decimals(0))} %`;

/** The picture as text, with its numbers. */
export function describeSurprise(shown: Shown): string {
  const { reading, written } = shown;
  const peak = peakOf(shown);
  const { text } = reading;
  const expected = likeliest(reading, peak, 3).map(
    ({ character, probability }) => `${nameOfCharacter(character)} ${percent(probability)}`,
  );
  return `${sayReplaced(written) ?? ''} A heatmap of ${HIDDEN} units over the ${text.length} characters of the text, which are shaded by their surprise. The most surprising, ${bits(shown.bits[peak])}, is ${nameOfCharacter(text[peak])} after “${text.slice(Math.max(0, peak - 12), peak)}”, where the network expected ${expected.join(', ')}. ${saySurprise(shown)} ${sayKept(shown)}`;
}
