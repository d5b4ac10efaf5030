import MiniSearch from 'minisearch';
import { dot, loadWordVectors, positionsOfLargest, type WordVectors } from '../../../src/author';
import { falsehoods } from './falsehoods';
import passages from './passages.json';
import { contentWords, sentencesOf, shareFound, stemsOf } from './text';

/** A passage of the workbook, as a search has found it. */
export interface Passage {
  readonly id: number;
  readonly exercise: string;
  readonly title: string;
  readonly text: string;
  /** The sentence of it that has most words of the question, and which share of them. */
  readonly sentence: string;
  readonly share: number;
  /** For each word of the question the cosine of the nearest word of the passage. */
  readonly nearest: readonly number[];
}

/** What a question finds, as plain data: both searches in full, whatever the switches say. */
export interface Retrieval {
  readonly question: string;
  /** Words of the question that late interaction matches. */
  readonly words: readonly string[];
  /** Passages that either search has among its best. */
  readonly passages: readonly Passage[];
  /** Their ids, the best first. */
  readonly bm25: readonly number[];
  readonly dense: readonly number[];
  /** Falsehoods, those nearest to the question first. */
  readonly falsehoods: readonly string[];
  /** What the reader's own model answered, where it was asked. */
  readonly own?: Answered;
}

export interface Answered {
  /** The model, by name. */
  readonly by: string;
  readonly text: string;
}

/** How deep each search is read. */
const DEPTH = 10;

type Tables = Awaited<ReturnType<typeof load>>;
let tables: Promise<Tables> | undefined;

/** Both searches for a question; the tables are made once. */
export async function retrieve(question: string, signal: AbortSignal): Promise<Retrieval> {
  tables ??= load().catch((error: unknown) => {
    tables = undefined;
    throw error;
  });
  const { index, vectors, weights, means, falseMeans } = await tables;
  signal.throwIfAborted();
  const words = contentWords(question);
  const direction = meanOf(words, vectors, weights);
  const bm25 = index
    .search(question, { combineWith: 'OR', boost: { title: 2 } })
    .slice(0, DEPTH)
    .map(({ id }) => id as number);
  const closeness = (to: readonly ArrayLike<number>[]): number[] =>
    to.map((mean) => dot(direction, mean));
  const dense = positionsOfLargest(closeness(means), DEPTH);
  const matched = words.filter((word) => vectors.row(word));
  return {
    question,
    words: matched,
    passages: [...new Set([...bm25, ...dense])].map((id) =>
      passageOf(id, question, vectors, matched),
    ),
    bm25,
    dense,
    falsehoods: positionsOfLargest(closeness(falseMeans), falsehoods.length).map(
      (i) => falsehoods[i],
    ),
  };
}

async function load() {
  const vectors = await loadWordVectors();
  const texts = passages.map(({ title, text }) => `${title}. ${text}`);
  const index = new MiniSearch<{ id: number; title: string; text: string }>({
    fields: ['title', 'text'],
  });
  index.addAll(passages.map(({ title, text }, id) => ({ id, title, text })));
  const weights = weightsOf(texts);
  const means = texts.map((text) => meanOf(contentWords(text), vectors, weights));
  const falseMeans = falsehoods.map((text) => meanOf(contentWords(text), vectors, weights));
  return { index, vectors, weights, means, falseMeans };
}

/** The rarer a word in the passages, the more it counts in their vectors. */
function weightsOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(contentWords(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].map(([word, count]) => [word, Math.log(texts.length / count)]));
}

/** The weighted mean of word vectors, at length 1; zeros where no word has one. */
function meanOf(
  words: readonly string[],
  vectors: WordVectors,
  weights: ReadonlyMap<string, number>,
): Float64Array {
  const known = words.filter((word) => vectors.indexOf(word) !== undefined);
  return vectors.mixed(
    known.map((word) => vectors.indexOf(word)!),
    known.map((word) => weights.get(word) ?? 1),
  );
}

function passageOf(
  id: number,
  question: string,
  vectors: WordVectors,
  words: readonly string[],
): Passage {
  const passage = passages[id];
  const asked = stemsOf(question);
  const sentences = sentencesOf(passage.text);
  const shares = sentences.map((sentence) => shareFound(asked, sentence));
  const [best] = positionsOfLargest(shares, 1);
  const rows = contentWords(`${passage.title} ${passage.text}`).flatMap(
    (word) => vectors.row(word) ?? [],
  );
  return {
    ...{ id, ...passage, sentence: sentences[best], share: shares[best] },
    nearest: words.map((word) => {
      const row = vectors.row(word)!;
      return Math.max(0, ...rows.map((other) => dot(row, other)));
    }),
  };
}
