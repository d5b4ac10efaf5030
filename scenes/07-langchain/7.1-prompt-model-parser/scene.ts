import {
  choice,
  html,
  loadRun,
  scene,
  textGiven,
  wholeGiven,
  type ChatModel,
  type Prediction,
} from '../../../src/author';
import card from './card';
import { code } from './code';
import { observed, type Givens, type Model } from './model';
import type { Recording } from './recording';
import { slips } from './slips';
import { solution } from './solution';
import { vary } from './vary';
import { describe, view } from './view';

export default scene({
  card,
  params: {
    topic: textGiven({
      label: 'topic',
      role: 'input',
      default: 'cats',
      maxLength: 24,
      check: (text) =>
        text.trim() === '' ? 'is empty; say what the line should be about' : undefined,
    }),
    inputs: wholeGiven({ label: 'inputs of a batch', default: 3, min: 1, max: 4 }),
    throws: choice({
      label: 'part that throws',
      default: 'prompt',
      choices: { prompt: 'the prompt', model: 'the model', parser: 'the parser' },
    }),
  },
  problem: (given) => html`
    <p>
      In Python you write prompt | model | parser, in JavaScript prompt.pipe(model).pipe(parser).
      The prompt asks for a line about a ${given('topic')}. The model is scripted, unless you plug
      in your own.
    </p>
    <p>What does the pipe build, and which interface do all three parts share?</p>
    <p class="aside">At the end you also see ${given('inputs')} and a ${given('throws')}.</p>
  `,
  trace: async ({ topic, inputs, throws }: Givens, signal: AbortSignal): Promise<Recording> =>
    (await loadRun(() => import('./run'))).run(topic, inputs, throws, signal),
  traceWith: async (
    { topic, inputs, throws }: Givens,
    chat: ChatModel,
    signal: AbortSignal,
  ): Promise<Recording> =>
    (await loadRun(() => import('./run'))).run(topic, inputs, throws, signal, chat),
  model: observed,
  answers: ({ type, shared }: Model) => [
    { name: 'type', value: type },
    { name: 'interface', value: shared },
  ],
  solution,
  predictions: (): Prediction[] => [
    {
      answer: 'type',
      kind: 'choice',
      label: 'what the pipe builds',
      choices: {
        list: 'a list of the three',
        RunnableParallel: 'a RunnableParallel',
        RunnableSequence: 'a RunnableSequence',
        string: 'a string, the answer',
      },
    },
    {
      answer: 'interface',
      kind: 'choice',
      label: 'the interface that all three share',
      choices: {
        'the model alone: invoke': 'none; only the model has invoke',
        'Runnable: invoke, batch, stream': 'Runnable: invoke, batch, stream',
        'Callable: call': 'Callable: call',
      },
    },
  ],
  slips,
  vary,
  view,
  describe,
  code,
  notes: {
    hands: 'The prompt throws, because a variable is missing. Does the model run?',
    afterwards:
      'No. A sequence hands on outputs, and the prompt has none. The error reaches the caller, and no token is paid for.',
  },
});
