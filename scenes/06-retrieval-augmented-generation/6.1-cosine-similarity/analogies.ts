import type { WordVectors } from '../../../src/author';

/** Pairs that differ by one thing: any two of them make an analogy. */
const families: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'man : woman': [
    ['man', 'woman'],
    ['king', 'queen'],
    ['brother', 'sister'],
    ['son', 'daughter'],
    ['father', 'mother'],
    ['husband', 'wife'],
  ],
  'singular : plural': [
    ['dog', 'dogs'],
    ['bird', 'birds'],
    ['wing', 'wings'],
    ['tree', 'trees'],
    ['law', 'laws'],
    ['flower', 'flowers'],
  ],
  'present : past': [
    ['go', 'went'],
    ['take', 'took'],
    ['give', 'gave'],
    ['come', 'came'],
    ['run', 'ran'],
    ['make', 'made'],
  ],
  'adjective : comparative': [
    ['good', 'better'],
    ['bad', 'worse'],
    ['large', 'larger'],
    ['small', 'smaller'],
    ['long', 'longer'],
    ['high', 'higher'],
  ],
  'country : capital': [
    ['france', 'paris'],
    ['italy', 'rome'],
    ['germany', 'berlin'],
    ['greece', 'athens'],
    ['spain', 'madrid'],
    ['england', 'london'],
  ],
};

/** `a` is to `b` as `c` is to what is wanted; the reader's own wants nothing we know. */
export interface Analogy {
  readonly family?: string;
  readonly terms: readonly string[];
  readonly wanted?: string;
}

/** Every pair with every other of its family. */
export const shippedAnalogies: readonly Analogy[] = Object.entries(families).flatMap(
  ([family, pairs]) =>
    pairs.flatMap(([a, b]) =>
      pairs.filter(([c]) => c !== a).map(([c, wanted]) => ({ family, terms: [a, b, c], wanted })),
    ),
);

export const familyNames = Object.keys(families);

/** The direction c + b − a, at length 1; none where a word has no vector. */
export function directionOf({ terms }: Analogy, vectors: WordVectors): Float64Array | undefined {
  const [a, b, c] = terms.map((word) => vectors.indexOf(word));
  if (a === undefined || b === undefined || c === undefined) return undefined;
  return vectors.mixed([c, b, a], [1, 1, -1]);
}

/** Words that were found, the terms of the analogy left out: they are always near. */
export const answersTo = ({ terms }: Analogy, found: readonly FoundWord[]): readonly FoundWord[] =>
  found.filter(({ word }) => !terms.includes(word));

export interface FoundWord {
  readonly word: string;
  readonly cosine: number;
}
