import { Random } from '../../../src/author';
import { TEXT, VOCABULARY } from './text';

/** What a reader can change. */
export interface Givens {
  /** Tokens. */
  readonly n: number;
  /** The share of tokens that are chosen to be predicted. */
  readonly mask_rate: number;
  /** What becomes of those: shares that sum to 1. */
  readonly mask: number;
  readonly random: number;
  readonly keep: number;
  /** Which draw is shown. */
  readonly draw: number;
}

/** What happened to a token of the text. */
export interface Drawn {
  readonly token: string;
  readonly fate: 'context' | 'masked' | 'randomised' | 'kept';
  /** What the model reads in its place. */
  readonly read: string;
}

export interface Model extends Givens {
  readonly chosen: number;
  readonly masked: number;
  readonly randomised: number;
  readonly kept: number;
  /** The share of tokens that the model still reads as they are. */
  readonly context: number;
  readonly why_rate: 'balance';
  readonly why_split: 'use';
  readonly text: readonly Drawn[];
}

/** How BERT chooses tokens to predict and what it does to them (Devlin et al., 2018). */
export function masking(givens: Givens): Model {
  const { n, mask_rate, mask, random, keep } = givens;
  const chosen = n * mask_rate;
  return {
    ...{ ...givens, chosen },
    masked: chosen * mask,
    randomised: chosen * random,
    kept: chosen * keep,
    context: contextLeft(givens, mask_rate),
    why_rate: 'balance',
    why_split: 'use',
    text: drawn(givens),
  };
}

export const contextLeft = ({ mask, random }: Givens, rate: number): number =>
  1 - rate * (mask + random);

/** One draw for the text: a token stays chosen when the rate rises. */
function drawn({ mask_rate, mask, random, draw }: Givens): Drawn[] {
  const source = new Random(draw);
  return TEXT.map((token): Drawn => {
    const [choice, split, word] = [source.uniform(), source.uniform(), source.pick(VOCABULARY)];
    if (choice >= mask_rate) return { token, fate: 'context', read: token };
    if (split < mask) return { token, fate: 'masked', read: '[MASK]' };
    if (split < mask + random) return { token, fate: 'randomised', read: word };
    return { token, fate: 'kept', read: token };
  });
}
