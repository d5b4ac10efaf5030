import { html, integer, numberGiven, scene, wholeGiven } from '../../../src/author';
import card from './card';
import { code } from './code';
import { compareDesigns } from './model';
import { slips } from './slips';
import { seconds, solution } from './solution';
import { vary } from './vary';
import { view } from './view';

const probability = { min: 0, max: 1, step: 0.01 };

export default scene({
  card,
  params: {
    agents: wholeGiven({ label: 'agents', default: 3, min: 1, max: 8 }),
    p_success: numberGiven({
      label: 'success of one agent',
      role: 'weight',
      default: 0.9,
      ...probability,
    }),
    p_handoff: numberGiven({
      label: 'hand-off',
      role: 'gradient',
      default: 0.95,
      ...probability,
    }),
    calls_per_agent: wholeGiven({ label: 'calls', default: 4, min: 1, max: 12 }),
    latency: numberGiven({ label: 'seconds a call', default: 2, min: 0, max: 600, step: 0.5 }),
    price: numberGiven({ label: 'dollars a call', default: 0.01, min: 0, max: 100, step: 0.01 }),
    specialist_gain: numberGiven({
      label: 'gain of a specialist',
      role: 'value',
      default: 0.05,
      ...probability,
    }),
  },
  idle: ({ agents }) => (agents === 1 ? ['p_handoff', 'specialist_gain'] : []),
  problem: (given) => html`
    <p>
      A task goes through a chain of ${given('agents')}, one after the other, each with
      ${given('calls_per_agent')} to its model: ${given('latency')}, ${given('price')}.
    </p>
    <p>
      Probabilities: ${given('p_success')}, ${given('specialist_gain')} added to that,
      ${given('p_handoff')} that arrives.
    </p>
    <p>What does the chain take, and how often does all of it go well?</p>
  `,
  model: compareDesigns,
  answers: ({ calls, latency_total, cost_total, p_all }) => [
    { name: 'calls', value: calls, format: integer },
    { name: 'latency_total', value: latency_total, format: seconds, unit: 's' },
    { name: 'cost_total', value: cost_total, unit: 'dollars' },
    { name: 'p_all', value: p_all },
  ],
  solution,
  predictions: () => [
    { answer: 'calls', kind: 'number', tex: 'C', label: 'calls in all' },
    { answer: 'latency_total', kind: 'number', tex: 'T', label: 'time in sequence' },
    { answer: 'cost_total', kind: 'number', tex: 'K', label: 'cost' },
    { answer: 'p_all', kind: 'number', tex: 'P', label: 'probability that all goes well' },
  ],
  slips,
  vary,
  view,
  code,
  notes: {
    hands:
      'A fourth agent joins the three, as good as they are. Is the chain better or worse for it?',
    afterwards:
      'Worse: one more agent and one more hand-off can fail, so $P$ falls from $0.95^5 \\approx 0.774$ to $0.95^7 \\approx 0.698$. It also costs four calls more.',
  },
});
