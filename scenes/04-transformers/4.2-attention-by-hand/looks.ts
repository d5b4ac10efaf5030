import { positionsOfLargest } from '../../../src/author';
import {
  byDistanceAlone,
  offsetOf,
  powersOf,
  slopeOf,
  type HeadAt,
} from '../../../src/learn/heads';
import type { HeadsRead } from '../../../src/learn/read-heads';

/** What one learned head does over a text. A row is a character that looks. */
export interface Looks {
  readonly text: string;
  readonly at: HeadAt;
  /** Characters × characters. */
  readonly weights: Float32Array;
  readonly powers: Float32Array;
  /** q·k/√d, before the mask and the distance. */
  readonly scores: Float32Array;
  /** What distance alone would give each character from those up to itself. */
  readonly alone: readonly (readonly number[])[];
  /** The largest key of each row. */
  readonly largest: readonly number[];
}

export function looksOf(read: Pick<HeadsRead, 'text' | 'weights' | 'scores'>, at: HeadAt): Looks {
  const { text } = read;
  const { length } = text;
  const first = offsetOf(at, length);
  const weights = read.weights.slice(first, first + length ** 2);
  return {
    ...{ text, at, weights, powers: powersOf(weights) },
    scores: read.scores.slice(first, first + length ** 2),
    alone: byDistanceAlone(length, at),
    largest: Array.from({ length }, (_, row) => {
      const seen = weights.subarray(row * length, row * length + row + 1);
      return positionsOfLargest(seen, 1)[0];
    }),
  };
}

export const weightAt = ({ text, weights }: Looks, query: number, key: number): number =>
  weights[query * text.length + key];

/** A score and what distance takes from it: the two that the softmax hears of. */
export const scoreAt = ({ text, scores, at }: Looks, query: number, key: number) => ({
  score: scores[query * text.length + key],
  lost: slopeOf(at) * (query - key),
});

/** The row whose largest key stands furthest out of what distance alone would give it. */
export const tellingRow = (looks: Looks): number =>
  looks.largest.reduce(
    (best, _, row) => (standsOut(looks, row) > standsOut(looks, best) ? row : best),
    0,
  );

const standsOut = (looks: Looks, row: number): number =>
  weightAt(looks, row, looks.largest[row]) - looks.alone[row][looks.largest[row]];

/** What a row's largest key can be to it. */
const kinds = {
  itself: { name: 'the character itself', is: (_, query, key) => key === query },
  before: { name: 'the character just before', is: (_, query, key) => key === query - 1 },
  space: { name: 'an earlier space', is: (text, query, key) => key < query && text[key] === ' ' },
  same: {
    name: 'the same character, earlier',
    is: (text, query, key) => key < query && text[key] === text[query],
  },
} satisfies Readonly<
  Record<string, { name: string; is(text: string, query: number, key: number): boolean }>
>;

/** Means over the rows that have a character before them. */
export interface Measured {
  readonly rows: number;
  /** On the largest key, and what distance alone would give that key. */
  readonly onLargest: number;
  readonly byDistance: number;
  /** What the largest key most often is, and in how many rows. */
  readonly often: { readonly name: string; readonly count: number };
}

export function measure(looks: Looks): Measured {
  const { text, largest, alone } = looks;
  // The first character has nothing to look at but itself.
  const rows = largest.map((key, query) => ({ query, key })).slice(1);
  const mean = (of: (row: { query: number; key: number }) => number): number =>
    rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
  const counts = Object.values(kinds).map(({ name, is }) => ({
    name,
    count: rows.filter(({ query, key }) => is(text, query, key)).length,
  }));
  return {
    rows: rows.length,
    onLargest: mean(({ query, key }) => weightAt(looks, query, key)),
    byDistance: mean(({ query, key }) => alone[query][key]),
    often: counts.reduce((best, each) => (each.count > best.count ? each : best)),
  };
}
