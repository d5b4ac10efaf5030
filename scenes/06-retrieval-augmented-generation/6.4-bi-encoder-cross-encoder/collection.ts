import { Random, type WordVectors } from '../../../src/author';

/** Words of a document, of which so many are of its first and second topic; the rest are any words. */
export const LENGTH = 12;
const OF_TOPICS = [6, 4] as const;
/** Words of a question, each from the topics of one document. */
export const ASKED = 4;

export const TOPICS = 160;
export const TOPIC_WORDS = 40;
/** Topics are named by words that are neither the most frequent nor rare. */
const TOPIC_RANKS = { from: 300, to: 8000 };

const SEED = 64;

/** Documents and questions as positions of words. */
export interface Collection {
  readonly count: number;
  /** Documents, LENGTH words each. */
  readonly words: Uint32Array;
  /** The mean of each document's word vectors, at length 1. */
  readonly vectors: Float32Array<ArrayBuffer>;
  /** Questions, ASKED words each. */
  readonly questions: readonly (readonly number[])[];
}

/** The words that topics gather around. */
export function drawTopics(): number[] {
  const random = new Random(SEED, 1);
  return Array.from({ length: TOPICS }, () => random.integer(TOPIC_RANKS.from, TOPIC_RANKS.to));
}

/** Documents at random; `topics[t]` are the words nearest to what topic t is named by. */
export async function drawCollection(
  { count, questions }: { readonly count: number; readonly questions: number },
  topics: readonly (readonly number[])[],
  vectors: WordVectors,
  pause: (share: number) => Promise<void>,
): Promise<Collection> {
  const random = new Random(SEED, 2);
  const topicsOf = new Uint32Array(2 * count);
  const words = new Uint32Array(LENGTH * count);
  const means = new Float32Array(vectors.dimensions * count);
  for (let i = 0; i < count; i += 1) {
    let at = LENGTH * i;
    OF_TOPICS.forEach((many, n) => {
      const topic = random.integer(0, topics.length - 1);
      topicsOf[2 * i + n] = topic;
      for (let w = 0; w < many; w += 1) words[at++] = random.pick(topics[topic]);
    });
    while (at < LENGTH * (i + 1)) words[at++] = random.integer(0, vectors.size - 1);
    const row = means.subarray(i * vectors.dimensions, (i + 1) * vectors.dimensions);
    vectors.mixed(words.subarray(LENGTH * i, at), undefined, row);
    if (i % PIECE === PIECE - 1) await pause(i / count);
  }
  const asked = Array.from({ length: questions }, () => {
    const about = random.integer(0, count - 1);
    return Array.from({ length: ASKED }, (_, w) =>
      random.pick(topics[topicsOf[2 * about + (w % 2)]]),
    );
  });
  return { count, words, vectors: means, questions: asked };
}

/** Documents between two pauses. */
const PIECE = 4000;
