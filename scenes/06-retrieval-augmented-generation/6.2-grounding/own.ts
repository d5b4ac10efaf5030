import type { ChatMessage } from '../../../src/author';
import { checked, type Claim } from './checker';
import type { Passage } from './retrieval';
import { sentencesOf, stemsOf } from './text';

/** So many sentences of a reader's own model are claims: as many as the scripted one writes. */
export const MOST = 5;

const STRICT =
  'Answer from the passages only. End every sentence with the number of the passage that says it, such as [1]. If the passages do not answer the question, say: I don’t know.';
const LOOSE =
  'Answer the question. You may use the passages, and name them by number, such as [1].';

/** What a reader's own model is asked. */
export const promptFor = (
  question: string,
  context: readonly Passage[],
  strict: boolean,
): ChatMessage[] => [
  {
    role: 'system',
    content: `${strict ? STRICT : LOOSE} Write plain text, at most ${MOST} short sentences.`,
  },
  {
    role: 'user',
    content: [...context.map(({ text }, i) => `[${i + 1}] ${text}`), question].join('\n\n'),
  },
];

/** The claims of an answer in free text: its sentences, each with the first passage it cites. */
export const claimsIn = (answer: string, context: readonly Passage[]): Claim[] =>
  answer
    .replace(/[*`]/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-•]|\d+[.)])\s+/, ''))
    // A citation behind the full stop belongs to the sentence before it.
    .map((line) => line.replace(/([.?!])((?:\s*\[\d+\])+)/g, '$2$1'))
    .flatMap(sentencesOf)
    .map((sentence) => ({
      text: sentence.replace(/\s*\[\d+\]/g, '').trim(),
      cites: Number(/\[(\d+)\]/.exec(sentence)?.[1] ?? 0) - 1,
    }))
    .filter(({ text }) => stemsOf(text).length > 0 && !/\bI (?:do not|don[’']t) know\b/i.test(text))
    .slice(0, MOST)
    .map(({ text, cites }) => checked(text, cites in context ? cites : undefined, context));
