import { expect, it } from 'vitest';
import { MASK, pretraining } from '../../../scenes/05-architectures/5.1-bert-gpt-t5/model';

const sentences = Array.from({ length: 11 }, (_, extra) =>
  Array.from({ length: extra + 2 }, (__, i) => `w${i}`).join(' '),
);

const each = sentences.flatMap((sentence) =>
  Array.from({ length: 40 }, (_, k) => pretraining({ sentence, draw: k + 1 })),
);

it('masks some tokens for BERT, and asks for these and no others', () => {
  for (const { words, training } of each) {
    const { read } = training['masked tokens'];
    const masked = read.filter(({ input }) => input === MASK);
    expect(masked.length).toBe(Math.max(1, Math.round(0.15 * words.length)));
    expect(read.map(({ input, target }) => target ?? input)).toEqual(words);
  }
});

it('asks GPT for the token after each but the last', () => {
  for (const { words, training } of each) {
    const { read } = training['next token'];
    expect(read.map(({ target }) => target)).toEqual([...words.slice(1), undefined]);
  }
});

it('cuts spans out for T5, which written into the gaps give the text again', () => {
  for (const { words, training } of each) {
    const { read, written = [] } = training['span corruption'];
    const spans = new Map<string, string[]>();
    for (const { target = '' } of written) {
      if (target.startsWith('<')) spans.set(target, []);
      else [...spans.values()].at(-1).push(target);
    }
    const again = read.flatMap(({ input }) => spans.get(input) ?? [input]);
    expect(again).toEqual(words);
    expect(read.some(({ input }) => !input.startsWith('<'))).toBe(true);
    // The decoder reads what it wrote before.
    expect(written.slice(1).map(({ input }) => input)).toEqual(
      written.slice(0, -1).map(({ target }) => target),
    );
  }
});
