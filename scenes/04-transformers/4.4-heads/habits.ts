import { allHeads, byDistanceAlone, offsetOf, type HeadAt } from '../../../src/learn/heads';

/** Where a head looks, on average over the characters that have another one before them. */
export interface Habits extends HeadAt {
  /** How many characters back, by weight. */
  readonly distance: number;
  /** The same if the head found all characters alike, and only their distance counted. */
  readonly byDistance: number;
  /** In bits: how evenly the weight is spread. */
  readonly entropy: number;
  /** Shares of the weight: on the character itself, on the one before, on the last space before. */
  readonly itself: number;
  readonly before: number;
  /** Nothing where no character has a space before it. */
  readonly space: number | undefined;
}

/** What every head does on a text, from the weights of all. */
export const habitsOf = (text: string, weights: Float32Array): Habits[] =>
  allHeads.map((at) => {
    const first = offsetOf(at, text.length);
    return {
      ...at,
      byDistance: byDistance(text, at),
      ...habitOf(text, rowsOf(text, weights, first)),
    };
  });

/** What each character takes from those up to itself. */
const rowsOf = ({ length }: string, weights: Float32Array, first: number): Float32Array[] =>
  Array.from({ length }, (_, row) =>
    weights.subarray(first + row * length, first + row * length + row + 1),
  );

export function habitOf(text: string, rows: readonly ArrayLike<number>[]) {
  // The first character has nothing to look at but itself.
  const looking = rows.map((row, at) => ({ row: Array.from(row), at })).slice(1);
  const over = (all: typeof looking, of: (row: readonly number[], at: number) => number): number =>
    all.reduce((sum, { row, at }) => sum + of(row, at), 0) / Math.max(1, all.length);
  const spaced = looking.filter(({ at }) => lastSpace(text, at) >= 0);
  return {
    distance: over(looking, distanceOf),
    entropy: over(looking, (row) =>
      row.reduce((sum, weight) => (weight > 0 ? sum - weight * Math.log2(weight) : sum), 0),
    ),
    itself: over(looking, (row, at) => row[at]),
    before: over(looking, (row, at) => row[at - 1]),
    space: spaced.length === 0 ? undefined : over(spaced, (row, at) => row[lastSpace(text, at)]),
  };
}

/** How far back a character looks. */
const distanceOf = (row: readonly number[], at: number): number =>
  row.reduce((sum, weight, seen) => sum + weight * (at - seen), 0);

/** The last space before a character; −1 where there is none. */
const lastSpace = (text: string, at: number): number => text.slice(0, at).lastIndexOf(' ');

/** How far a head would look if all its scores were alike. */
const byDistance = ({ length }: string, at: HeadAt): number =>
  byDistanceAlone(length, at).reduce((sum, row, i) => sum + distanceOf(row, i), 0) /
  Math.max(1, length - 1);

/** What is shown. */
export interface Shown {
  readonly written: string;
  /** The text as far as it was read. */
  readonly text: string;
  /** All heads' tables, one after the other. */
  readonly weights: Float32Array;
  /** The same as powers of ten. */
  readonly powers: Float32Array;
  readonly habits: readonly Habits[];
  /** The head that is large. */
  readonly chosen: HeadAt;
}

/** What the large head does. */
export const chosenOf = ({ habits, chosen }: Pick<Shown, 'habits' | 'chosen'>): Habits =>
  habits.find(({ layer, head }) => layer === chosen.layer && head === chosen.head)!;
