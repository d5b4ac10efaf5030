/**
 * The characters that the shipped prose is written in, by their ids: the capitals that it has no use
 * for, Q, X and Z, are not among them.
 */
const ALPHABET = '\n !"\'(),-.:;?ABCDEFGHIJKLMNOPRSTUVWYabcdefghijklmnopqrstuvwxyz';
const ids = new Map([...ALPHABET].map((character, id) => [character, id]));

/** How many characters there are. */
export const PROSE_SIZE = ALPHABET.length;

/** The part of the text that is for training: its end is held out. */
const TRAINING = 0.9;

/** What typesetters write, as typewriters do. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/\r\n?/g, '\n'],
  [/[‘’‚‛]/g, "'"],
  [/[“”„‟«»]/g, '"'],
  [/[‐‑‒–]/g, '-'],
  [/[—―]/g, '--'],
];

/**
 * Whatever a reader wrote, in the characters of the prose: quotation marks and dashes as a typewriter
 * has them, letters without their accents, small ones where there is no capital. All else is a space.
 */
export const inProse = (text: string): string =>
  PLAIN.reduce((plain, [typeset, typed]) => plain.replace(typeset, typed), text)
    .normalize('NFKD')
    .replace(/[\p{Mark}\p{Format}]/gu, '')
    .replace(/[^]/gu, known);

const known = (character: string): string =>
  [character, character.toLowerCase()].find((as) => ids.has(as)) ?? ' ';

/** How a character is called in a sentence. */
export const nameOfCharacter = (character: string): string =>
  character === ' ' ? 'space' : character === '\n' ? 'new line' : `“${character}”`;

/** Characters that are named in a sentence. */
const NAMED = 6;

/** Which characters of a text are read as others, in a sentence; nothing where none is. */
export function sayReplaced(text: string): string | undefined {
  const all = [...text].filter((character) => inProse(character) !== character).map(replacement);
  const said = [...new Set(all)];
  if (said.length === 0) return undefined;
  const more = said.length > NAMED ? ` and ${said.length - NAMED} more` : '';
  return `In the ${PROSE_SIZE} characters of the novel: ${said.slice(0, NAMED).join(', ')}${more}.`;
}

function replacement(character: string): string {
  const read = inProse(character);
  if (read === '') return 'accents and invisible signs not at all';
  return `${character} as ${read === ' ' ? 'a space' : read}`;
}

/** No character has this id. */
const UNKNOWN = 255;
const idsOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (character) => ids.get(character) ?? UNKNOWN);

/** The characters of any text, as the prose would have them, by their ids. */
export const encodeProse = (text: string): Uint8Array<ArrayBuffer> => idsOf(inProse(text));

export const decodeProse = (characters: ArrayLike<number>): string =>
  Array.from(characters, (id) => ALPHABET[id]).join('');

/** A text to train on, and its end to measure on. */
export interface ProseSplit {
  readonly training: Uint8Array<ArrayBuffer>;
  readonly heldOut: Uint8Array<ArrayBuffer>;
}

/** Reads the text of `public/prose`, which has no characters but those of the alphabet. */
export function readProse(text: string): ProseSplit {
  const all = idsOf(text);
  if (all.length === 0 || all.includes(UNKNOWN)) {
    throw new RangeError('the prose is empty, or has other characters than it was shipped with');
  }
  const training = Math.floor(all.length * TRAINING);
  return { training: all.slice(0, training), heldOut: all.slice(training) };
}
