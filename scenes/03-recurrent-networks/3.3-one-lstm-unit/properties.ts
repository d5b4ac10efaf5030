/** A property of a text that a unit may keep in its cell. */
interface Property {
  /** Where there is little room. */
  readonly short: string;
  readonly name: string;
  /** A number for each character, once it is read. */
  of(text: string): number[];
}

export type PropertyName =
  'quotation' | 'word' | 'sentence' | 'capital' | 'vowel' | 'space' | 'sign';

/** 1 where a character is of a kind, 0 elsewhere. */
const isA =
  (kind: RegExp) =>
  (text: string): number[] =>
    Array.from(text, (character) => (kind.test(character) ? 1 : 0));

/** Characters since the last one of a kind. */
const since =
  (kind: RegExp) =>
  (text: string): number[] => {
    let count = 0;
    return Array.from(text, (character) => (count = kind.test(character) ? 0 : count + 1));
  };

export const properties: Readonly<Record<PropertyName, Property>> = {
  quotation: {
    short: 'quotation',
    name: 'inside quotation marks',
    of(text) {
      let inside = 0;
      return Array.from(text, (character) => (inside = character === '"' ? 1 - inside : inside));
    },
  },
  word: { short: 'word', name: 'letters since the word began', of: since(/[^a-z']/i) },
  sentence: {
    short: 'sentence',
    name: 'characters since the last sentence ended',
    of: since(/[.?!\n]/),
  },
  capital: { short: 'capital', name: 'a capital letter', of: isA(/[A-Z]/) },
  vowel: { short: 'vowel', name: 'a vowel', of: isA(/[aeiou]/i) },
  space: { short: 'space', name: 'a space', of: isA(/\s/) },
  sign: { short: 'sign', name: 'a punctuation mark', of: isA(/[^a-z\s]/i) },
};

export const propertyNames = Object.keys(properties) as PropertyName[];
