import { boolean, html, integer, loadRun, scene, wholeGiven } from '../../../src/author';
import card from './card';
import { code } from './code';
import { MOST, type Runs } from './messages';
import { counted, type Givens, type Model } from './model';
import { slips } from './slips';
import { solution } from './solution';
import { vary } from './vary';
import { describe, view } from './view';

export default scene({
  card,
  params: {
    history: wholeGiven({
      label: 'messages in the state',
      role: 'input',
      default: 3,
      min: 0,
      max: MOST.history,
    }),
    returns: wholeGiven({
      label: 'messages returned',
      role: 'activation',
      default: 1,
      min: 0,
      max: MOST.returns,
    }),
    reducer: boolean({ label: 'reducer add_messages', default: true }),
  },
  problem: (given) => html`
    <p>
      A graph starts with ${given('history')}. Its node runs once: ${given('returns')}. The list is
      declared with the ${given('reducer')}.
    </p>
    <p>
      How many messages does the state hold afterwards, with the reducer and without it? Both graphs
      run here, in LangGraph.js, with a scripted model.
    </p>
  `,
  trace: async ({ history, returns }: Givens, signal): Promise<Runs> =>
    (await loadRun(() => import('./run'))).run(history, returns, signal),
  model: counted,
  answers: ({ withReducer, withoutReducer }: Model) => [
    { name: 'with_reducer', value: withReducer, format: integer },
    { name: 'without_reducer', value: withoutReducer, format: integer },
  ],
  solution,
  predictions: () => [
    {
      answer: 'with_reducer',
      kind: 'number',
      tex: 'n_{\\text{add}}',
      label: 'messages with add_messages',
    },
    {
      answer: 'without_reducer',
      kind: 'number',
      tex: 'n_{\\text{last}}',
      label: 'messages without a reducer',
    },
  ],
  slips,
  vary,
  view,
  describe,
  code,
  notes: {
    hands:
      'The node returns a message whose id is there already. Are there three messages then, or four?',
    afterwards:
      'Three. The reducer compares ids: the message takes the position of the old one. Only a new id is appended.',
  },
});
