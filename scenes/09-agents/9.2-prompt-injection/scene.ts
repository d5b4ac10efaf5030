import { boolean, choice, html, loadRun, scene, type Prediction } from '../../../src/author';
import card from './card';
import { code } from './code';
import { NAMES, observed, type Givens, type Model } from './model';
import type { Recording } from './recording';
import { slips } from './slips';
import { solution } from './solution';
import { vary } from './vary';
import { describe, view } from './view';

export default scene({
  card,
  params: {
    untrusted_data: boolean({ label: 'text from outside is marked as data', default: false }),
    isolation: boolean({ label: 'a model without tools reads it', default: false }),
    least_privilege: boolean({ label: 'the agent has no mail tool', default: false }),
    approval: boolean({ label: 'a person approves each mail', default: false }),
    sanitise: boolean({ label: 'inputs and outputs are sanitised', default: false }),
    attack: choice({
      label: 'attack',
      role: 'gradient',
      default: 'plain',
      choices: {
        plain: 'in plain sight on the page',
        hidden: 'on the page, where no reader sees it',
        'tool-output': 'in the output of a tool',
        link: 'to put a picture into the answer',
        encoded: 'in Base64 and in look-alike letters',
      },
    }),
  },
  problem: (given) => html`
    <p>
      An agent looks up a page for you. It holds your notes and can send mail. What it reads holds
      an order, ${given('attack')}. The model is scripted and obeys what it reads.
    </p>
    <p>Do the notes leak, and which defence stops the order first?</p>
    <p>
      ${given('sanitise')} ${given('isolation')} ${given('untrusted_data')}
      ${given('least_privilege')} ${given('approval')}
    </p>
  `,
  trace: async (
    givens: Givens,
    signal: AbortSignal,
    tell?: (soFar: Recording) => void,
  ): Promise<Recording> => {
    const { recorded } = await loadRun(() => import('./run'));
    return recorded(givens, signal, tell);
  },
  model: observed,
  answers: ({ leaked, stoppedBy }: Model) => [
    { name: 'leaked', value: leaked },
    { name: 'stopped_by', value: stoppedBy, words: NAMES },
  ],
  solution,
  predictions: (): Prediction[] => [
    {
      answer: 'leaked',
      kind: 'choice',
      label: 'whether the notes leak',
      choices: { no: 'no', 'less likely': 'less likely than without defences', yes: 'yes' },
    },
    {
      answer: 'stopped_by',
      kind: 'choice',
      label: 'what stops the order first',
      choices: NAMES,
    },
  ],
  slips,
  vary,
  view,
  describe,
  code,
  notes: {
    hands: 'You may keep one of the five switches. Which one?',
    afterwards:
      'Isolation stops every order shown here: the model that reads has no tools, and the one with tools never reads. A page can still lie about the date, so in practice you combine several.',
  },
});
