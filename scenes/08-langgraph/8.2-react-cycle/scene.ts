import { html, integer, loadRun, scene, wholeGiven, type Prediction } from '../../../src/author';
import card from './card';
import { code } from './code';
import { observed, range, type Givens, type Model } from './model';
import type { Recording } from './recording';
import { slips } from './slips';
import { solution } from './solution';
import { vary } from './vary';
import { describe, view } from './view';

export default scene({
  card,
  params: {
    tool_rounds: wholeGiven({
      label: 'rounds with tools',
      role: 'weight',
      default: 2,
      ...range.tool_rounds,
    }),
    recursion_limit: wholeGiven({
      label: 'recursion limit',
      role: 'value',
      default: 25,
      ...range.recursion_limit,
    }),
  },
  problem: (given) => html`
    <p>
      An agent is a graph: a chat model that may ask for tools, and a node that runs them. The model
      here is scripted: ${given('tool_rounds')}, then its answer. The graph runs in LangGraph.js,
      with a ${given('recursion_limit')}.
    </p>
    <p>Which edge closes the cycle, what stops the run, and after how many steps?</p>
  `,
  trace: async (
    { tool_rounds, recursion_limit }: Givens,
    signal: AbortSignal,
  ): Promise<Recording> =>
    (await loadRun(() => import('./run'))).run(tool_rounds, recursion_limit, signal),
  model: observed,
  answers: ({ cycleEdge, stopsBy, steps }: Model) => [
    { name: 'cycle_edge', value: cycleEdge },
    { name: 'stops_by', value: stopsBy },
    { name: 'steps', value: steps, format: integer },
  ],
  solution,
  predictions: (): Prediction[] => [
    {
      answer: 'cycle_edge',
      kind: 'choice',
      label: 'edge that closes the cycle',
      choices: {
        'START → agent': 'START → agent',
        'agent → tools': 'agent → tools',
        'agent → END': 'agent → END',
        'tools → agent': 'tools → agent',
      },
    },
    {
      answer: 'stops_by',
      kind: 'choice',
      label: 'what stops the run',
      choices: { 'recursion limit': 'the recursion limit', 'no tool calls': 'no tool calls' },
    },
    { answer: 'steps', kind: 'number', tex: 's', label: 'steps of the run' },
  ],
  slips,
  vary,
  view,
  describe,
  code,
  notes: {
    hands: 'Twelve rounds of tools, and a recursion limit of 25. Does the run finish?',
    afterwards:
      'No. It takes $2 \\cdot 12 + 1 = 25$ steps, and the library throws as soon as 25 have run. A limit of 26 lets it finish.',
  },
});
