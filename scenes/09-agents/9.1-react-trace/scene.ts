import { choice, html, integer, scene, type Prediction } from '../../../src/author';
import { ORDER, UNKNOWN } from './agent';
import card from './card';
import { code } from './code';
import { peopleOf, react, type Model } from './model';
import { COUNTRIES } from './pages';
import { slips } from './slips';
import { solution } from './solution';
import { KINDS, optionsOf } from './trace-order';
import { BROKEN, vary } from './vary';
import { describe, view } from './view';

export default scene({
  card,
  params: {
    country: choice({
      label: 'country',
      role: 'input',
      default: 'France',
      choices: Object.fromEntries(COUNTRIES.map((name) => [name, name])),
    }),
    broken: choice({ label: 'this time', default: 'parallel', choices: BROKEN }),
  },
  problem: (given) => html`
    <p>
      An agent is asked for the population of the capital of a ${given('country')}. It has a search
      tool over a few pages, and writes down each thought, action and observation. The agent is
      scripted; the search is real.
    </p>
    <p>
      Put its trace in order. How often does it search, and what does it answer? Then it runs once
      more; ${given('broken')}.
    </p>
  `,
  model: react,
  answers: ({ searches, trace, brokenTrace }: Model) => [
    { name: 'order', value: ORDER, words: KINDS },
    { name: 'searches', value: searches, format: integer },
    { name: 'final', value: trace.final },
    { name: 'broken_final', value: brokenTrace.final, label: 'the answer of the broken run' },
  ],
  solution,
  predictions: (model): Prediction[] => [
    { answer: 'order', kind: 'order', label: 'the trace, in order', options: optionsOf(model) },
    { answer: 'searches', kind: 'number', tex: 's', label: 'how often it searches' },
    {
      answer: 'final',
      kind: 'choice',
      label: 'what it answers',
      choices: Object.fromEntries(
        [peopleOf(model), UNKNOWN, model.trace.final].map((said) => [said, said]),
      ),
    },
  ],
  slips,
  vary,
  view,
  describe,
  code,
  notes: {
    hands: 'Can the two searches run in parallel, to save time?',
    afterwards:
      'No: the second cannot be worded before the first has been read. For two countries you could run the two first searches side by side, since neither needs the other.',
  },
});
