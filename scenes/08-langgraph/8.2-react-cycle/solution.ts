import {
  add,
  cases,
  compare,
  given,
  integer,
  minimum,
  multiply,
  named,
  prose,
  symbolOf,
  valueOf,
  word,
  type Step,
} from '../../../src/author';
import type { Model } from './model';

export function* solution(model: Model): Generator<Step> {
  const r = given('r', model.tool_rounds, { role: 'weight', part: 'script' });
  const limit = given('L', model.recursion_limit, { role: 'value', part: 'limit' });
  const back = named('\\text{back edge}', word(model.cycleEdge), { part: 'edge.tools.agent' });
  yield {
    id: 'cycle',
    title: 'Which edge leads back',
    say: prose`The agent is the model. Its calls lead on to the tools. Their results must reach the model again, so one edge leads back to a node that has already run. It closes the cycle.`,
    lines: [back],
    reveals: { cycle_edge: back },
  };
  yield {
    id: 'route',
    title: 'A function chooses the way',
    say: prose`After the agent, a routing function looks at the last message. With tool calls it returns tools. Without any it returns END, and that is how a run ends by itself.`,
    lines: [],
    highlights: ['agent', 'edge.agent.tools', 'edge.agent.__end__'],
  };
  const own = named('s_{\\text{own}}', add(multiply(2, r), 1), { part: 'own', format: integer });
  const steps = named('s', minimum(own, limit), { part: 'steps', format: integer });
  yield {
    id: 'run',
    title: 'Count the steps',
    say: prose`A round is two steps, agent and tools. The model asks for a tool in ${symbolOf(r)} rounds and answers in one more step. No run has more steps than its recursion limit ${symbolOf(limit)}.`,
    lines: [own, steps],
    highlights: ['script', 'limit', 'steps'],
    reveals: { steps },
  };
  const stops = named(
    '\\text{stopped by}',
    cases([[compare(own, '<', limit), word('no tool calls')]], word('recursion limit')),
    { part: 'steps' },
  );
  yield {
    id: 'stop',
    title: 'What ends the run',
    say: prose`The limit is only the backstop. The library throws once ${symbolOf(limit)} steps have run, even if the last one was the answer. A run ends by itself only with fewer.`,
    lines: [stops],
    highlights: ['steps', 'limit'],
    reveals: { stops_by: stops },
  };
  const runaway = named('s_{\\text{runaway}}', limit, { part: 'steps', format: integer });
  yield {
    id: 'runaway',
    title: 'A model that never stops',
    say: prose`This model asks for a tool every time, so the routing function never returns END. The limit ends the run after ${valueOf(limit)} steps, with an error and without an answer.`,
    lines: [runaway],
    highlights: ['steps', 'limit', 'edge.tools.agent'],
  };
}
