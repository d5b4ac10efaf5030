import { Random, type Vector } from '../../../src/author';

export interface Givens {
  /** Where each search has document A, counted from 1. */
  readonly ranks: Vector;
  readonly k: number;
}

/** A document, and where each search has it, if it has found it. */
export interface Found {
  readonly name: string;
  readonly ranks: readonly (number | undefined)[];
  readonly score: number;
}

export interface Model extends Givens {
  /** What each list adds to the score of A. */
  readonly contributions: Vector;
  readonly score: number;
  /** The names that every search returns, best first. */
  readonly lists: readonly (readonly string[])[];
  /** All that were found, the highest score first. */
  readonly fused: readonly Found[];
}

/** The document that is asked about. */
export const OURS = 'A';
/** What the searches go by. */
export const SEARCHES = ['keywords', 'vectors', 'titles', 'links', 'dates', 'clicks'];
export const DEEPEST = 1000;
export const wholeK = { min: 0, max: 1000, step: 1 };
/** A search returns this many documents, or as many as it takes to reach A. */
const RETURNED = 8;

/** B to Z, then B2 to Z2 and so on. */
const nameOf = (i: number): string =>
  'BCDEFGHIJKLMNOPQRSTUVWXYZ'[i % 25] + (i < 25 ? '' : String(Math.floor(i / 25) + 1));

/** The other documents as each search ranks them: alike on the whole, but not in every position. */
const others = SEARCHES.map((_, search) => {
  const random = new Random(63, search);
  return Array.from({ length: DEEPEST }, (__, i) => ({ i, place: i + 7 * random.uniform() }))
    .sort((a, b) => a.place - b.place)
    .map(({ i }) => nameOf(i));
});

/** Reciprocal rank fusion (Cormack, Clarke and Büttcher, 2009). */
export function fuse({ ranks, k }: Givens): Model {
  const depth = Math.max(RETURNED, ...ranks);
  const lists = ranks.map((rank, i) => others[i].slice(0, depth - 1).toSpliced(rank - 1, 0, OURS));
  const rankIn = lists.map((list) => new Map(list.map((name, i) => [name, i + 1])));
  const fused = [...new Set(lists.flat())].map((name): Found => {
    const found = rankIn.map((rankOf) => rankOf.get(name));
    return { name, ranks: found, score: total(found.map((r) => (r ? 1 / (k + r) : 0))) };
  });
  fused.sort((a, b) => b.score - a.score);
  const contributions = ranks.map((r) => 1 / (k + r));
  return { ranks, k, contributions, score: total(contributions), lists, fused };
}

export const total = (list: Vector): number => list.reduce((sum, x) => sum + x, 0);

/** The best of the other documents. */
export const rivalOf = ({ fused }: Model): Found => fused.find(({ name }) => name !== OURS)!;
