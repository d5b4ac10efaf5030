/** Masks by the names they have in links, each with what a reader sees of it. */
export const MASKS = {
  bidirectional: {
    says: 'bidirectional',
    short: 'sees everything',
    more: 'every token sees every token',
  },
  causal: {
    says: 'causal',
    short: 'sees nothing later',
    more: 'no token sees a later one',
  },
  'bidirectional encoder + causal decoder with cross-attention': {
    says: 'encoder + decoder',
    short: 'cross sees all',
    more: 'cross-attention sees the whole input',
  },
  'bidirectional encoder + causal decoder with causal cross-attention': {
    says: 'encoder + decoder',
    short: 'cross is causal',
    more: 'cross-attention is causal too',
  },
} as const;

export type Mask = keyof typeof MASKS;

export const ENCODER_DECODER: Mask = 'bidirectional encoder + causal decoder with cross-attention';
export const CAUSAL_CROSS: Mask =
  'bidirectional encoder + causal decoder with causal cross-attention';

export const OBJECTIVES = {
  'masked tokens': 'masked tokens',
  'next token': 'next token',
  'span corruption': 'span corruption',
} as const;

export type Objective = keyof typeof OBJECTIVES;

export const isMask = (name: string): name is Mask => Object.hasOwn(MASKS, name);
export const isObjective = (name: string): name is Objective => Object.hasOwn(OBJECTIVES, name);

/** Tokens on each side of a mask as it is drawn; of an encoder and a decoder, half of them each. */
export const SIDE = 6;

/** What a cell of a drawn mask is: row i looks at column j, or there is no such connection. */
export type Connection = 'open' | 'cross' | 'hidden' | 'none';

export function connection(mask: Mask, i: number, j: number): Connection {
  if (mask === 'bidirectional') return 'open';
  if (mask === 'causal') return j <= i ? 'open' : 'hidden';
  const half = SIDE / 2;
  // The encoder first: its rows know nothing of the decoder.
  if (i < half) return j < half ? 'open' : 'none';
  if (j >= half) return j <= i ? 'open' : 'hidden';
  return mask === CAUSAL_CROSS && j > i - half ? 'hidden' : 'cross';
}
