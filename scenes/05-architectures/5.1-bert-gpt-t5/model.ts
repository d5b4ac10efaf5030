import { Random } from '../../../src/author';
import { ENCODER_DECODER, MASKS, OBJECTIVES, type Mask, type Objective } from './masks';

/** What a reader can change. */
export interface Givens {
  readonly sentence: string;
  /** Which draw hides what is hidden. */
  readonly draw: number;
}

/** One position: what stands in the input, and what is to be predicted there, if anything is. */
export interface Position {
  readonly input: string;
  readonly target?: string | undefined;
}

/** What a model is trained on: what it reads and, where there is one, what its decoder writes. */
export interface Training {
  readonly read: readonly Position[];
  readonly written?: readonly Position[];
}

export type Name = 'bert' | 'gpt' | 't5';

/** A model: its mask and its objective. */
export type Pairing = readonly [mask: Mask, objective: Objective];

export const MODELS: Readonly<Record<Name, string>> = { bert: 'BERT', gpt: 'GPT', t5: 'T5' };

export const names = Object.keys(MODELS) as readonly Name[];

export interface Model extends Givens, Readonly<Record<Name, Pairing>> {
  readonly words: readonly string[];
  /** The sentence as each objective makes training pairs of it. */
  readonly training: Readonly<Record<Objective, Training>>;
  /** The cards in the order they lie in, which says nothing of where they belong. */
  readonly cards: { readonly masks: readonly Mask[]; readonly objectives: readonly Objective[] };
}

export const FEWEST = 2;
export const MOST = 12;

export const wordsIn = (sentence: string): string[] => sentence.split(/\s+/).filter(Boolean);

/** The share of the tokens that BERT and T5 hide, and the mean length of T5's spans. */
const HIDDEN = 0.15;
const SPAN = 3;

export const MASK = '[MASK]';
const sentinel = (k: number): string => `<${'XYZ'[k]}>`;

export function pretraining({ sentence, draw }: Givens): Model {
  const words = wordsIn(sentence);
  return {
    ...{ sentence, draw, words },
    bert: ['bidirectional', 'masked tokens'],
    gpt: ['causal', 'next token'],
    t5: [ENCODER_DECODER, 'span corruption'],
    cards: {
      masks: new Random(draw, 3).shuffle(Object.keys(MASKS) as Mask[]),
      objectives: new Random(draw, 4).shuffle(Object.keys(OBJECTIVES) as Objective[]),
    },
    training: {
      'masked tokens': masked(words, new Random(draw, 1)),
      'next token': { read: words.map((input, i) => ({ input, target: words[i + 1] })) },
      'span corruption': corrupted(words, new Random(draw, 2)),
    },
  };
}

/** Some tokens are masked, and are what is to be predicted (Devlin et al., 2018). */
function masked(words: readonly string[], random: Random): Training {
  const count = Math.max(1, Math.round(HIDDEN * words.length));
  const chosen = random.shuffle(words.map((_, i) => i)).slice(0, count);
  return {
    read: words.map((word, i) =>
      chosen.includes(i) ? { input: MASK, target: word } : { input: word },
    ),
  };
}

/**
 * A span is replaced by a sentinel; what is written is each sentinel with what it stood for, and a
 * last one (Raffel et al., 2019). A short sentence has one span, or two that do not touch.
 */
function corrupted(words: readonly string[], random: Random): Training {
  const spans = spansIn(words.length, random);
  const starts = (i: number): number => spans.findIndex(([from]) => from === i);
  const inside = (i: number): boolean => spans.some(([from, to]) => from < i && i < to);
  const output = [
    ...spans.flatMap(([from, to], k) => [sentinel(k), ...words.slice(from, to)]),
    sentinel(spans.length),
  ];
  return {
    read: words.flatMap((word, i) => {
      if (inside(i)) return [];
      return [{ input: starts(i) < 0 ? word : sentinel(starts(i)) }];
    }),
    // The decoder reads what it has written so far.
    written: output.map((target, i) => ({ input: output[i - 1] ?? '<s>', target })),
  };
}

type Span = readonly [from: number, to: number];

function spansIn(count: number, random: Random): readonly Span[] {
  const span = (low: number, high: number): Span => {
    const length = Math.min(high - low, random.integer(1, SPAN));
    const from = random.integer(low, high - length);
    return [from, from + length];
  };
  // Something is left of every sentence.
  if (count < 6) return [span(0, Math.max(1, count - 1))];
  const middle = Math.floor(count / 2);
  return [span(0, middle), span(middle + 1, count)];
}
