import type { Slip } from '../../../src/author';
import type { Model } from './model';
import { solutionText } from './task';

/** The solution with one thing wrong. */
const wrong = (right: string, instead: string): string => solutionText.replace(right, instead);

export const codeSlips = {
  notAppended: wrong('messages.push(message);', ''),
  noId: wrong('tool_call_id: id, ', ''),
  firstOnly: wrong('of message.tool_calls)', 'of message.tool_calls.slice(0, 1))'),
  returnsEarly: wrong(
    "messages.push({ role: 'tool', tool_call_id: id, content });",
    'return { final: content, turns, toolCalls };',
  ),
  raises: wrong('content = `Error', 'throw error; content = `Error'),
  noError: wrong(/throw new Error\(`The model.*\n/.exec(solutionText)?.[0] ?? '', ''),
};

const coded = (source: string, hint: string): Slip<Model> => ({
  field: 'code',
  value: () => source,
  hint,
  highlights: ['messages'],
});

export const slips: readonly Slip<Model>[] = [
  coded(
    codeSlips.notAppended,
    'The results are there, but not the message that asked for them. A chat model refuses results that nobody asked for.',
  ),
  coded(
    codeSlips.noId,
    'A result says by $\\texttt{tool\\_call\\_id}$ which call it answers. With two calls the model could not tell.',
  ),
  coded(
    codeSlips.firstOnly,
    'One message can ask for several tools, and every call needs its result.',
  ),
  coded(
    codeSlips.returnsEarly,
    'This returns as soon as a tool has run. The model has not seen the result yet.',
  ),
  coded(
    codeSlips.raises,
    'A tool that throws ends the whole loop here. Who could still find another way, if it were told?',
  ),
  coded(
    codeSlips.noError,
    'After the last turn this ends as if all were well. Whoever calls it must be able to see that there is no answer.',
  ),
  {
    field: 'turns',
    value: ({ turns, failed }) => (failed || turns === 1 ? undefined : turns - 1),
    hint: 'A turn is a call of the model. The one that asks for no tool is a turn as well.',
    highlights: ['messages'],
  },
  {
    field: 'tool_calls',
    value: ({ turns, toolCalls }) => (turns === toolCalls ? undefined : turns),
    hint: 'That counts calls of the model. How many calls of tools do its messages hold?',
    highlights: ['messages'],
  },
  {
    field: 'final',
    value: ({ lastResult, final }) => (lastResult === final ? undefined : lastResult),
    hint: 'That is the result of a tool. It goes back to the model, which has the last word.',
    highlights: ['messages'],
  },
  {
    field: 'final',
    value: ({ failed, answer }) => (failed ? answer : undefined),
    hint: 'The model would say so in the end. Does it get that many turns?',
    highlights: ['limit'],
  },
  {
    field: 'final',
    value: ({ failed, tooLong }) => (failed ? undefined : tooLong),
    hint: 'Only a model that still asks for tools in its last turn ends like this.',
    highlights: ['limit'],
  },
];
