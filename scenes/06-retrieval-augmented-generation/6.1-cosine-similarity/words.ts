import type { WordVectors } from '../../../src/author';
import {
  answersTo,
  directionOf,
  shippedAnalogies,
  type Analogy,
  type FoundWord,
} from './analogies';
import { analogyOf, type ScaleGivens } from './settings';

/** An analogy with the words found for it, the nearest first. */
export interface Tried {
  readonly analogy: Analogy;
  readonly answers: readonly FoundWord[];
}

/** What was found: around the word, for the reader's analogy, and for each of the shipped ones. */
export interface Words {
  readonly word: string;
  readonly size: number;
  /** Nothing where the word has no vector. */
  readonly near?: readonly FoundWord[];
  /** Cosines of the word with all. */
  readonly cosines: Float32Array;
  /** Nothing where one of its words has no vector. */
  readonly own?: Tried;
  readonly shipped: readonly Tried[];
}

/** A row to search for: the word, or an analogy. */
export interface Asked {
  readonly direction: ArrayLike<number>;
  readonly analogy?: Analogy;
}

/** Whatever has a direction: the word first, then the reader's analogy, then the shipped ones. */
export function askedOf({ word, analogy }: ScaleGivens, vectors: WordVectors): Asked[] {
  const row = vectors.row(word.trim());
  return [
    ...(row ? [{ direction: row }] : []),
    ...[{ terms: analogyOf(analogy) }, ...shippedAnalogies].flatMap((analogy): Asked[] => {
      const direction = directionOf(analogy, vectors);
      return direction ? [{ direction, analogy }] : [];
    }),
  ];
}

/** `found[i]` are the words nearest to what was asked i-th. */
export function wordsOf(
  { word, neighbours }: ScaleGivens,
  asked: readonly Asked[],
  found: readonly (readonly FoundWord[])[],
  { cosines, size }: Pick<Words, 'cosines' | 'size'>,
): Words {
  const typed = word.trim().toLowerCase();
  const tried = asked.flatMap(({ analogy }, i) =>
    analogy ? [{ analogy, answers: answersTo(analogy, found[i]) }] : [],
  );
  return {
    ...{ word: typed, size, cosines },
    near: asked[0].analogy
      ? undefined
      : found[0].filter((near) => near.word !== typed).slice(0, neighbours),
    own: tried.find(({ analogy }) => !analogy.family),
    shipped: tried.filter(({ analogy }) => analogy.family),
  };
}
