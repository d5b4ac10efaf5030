/** How often each character follows a context. */
interface Followers {
  readonly counts: Uint32Array;
  total: number;
}

/** Contexts of one length by their numbers: characters are digits, of as many as there are characters. */
type Contexts = ReadonlyMap<number, Followers>;

/** How much of the training text the weights are chosen on. */
const CHOOSING = 0.1;
/** By then the weights stand still in their sixth decimal. */
const ROUNDS = 100;

/**
 * An n-gram model: how likely a character is after the `order` characters before it. Relative
 * frequencies after contexts of every length, from none to `order`, and a uniform share for what was
 * never seen are added with fixed weights. Source: Jelinek and Mercer, "Interpolated Estimation of
 * Markov Source Parameters from Sparse Data" (1980).
 */
export class NGram {
  constructor(
    /** How many different characters there are; each is a whole number below. */
    readonly size: number,
    private readonly contexts: readonly Contexts[],
    /** Of the uniform share, and of contexts from the shortest to the longest; they sum to 1. */
    readonly weights: readonly number[],
  ) {}

  /** The characters of context that it uses. */
  get order(): number {
    return this.contexts.length - 1;
  }

  /** The probability of the character at a place of a text, which has a whole context before it. */
  probability(text: ArrayLike<number>, at: number): number {
    const parts = estimates(this.size, this.contexts, text, at);
    return parts.reduce((sum, part, i) => sum + this.weights[i] * part, 0);
  }

  /** What a character of a text costs on average, in bits, from the first with a whole context on. */
  bitsPerCharacter(text: ArrayLike<number>): number {
    let bits = 0;
    for (let at = this.order; at < text.length; at += 1) {
      bits -= Math.log2(this.probability(text, at));
    }
    return bits / (text.length - this.order);
  }
}

/** Counts a text; its weights are the best for its own end after counting only what is before that. */
export function trainNGram(text: Uint8Array, size: number, order: number): NGram {
  const start = Math.floor(text.length * (1 - CHOOSING));
  if (text.length - start <= order) {
    throw new RangeError(`${text.length} characters are too few for contexts of ${order}`);
  }
  const before = countedContexts(text.subarray(0, start), size, order);
  const weights = bestWeights(size, before, text.subarray(start));
  return new NGram(size, countedContexts(text, size, order), weights);
}

/** The contexts of a text from length 0 to `order`, with what follows them. */
export const countedContexts = (text: Uint8Array, size: number, order: number): Contexts[] =>
  Array.from({ length: order + 1 }, (_, length) => {
    const contexts = new Map<number, Followers>();
    for (let at = length; at < text.length; at += 1) {
      const key = contextKey(text, at, length, size);
      const known = contexts.get(key);
      const followers = known ?? { counts: new Uint32Array(size), total: 0 };
      if (!known) contexts.set(key, followers);
      followers.counts[text[at]] += 1;
      followers.total += 1;
    }
    return contexts;
  });

function contextKey(text: ArrayLike<number>, at: number, length: number, size: number): number {
  let key = 0;
  for (let i = at - length; i < at; i += 1) key = key * size + text[i];
  return key;
}

/** The uniform share and the relative frequencies; a context never seen says what a shorter one does. */
function estimates(
  size: number,
  contexts: readonly Contexts[],
  text: ArrayLike<number>,
  at: number,
): number[] {
  const parts = [1 / size];
  contexts.forEach((ofLength, length) => {
    const followers = ofLength.get(contextKey(text, at, length, size));
    parts.push(followers ? followers.counts[text[at]] / followers.total : parts[length]);
  });
  return parts;
}

/**
 * The weights under which a text is likeliest, by expectation and maximisation: each part gets the
 * share that it had in what the text was given. Every round makes the text likelier.
 */
function bestWeights(size: number, contexts: readonly Contexts[], text: Uint8Array): number[] {
  const order = contexts.length - 1;
  const places = Array.from({ length: text.length - order }, (_, i) =>
    estimates(size, contexts, text, order + i),
  );
  let weights = new Array<number>(order + 2).fill(1 / (order + 2));
  for (let round = 0; round < ROUNDS; round += 1) {
    const shares = new Array<number>(order + 2).fill(0);
    for (const parts of places) {
      const whole = parts.reduce((sum, part, i) => sum + weights[i] * part, 0);
      parts.forEach((part, i) => (shares[i] += (weights[i] * part) / whole / places.length));
    }
    weights = shares;
  }
  return weights;
}
