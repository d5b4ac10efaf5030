import type { Slip } from '../../../src/author';
import type { Model } from './model';

/** The steps of a run that ends by itself. */
const own = ({ tool_rounds }: Model): number => 2 * tool_rounds + 1;

export const slips: readonly Slip<Model>[] = [
  {
    field: 'cycle_edge',
    value: () => 'agent → tools',
    hint: 'This edge leads on, to a node that has not run yet. A cycle is closed by an edge to one that has.',
    highlights: ['edge.agent.tools'],
  },
  {
    field: 'cycle_edge',
    value: () => 'agent → END',
    hint: 'This edge leads out of the graph. Which one brings the run to a node for a second time?',
    highlights: ['edge.agent.__end__'],
  },
  {
    field: 'cycle_edge',
    value: () => 'START → agent',
    hint: 'This edge is taken once, at the beginning. Which one brings the run to a node for a second time?',
    highlights: ['edge.__start__.agent'],
  },
  {
    field: 'stops_by',
    value: ({ stopsBy }) => (stopsBy === 'no tool calls' ? 'recursion limit' : undefined),
    hint: 'The limit is a backstop. Count the steps of the run first: does it come that far?',
    highlights: ['script', 'limit'],
  },
  {
    field: 'stops_by',
    value: ({ stopsBy }) => (stopsBy === 'recursion limit' ? 'no tool calls' : undefined),
    hint: 'The model would stop asking, but count the steps until then. The library throws as soon as the limit is reached.',
    highlights: ['script', 'limit'],
  },
  {
    field: 'steps',
    value: (model) => (own(model) > model.recursion_limit ? own(model) : undefined),
    hint: 'These are the steps of a run that nobody stops. How many does the limit allow?',
    highlights: ['limit'],
  },
  {
    field: 'steps',
    value: (model) => own(model) - 1,
    hint: 'The last turn of the agent is missing: after the last result it answers.',
    highlights: ['agent'],
  },
  {
    field: 'steps',
    value: ({ tool_rounds }) => tool_rounds + 1,
    hint: 'A round was counted as one step. Each visit of a node is a step of its own.',
    highlights: ['agent', 'tools'],
  },
  {
    field: 'steps',
    value: (model) => own(model) + 1,
    hint: 'END was counted, or the start. Neither is a step: nothing runs there.',
    highlights: ['agent', 'tools'],
  },
  {
    field: 'steps',
    value: (model) => (model.stopsBy === 'no tool calls' ? model.recursion_limit : undefined),
    hint: 'That is the limit itself. The run ends by itself before it gets that far.',
    highlights: ['script'],
  },
];
