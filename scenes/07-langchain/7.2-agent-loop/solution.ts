import {
  add,
  at,
  constant,
  given,
  integer,
  named,
  prose,
  sum,
  word,
  type Step,
} from '../../../src/author';
import { callsOf, type Model } from './model';
import { solutionText } from './task';

export function* solution(model: Model): Generator<Step> {
  const { final, failed } = model;
  const calls = callsOf(model);
  yield {
    id: 'ask',
    title: 'Call the model with all messages',
    say: prose`A chat model has no memory: all it knows is in the list. Append its message even when it holds no text, because the results will answer its tool calls.`,
    lines: [],
    highlights: ['messages.ask'],
  };
  yield {
    id: 'tools',
    title: 'Run every call, and say how it went',
    say: prose`One message can hold several calls, and each gets a result with its id. If a tool throws, or is unknown, the result says so: the model may find another way.`,
    lines: [],
    highlights: ['messages.tools'],
  };
  const c = given('c', calls, { role: 'weight', part: 'messages' });
  const toolCalls = named(
    '\\text{tool calls}',
    sum('i', 0, calls.length - 1, (i) => at(c, i)),
    { role: 'weight', format: integer, part: 'messages' },
  );
  const rounds = given('r', calls.filter((count) => count > 0).length, {
    role: 'weight',
    part: 'messages',
  });
  const turns = named('\\text{turns}', add(rounds, constant(failed ? 0 : 1)), {
    role: 'activation',
    format: integer,
    part: 'turns',
  });
  yield {
    id: 'stop',
    title: 'Stop when nothing is asked for',
    say: failed
      ? prose`In all $r$ turns the model asks for tools, $c_i$ times in turn $i$ (from 0), and no turn is left. The limit keeps a model that never stops from running up a bill. Such a run ends in an error, so that nobody takes it for an answer.`
      : prose`After $r$ turns with tools, $c_i$ calls in turn $i$ (from 0), one comes without: that is the answer. The limit is there for a model that never stops. Such a run ends in an error, so that nobody takes it for an answer.`,
    lines: [toolCalls, turns],
    highlights: ['turns', 'messages.stop'],
    reveals: { tool_calls: toolCalls, turns, final: word(final), code: word(solutionText) },
  };
}
