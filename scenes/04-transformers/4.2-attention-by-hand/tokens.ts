import { Random } from '../../../src/author';

/** Width of the one head at scale. */
export const WIDTH = 64;

/** Queries, keys and values of a long text, each length × WIDTH, row by row. */
export interface Tokens {
  readonly q: Float32Array<ArrayBuffer>;
  readonly k: Float32Array<ArrayBuffer>;
  readonly v: Float32Array<ArrayBuffer>;
  /** Which topic the passage around each token is on. */
  readonly topics: Uint8Array;
}

const TOPICS = 9;
const TOPIC_WIDTH = 39;
const TOPIC_STRENGTH = 0.62;
/** Pairs of cosine and sine that tell positions apart, slower from pair to pair. */
const CLOCKS = 12;
const CLOCK_STRENGTH = 1.55;
/** The last place of a vector: every query asks for it a little, and the first key answers. */
const SINK = 5.5;

/**
 * Vectors with the habits that heads of trained transformers show: neighbours attract, passages on
 * one topic attract, and the first token takes what nobody else wants. They are drawn, not learned.
 */
export function drawTokens(length: number): Tokens {
  const random = new Random(42, length);
  const topics = Array.from({ length: TOPICS }, () => normals(random, TOPIC_WIDTH));
  const [q, k, v] = [0, 1, 2].map(() => new Float32Array(length * WIDTH));
  const topicOf = new Uint8Array(length);
  let topic = 0;
  let left = 0;
  for (let i = 0; i < length; i += 1) {
    if (left === 0) {
      topic = random.integer(0, TOPICS - 1);
      left = random.integer(Math.ceil(length / 64), Math.ceil(length / 16));
    }
    left -= 1;
    topicOf[i] = topic;
    for (const vectors of [q, k]) {
      const row = vectors.subarray(i * WIDTH, (i + 1) * WIDTH);
      topics[topic].forEach((x, d) => (row[d] = TOPIC_STRENGTH * (x + 0.7 * random.normal())));
      for (let clock = 0; clock < CLOCKS; clock += 1) {
        const angle = (i * 2) / 2.1 ** clock;
        row[TOPIC_WIDTH + 2 * clock] = CLOCK_STRENGTH * Math.cos(angle);
        row[TOPIC_WIDTH + 2 * clock + 1] = CLOCK_STRENGTH * Math.sin(angle);
      }
    }
    q[(i + 1) * WIDTH - 1] = SINK;
    k[(i + 1) * WIDTH - 1] = i === 0 ? SINK * 1.2 : 0;
    v.set(normals(random, WIDTH), i * WIDTH);
  }
  return { q, k, v, topics: topicOf };
}

const normals = (random: Random, count: number): number[] =>
  Array.from({ length: count }, () => random.normal());

/** One weight, from the row’s registers: exp(score − m) / l. */
export function weightOf(
  { tokens, registers, causal }: { tokens: Tokens; registers: Float32Array; causal: 0 | 1 },
  query: number,
  key: number,
): number {
  if (causal && key > query) return 0;
  let score = 0;
  for (let d = 0; d < WIDTH; d += 1) {
    score += tokens.q[query * WIDTH + d] * tokens.k[key * WIDTH + d];
  }
  return Math.exp(score / Math.sqrt(WIDTH) - registers[2 * query]) / registers[2 * query + 1];
}
