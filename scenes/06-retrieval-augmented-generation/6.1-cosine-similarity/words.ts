import type { WordVectors } from '../../../src/author';
import {
  answersTo,
  directionOf,
  shippedAnalogies,
  type Analogy,
  type FoundWord,
} from './analogies';
import { analogyOf, type ScaleGivens } from './settings';

/** What was found: around the word, for the reader's analogy, and for each of the shipped ones. */
export interface Words {
  readonly word: string;
  readonly size: number;
  /** Nothing where the word has no vector. */
  readonly near?: readonly FoundWord[];
  /** Cosines of the word with all others. */
  readonly cosines: Float32Array;
  readonly own: { readonly analogy: Analogy; readonly answers?: readonly FoundWord[] };
  readonly tried: readonly { readonly analogy: Analogy; readonly answers: readonly FoundWord[] }[];
}

/** A row to search for: the word, or an analogy. */
export interface Asked {
  readonly direction: readonly number[];
  readonly analogy?: Analogy;
}

/** Whatever has a direction: the word first, then the reader's analogy, then the shipped ones. */
export function askedOf({ word, analogy }: ScaleGivens, vectors: WordVectors): Asked[] {
  const row = vectors.row(word.trim());
  const own = { terms: analogyOf(analogy) };
  return [
    ...(row ? [{ direction: [...row] }] : []),
    ...[own, ...shippedAnalogies].flatMap((analogy): Asked[] => {
      const direction = directionOf(analogy, vectors);
      return direction ? [{ direction, analogy }] : [];
    }),
  ];
}

export function wordsOf(
  { word, analogy, neighbours }: ScaleGivens,
  asked: readonly Asked[],
  {
    foundBy,
    cosines,
    vectors,
  }: { foundBy(row: number): FoundWord[]; cosines: Float32Array; vectors: WordVectors },
): Words {
  const all = asked.map(({ analogy }, row) => ({ analogy, found: foundBy(row) }));
  const tried = all.flatMap(({ analogy, found }) =>
    analogy ? [{ analogy, answers: answersTo(analogy, found) }] : [],
  );
  const own = { terms: analogyOf(analogy) };
  const typed = word.trim().toLowerCase();
  const near = asked[0].analogy
    ? undefined
    : all[0].found.filter((found) => found.word !== typed).slice(0, neighbours);
  return {
    word: typed,
    size: vectors.size,
    near,
    cosines,
    own: { analogy: own, answers: tried.find(({ analogy }) => !analogy.family)?.answers },
    tried: tried.filter(({ analogy }) => analogy.family),
  };
}
