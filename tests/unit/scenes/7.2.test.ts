import { expect, test } from 'vitest';
import { causeOf, MOST, observed, record } from '../../../scenes/07-langchain/7.2-agent-loop/model';
import type { ScriptName } from '../../../scenes/07-langchain/7.2-agent-loop/scripts';

const run = async (script: ScriptName, max_turns = 8) => {
  const givens = { script, max_turns };
  return observed(givens, await record(givens));
};

test.each<[ScriptName, string, number, number]>([
  ['weather-then-calculator', 'It is 59 °F in Oslo.', 3, 2],
  ['two-at-once', 'Rome is.', 2, 2],
  ['tool-throws', 'I could not find out.', 2, 1],
  ['unknown-tool', 'I have no clock.', 2, 1],
  ['no-tools', 'Hello.', 1, 0],
])('%s ends with “%s”', async (script, final, turns, toolCalls) => {
  expect(await run(script)).toMatchObject({ final, turns, toolCalls, failed: false });
});

test('what goes wrong in a tool is told to the model', async () => {
  expect((await run('tool-throws')).lastResult).toBe('Error: no weather station in Atlantis');
  expect((await run('unknown-tool')).lastResult).toBe('Error: there is no tool named clock');
});

test('a model that never stops is ended by the limit', async () => {
  const { failed, turns, toolCalls, final, answer } = await run('never-stops', MOST);
  expect({ failed, turns, toolCalls, answer }).toEqual({
    failed: true,
    turns: MOST,
    toolCalls: MOST,
    answer: undefined,
  });
  expect(final).toContain(`after ${MOST} turns`);
});

test('two turns are too few for three', async () => {
  const { failed, answer } = await run('weather-then-calculator', 2);
  expect({ failed, answer }).toEqual({ failed: true, answer: 'It is 59 °F in Oslo.' });
});

test('each result answers the message with its call', async () => {
  const { messages } = await run('two-at-once');
  expect(messages.map((_, i) => causeOf(messages, i))).toEqual([undefined, 0, 1, 1, 3]);
});
