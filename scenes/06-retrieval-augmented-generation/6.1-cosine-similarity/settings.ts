import type { Givens } from './model';

/** What a reader can change on the At scale tab. */
export interface ScaleGivens extends Givens {
  readonly word: string;
  /** Three words: the first is to the second as the third is to what is looked for. */
  readonly analogy: string;
  /** How many of the nearest words are shown. */
  readonly neighbours: number;
}

export const analogyOf = (text: string): string[] =>
  text
    .trim()
    .toLowerCase()
    .split(/[\s,:]+/);

export const checkWord = (text: string): string | undefined =>
  /^[a-z]+$/i.test(text.trim()) ? undefined : 'must be one word, in letters only';

export const checkAnalogy = (text: string): string | undefined =>
  /^[a-z]+([\s,:]+[a-z]+){2}$/i.test(text.trim())
    ? undefined
    : 'must be three words, such as “brother sister king”';
