import {
  mapMatrix,
  matmul,
  Random,
  rotated,
  softmax,
  transpose,
  type Matrix,
  type Vector,
} from '../../../src/author';

/** Every embedding, query, key, value and state has this many entries. */
export const WIDTH = 2;
export const MOST = 6;

export type Positions = 'none' | 'sinusoidal' | 'rope';

/** What a reader can change. */
export interface Givens {
  readonly tokens: string;
  /** `order[i]` is the token that now stands at position i. */
  readonly order: Vector;
  readonly positions: Positions;
}

/** The weights: a fixed draw, shown in the code. */
export interface Weights {
  readonly query: Matrix;
  readonly key: Matrix;
  readonly value: Matrix;
  /** Of the RNN: from the input, and from the state before. */
  readonly input: Matrix;
  readonly state: Matrix;
}

/** Attention over tokens in one order. */
export interface Pass {
  readonly embeddings: Matrix;
  readonly out: Matrix;
  /** The states of the RNN, after each token. */
  readonly states: Matrix;
}

export interface Model extends Givens {
  readonly words: readonly string[];
  readonly weights: Weights;
  readonly first: Pass;
  readonly permuted: Pass;
  /** Largest difference between an output row and the row of the same token in the other order. */
  readonly difference: number;
  readonly equivariant: 'yes' | 'no';
}

/** Anything smaller is round-off. */
export const TOLERANCE = 1e-9;

export const wordsIn = (tokens: string): string[] => tokens.split(/\s+/).filter(Boolean);

const drawn = (random: Random, rows: number, most: number): Matrix =>
  Array.from({ length: rows }, () =>
    Array.from({ length: WIDTH }, () => random.grid(-most, most, 0.1)),
  );

const WEIGHTS = ((): Weights => {
  const random = new Random(45);
  const next = (most: number): Matrix => drawn(random, WIDTH, most);
  return { query: next(1.5), key: next(1.5), value: next(1.5), input: next(1), state: next(1) };
})();

/** The embedding of a word: a draw of its own, the same wherever the word stands. */
function embeddingOf(word: string): Vector {
  const stream = [...word].reduce(
    (sum, letter) => (31 * sum + letter.codePointAt(0)!) % 2 ** 31,
    7,
  );
  return drawn(new Random(4, stream), 1, 1.5)[0];
}

export function ordering(givens: Givens): Model {
  const { tokens, order, positions } = givens;
  const words = wordsIn(tokens);
  const embeddings = words.map(embeddingOf);
  const first = passOver(embeddings, positions);
  const permuted = passOver(
    order.map((i) => embeddings[i]),
    positions,
  );
  const difference = Math.max(
    ...permuted.out.flatMap((row, i) => row.map((x, j) => Math.abs(x - first.out[order[i]][j]))),
  );
  return {
    ...{ ...givens, words, weights: WEIGHTS, first, permuted, difference },
    equivariant: difference < TOLERANCE ? 'yes' : 'no',
  };
}

/** The wave of a position, for a width of two: its sine and its cosine. */
export const wave = (position: number): Vector => [Math.sin(position), Math.cos(position)];

function passOver(embeddings: Matrix, positions: Positions): Pass {
  const { query, key, value, input, state } = WEIGHTS;
  const placed =
    positions === 'sinusoidal' ? mapMatrix(embeddings, (x, p, k) => x + wave(p)[k]) : embeddings;
  const turned = (rows: Matrix): Matrix => (positions === 'rope' ? rows.map(rotated) : rows);
  const [Q, K] = [query, key].map((weights) => turned(matmul(placed, weights)));
  const scores = mapMatrix(matmul(Q, transpose(K)), (s) => s / Math.sqrt(WIDTH));
  const states: Vector[] = [];
  for (const [t, [fresh]] of embeddings.map((x) => matmul([x], input)).entries()) {
    const [kept] = t > 0 ? matmul([states[t - 1]], state) : [[0, 0]];
    states.push(fresh.map((x, k) => Math.tanh(x + kept[k])));
  }
  return { embeddings, out: matmul(scores.map(softmax), matmul(placed, value)), states };
}
