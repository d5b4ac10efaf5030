import { choice, html, integer, scene, wholeGiven, type Prediction } from '../../../src/author';
import card from './card';
import { code } from './code';
import { MOST, observed, record, type Givens, type Model } from './model';
import { scripts, type ScriptName } from './scripts.js';
import { slips } from './slips';
import { solution } from './solution';
import { solutionText, task } from './task';
import { vary } from './vary';
import { describe, view } from './view';

const labels = Object.fromEntries(
  Object.entries(scripts).map(([name, { label }]) => [name, label]),
) as Record<ScriptName, string>;

export default scene({
  card,
  params: {
    script: choice({
      label: 'script',
      role: 'activation',
      default: 'weather-then-calculator',
      choices: labels,
    }),
    max_turns: wholeGiven({ label: 'turn limit', role: 'value', default: 8, min: 1, max: MOST }),
  },
  problem: (given) => html`
    <p>
      A chat model only writes messages. What makes an agent of it is a loop: call the model, run
      the tools it asks for, feed the results back, stop when it asks for none. The model here is
      scripted: ${given('script')}. The loop has a ${given('max_turns')}.
    </p>
    <p>How many turns does the run take, and how many tool calls? Write the loop yourself.</p>
  `,
  trace: (givens: Givens) => record(givens),
  model: observed,
  answers: ({ turns, toolCalls, final }: Model) => [
    { name: 'turns', value: turns, format: integer },
    { name: 'tool_calls', value: toolCalls, format: integer },
    { name: 'final', value: final },
    { name: 'code', value: solutionText },
  ],
  solution,
  predictions: ({ answer, lastResult, tooLong, ...givens }): Prediction[] => [
    { answer: 'turns', kind: 'number', tex: 't', label: 'turns of the model' },
    { answer: 'tool_calls', kind: 'number', tex: 'n', label: 'tool calls' },
    {
      answer: 'final',
      kind: 'choice',
      label: 'how it ends',
      choices: Object.fromEntries(
        [lastResult, tooLong, answer].flatMap((said) =>
          said ? [[said, said === tooLong ? 'in an error: too many turns' : said]] : [],
        ),
      ),
    },
    { answer: 'code', kind: 'code', label: 'the loop, in JavaScript', options: task(givens) },
  ],
  slips,
  vary,
  view,
  describe,
  code,
  notes: {
    hands: 'A tool throws. Should the loop raise the error, or tell the model?',
    afterwards:
      'Tell the model, as a result like any other: it can correct its arguments, try another tool, or say that it could not find out. Raise only what the model cannot mend, such as too many turns.',
  },
});
