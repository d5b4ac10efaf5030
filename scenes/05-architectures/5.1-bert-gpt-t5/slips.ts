import type { Slip, Words } from '../../../src/author';
import { CAUSAL_CROSS, ENCODER_DECODER } from './masks';
import type { Model, Name } from './model';

/** A wrong mask or a wrong objective, whatever stands beside it. */
const wrong = (
  field: Name,
  example: readonly [mask: string, objective: string],
  matches: (mask: string, objective: string) => boolean,
  hint: string,
): Slip<Model> => ({
  field,
  value: () => example,
  matches: (value) => matches(...(value as Words as readonly [string, string])),
  hint,
  highlights: [field],
});

export const slips: readonly Slip<Model>[] = [
  wrong(
    'bert',
    ['bidirectional', 'next token'],
    (_, objective) => objective === 'next token',
    'BERT was given the next token. If tokens look both ways, the next one stands in the input and is only copied. Which task hides its answer?',
  ),
  wrong(
    'bert',
    ['causal', 'masked tokens'],
    (mask) => mask === 'causal',
    'A gap is easier to fill from both sides, and the B in BERT says which way it looks.',
  ),
  wrong(
    'bert',
    [ENCODER_DECODER, 'masked tokens'],
    (mask) => mask === ENCODER_DECODER || mask === CAUSAL_CROSS,
    'BERT writes nothing out, so it needs no decoder. The E stands for the part it has.',
  ),
  wrong(
    'gpt',
    ['bidirectional', 'next token'],
    (mask, objective) => mask === 'bidirectional' && objective === 'next token',
    'Here each position can see the very token it is to predict. Training would be copying, and writing would fail.',
  ),
  wrong(
    'gpt',
    ['causal', 'masked tokens'],
    (mask, objective) => mask === 'causal' && objective !== 'next token',
    'The mask is right. A model that writes from left to right is trained on what it will do: go on where the text ends.',
  ),
  wrong(
    't5',
    ['causal', 'span corruption'],
    (mask) => mask === 'causal',
    'T5 was taken for a decoder only. It reads its input as a whole before it writes: two parts, each with a mask of its own.',
  ),
  wrong(
    't5',
    ['bidirectional', 'span corruption'],
    (mask) => mask === 'bidirectional',
    'An encoder alone gives one output for each token. It cannot write out a span whose length it does not know.',
  ),
  wrong(
    't5',
    [CAUSAL_CROSS, 'span corruption'],
    (mask) => mask === CAUSAL_CROSS,
    'Cross-attention was given the causal mask. The whole input is there before the first token is written, so none of it is the future.',
  ),
];
