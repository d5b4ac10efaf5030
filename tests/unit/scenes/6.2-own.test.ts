import { expect, test } from 'vitest';
import type { ChatMessage, ChatModel } from '../../../src/author';
import { claimsIn } from '../../../scenes/06-retrieval-augmented-generation/6.2-grounding/own';
import type { Passage } from '../../../scenes/06-retrieval-augmented-generation/6.2-grounding/retrieval';
import grounding from '../../../scenes/06-retrieval-augmented-generation/6.2-grounding/scene';
import type { Givens } from '../../../scenes/06-retrieval-augmented-generation/6.2-grounding/settings';

const passage = (text: string): Passage => ({
  ...{ id: 0, exercise: '4.2', title: '', text, sentence: text, share: 1, nearest: [] },
});
const context = [
  passage('Scores are divided by the root of the width.'),
  passage('The mask hides later tokens.'),
];
const read = (answer: string): [string, number | undefined, number | undefined][] =>
  claimsIn(answer, context).map(({ text, cites, evidence }) => [text, cites, evidence]);

test('sentences of a free answer are claims, wherever their citation stands', () => {
  expect(
    read(
      'Scores are **divided** by the root of the width [1]. The mask hides later tokens. [2] Cats nap!',
    ),
  ).toEqual([
    ['Scores are divided by the root of the width.', 0, 0],
    ['The mask hides later tokens.', 1, 1],
    ['Cats nap!', undefined, undefined],
  ]);
});

test('lines of a list are claims, and a passage that is not there is no citation', () => {
  expect(read('- The mask hides tokens [1][2]\n2. Cats nap [7]\n')).toEqual([
    ['The mask hides tokens', 0, 1],
    ['Cats nap', undefined, undefined],
  ]);
});

test('who does not know claims nothing, and of a long answer the beginning counts', () => {
  expect(read('I don’t know.')).toEqual([]);
  expect(read('')).toEqual([]);
  expect(read(Array.from({ length: 9 }, () => 'Cats nap.').join(' '))).toHaveLength(5);
});

test('the reader’s own model reads the question and the chosen passages, and its claims are counted', async () => {
  const given: Givens = {
    ...{ question: 'own', own: 'What does a gradient do?', strict_prompt: true, hybrid: true },
    ...{ rerank: false, temperature: 0.3, faithfulness_check: false },
  };
  let asked: readonly ChatMessage[] = [];
  const chat: ChatModel = {
    name: 'llama',
    chat(messages, { temperature }) {
      asked = messages;
      return Promise.resolve(`It is warm at ${temperature}. Zebras gallop.`);
    },
  };
  const trace = await grounding.traceWith!(given, chat, new AbortController().signal);
  const model = grounding.model(given, trace);
  for (const { text } of model.context) expect(asked[1].content).toContain(text);
  expect(asked[1].content).toContain(given.own);
  expect(asked[0].content).toContain('only');
  expect(model.claims.map(({ text }) => text)).toEqual(['It is warm at 0.3.', 'Zebras gallop.']);
  expect(model.unsupported).toBe(2);
});
