import { html, integer, numberGiven, scene, wholeGiven } from '../../../src/author';
import card from './card';
import { code } from './code';
import { compareDesigns } from './model';
import { scale } from './scale';
import { slips } from './slips';
import { seconds, solution } from './solution';
import { vary } from './vary';
import { view } from './view';

const probability = { min: 0, max: 1, step: 0.01 };

export default scene({
  card,
  params: {
    agents: wholeGiven({ label: 'n', default: 3, min: 1, max: 8 }),
    p_success: numberGiven({
      label: 'p',
      role: 'weight',
      default: 0.9,
      ...probability,
    }),
    p_handoff: numberGiven({
      label: 'h',
      role: 'gradient',
      default: 0.95,
      ...probability,
    }),
    calls_per_agent: wholeGiven({ label: 'c', default: 4, min: 1, max: 12 }),
    latency: numberGiven({ label: 't', default: 2, min: 0, max: 600, step: 0.5 }),
    price: numberGiven({ label: 'k', default: 0.01, min: 0, max: 100, step: 0.01 }),
    specialist_gain: numberGiven({
      label: 'g',
      role: 'value',
      default: 0.05,
      ...probability,
    }),
  },
  idle: ({ agents }) => (agents === 1 ? ['p_handoff', 'specialist_gain'] : []),
  problem: (given) => html`
    <p>
      A task goes through a chain of agents, ${given('agents')} of them, one after the other. Each
      makes ${given('calls_per_agent')} calls to its model. A call takes ${given('latency')} seconds
      and costs ${given('price')} dollars.
    </p>
    <p>
      One agent alone succeeds with probability ${given('p_success')}, a specialist more often, by
      ${given('specialist_gain')}. A hand-off arrives with probability ${given('p_handoff')}.
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
  describe: ({ agents, p_all, p_success }, unfolding) =>
    agents > 1 && unfolding.shown('split')
      ? `A surface shows how often a chain succeeds, over hand-off and gain. It rises with both and passes the level of one agent along a line. This chain stands ${p_all < p_success ? 'below' : 'on or above'} that level.`
      : '',
  scale,
  code,
  notes: {
    hands:
      'A fourth agent joins the three, as good as they are. Is the chain better or worse for it?',
    afterwards:
      'Worse: one more agent and one more hand-off can fail, so $P$ falls from $0.95^5 \\approx 0.774$ to $0.95^7 \\approx 0.698$. It also costs four more calls.',
  },
});
