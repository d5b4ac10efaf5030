import {
  boolean,
  choice,
  html,
  integer,
  numberGiven,
  scene,
  textGiven,
  type ChatModel,
  type Prediction,
} from '../../../src/author';
import card from './card';
import { code } from './code';
import { FAILURES, HELPS, REMEDIES } from './fixes';
import { chosenFrom, ground, type Model } from './model';
import { promptFor } from './own';
import { choices, questions } from './questions';
import type { Retrieval } from './retrieval';
import { temperatureRange, type Givens } from './settings';
import { slips } from './slips';
import { solution } from './solution';
import { contentWords } from './text';
import { vary } from './vary';
import { describe, view } from './view';

const retrieval = async ({ question, own }: Givens, signal: AbortSignal): Promise<Retrieval> =>
  (await import('./retrieval')).retrieve(question === 'own' ? own : questions[question], signal);

export default scene({
  card,
  params: {
    question: choice({ label: 'question', default: 'reranking', choices }),
    own: textGiven({
      label: 'my question',
      default: 'What does a gradient do?',
      maxLength: 90,
      check: (text) =>
        contentWords(text).length > 0 ? undefined : 'has no word that a search could look for',
    }),
    strict_prompt: boolean({ label: 'strict prompt', default: false }),
    hybrid: boolean({ label: 'hybrid search', default: false }),
    rerank: boolean({ label: 'rerank', default: false }),
    temperature: numberGiven({ label: 'T', role: 'weight', default: 1, ...temperatureRange }),
    faithfulness_check: boolean({ label: 'check every claim', default: false }),
  },
  problem: (given) => html`
    <p>
      A scripted model, or your own, answers a ${given('question')} from three passages of this
      workbook, at temperature ${given('temperature')}.
    </p>
    <p>${given('own')}</p>
    <p>
      ${given('strict_prompt')} ${given('hybrid')} ${given('rerank')} ${given('faithfulness_check')}
    </p>
    <p>
      Some of its claims may be in none of the passages. How many do they support, and how many not?
      What share of the claims cites a passage that supports it? What would you do about each
      failure?
    </p>
  `,
  idle: ({ question }) => (question === 'own' ? [] : ['own']),
  trace: retrieval,
  traceWith: async (givens: Givens, chat: ChatModel, signal: AbortSignal): Promise<Retrieval> => {
    const found = await retrieval(givens, signal);
    const { context } = chosenFrom(found, givens);
    const messages = promptFor(found.question, context, givens.strict_prompt);
    const { temperature } = givens;
    const text = await chat.chat(messages, { signal, temperature });
    return { ...found, own: { by: chat.name, text } };
  },
  model: ground,
  answers: ({ supported, unsupported, citation_coverage }: Model) => [
    { name: 'supported', value: supported, format: integer },
    { name: 'unsupported', value: unsupported, format: integer },
    { name: 'citation_coverage', value: citation_coverage },
    { name: 'fixes', value: HELPS },
  ],
  solution,
  predictions: (): Prediction[] => [
    { answer: 'supported', kind: 'number', tex: 'S', label: 'claims with evidence' },
    { answer: 'unsupported', kind: 'number', tex: 'U', label: 'claims without' },
    {
      answer: 'citation_coverage',
      kind: 'number',
      tex: 'C',
      label: 'share of claims with a correct citation',
    },
    {
      answer: 'fixes',
      kind: 'matching',
      label: 'what helps',
      options: { pairs: FAILURES.map((label) => ({ label, choices: REMEDIES })) },
    },
  ],
  slips,
  vary,
  view,
  describe,
  code,
  notes: {
    hands: 'The evidence was never retrieved. Which of the switches helps?',
    afterwards:
      'Only the search: hybrid, then rerank. A strict prompt and a check keep false claims out, but they cannot supply what was not found. The honest answer is then “I don’t know”.',
  },
});
