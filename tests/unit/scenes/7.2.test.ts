import { describe, expect, test } from 'vitest';
import { MOST, observed, record } from '../../../scenes/07-langchain/7.2-agent-loop/model';
import { causeOf, ownRun, solutionRun } from '../../../scenes/07-langchain/7.2-agent-loop/rows';
import { scripts, type ScriptName } from '../../../scenes/07-langchain/7.2-agent-loop/scripts.js';
import { codeSlips } from '../../../scenes/07-langchain/7.2-agent-loop/slips';
import { solutionText, task } from '../../../scenes/07-langchain/7.2-agent-loop/task';
import { openWith, run as runInSandbox } from '../../../src/sandbox/run';
import { recordedIn, recordProgram } from '../../../src/scene/mark-code';
import { pageClock } from '../../../src/stage/clock';
import { openInNode } from '../../scenes/node-sandbox';

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
  const { rows } = solutionRun(await run('two-at-once'));
  expect(rows.map(([role]) => role)).toEqual([
    'user',
    'assistant',
    'tool',
    'tool',
    'assistant',
    'returns',
  ]);
  expect(rows.map((_, i) => causeOf(rows, i))).toEqual([undefined, 0, 1, 1, 3, 4]);
});

describe('the run of a learner’s loop', () => {
  openWith(openInNode);
  const { signal } = new AbortController();

  const played = async (code: string, script: ScriptName = 'weather-then-calculator', most = 3) => {
    const program = recordProgram(code, task({ script, max_turns: most }))!;
    const own = ownRun(
      recordedIn(await runInSandbox(program, { after: pageClock.after, signal })),
    )!;
    expect(own.own).toBe(true);
    return own.rows.map(([role, said]) => `${role}: ${said}`);
  };

  test.each(Object.keys(scripts) as ScriptName[])(
    'that is the solution’s is the solution’s run: %s',
    async (script) => {
      const max_turns = 8;
      const { rows } = solutionRun(await run(script, max_turns));
      expect(await played(solutionText, script, max_turns)).toEqual(
        rows.map(([role, said]) => `${role}: ${said}`),
      );
    },
  );

  test('that forgets what the model said: the model asks again, and no result has a cause', async () => {
    const call = 'said: call 1: weather(city: Oslo)';
    const again = [call, 'tool: 15 °C'];
    expect(await played(codeSlips.notAppended, 'weather-then-calculator', 2)).toEqual([
      'user: How warm is Oslo, in Fahrenheit?',
      ...again,
      ...again,
      'throws: Error: The model still asks for tools after 2 turns',
    ]);
    const forgetful = [
      ['user', 'Go.'],
      ['said', 'a', 'call 1'],
      ['tool', 'b', 'call 1'],
      ['tool', 'c'],
    ] as const;
    expect(forgetful.map((_, i) => causeOf(forgetful, i))).toEqual([
      undefined,
      0,
      undefined,
      undefined,
    ]);
  });

  test('that returns after the first tool has its end there', async () => {
    expect((await played(codeSlips.returnsEarly)).slice(2)).toEqual([
      'returns: { final: "15 °C", turns: 1, toolCalls: 1 }',
    ]);
  });

  test('that throws is shown with what it did until then', async () => {
    expect(await played(codeSlips.raises, 'tool-throws')).toEqual([
      'user: How warm is it in Atlantis?',
      'assistant: call 1: weather(city: Atlantis)',
      'throws: Error: no weather station in Atlantis',
    ]);
  });

  test('that makes new lists is followed by what the model sees', async () => {
    const code = `async function agent(model, tools, messages, maxTurns) {
      let list = [...messages];
      for (;;) {
        const message = await model(list);
        list = [...list, message];
        if (!message.tool_calls.length) return message.content;
        for (const { id, name, args } of message.tool_calls)
          list = [...list, { role: 'tool', tool_call_id: id, content: String(await tools[name](args)) }];
      }
    }`;
    expect(await played(code)).toEqual([
      'user: How warm is Oslo, in Fahrenheit?',
      'assistant: call 1: weather(city: Oslo)',
      'tool: 15 °C',
      'assistant: call 2: calculator(times: 1.8, by: 15, plus: 32)',
      'tool: 59',
      'said: It is 59 °F in Oslo.',
      'returns: "It is 59 °F in Oslo."',
    ]);
  });

  test.each([
    ['messages.push(42, undefined, { role: "robot" })', ['42', 'undefined', '{ role: "robot" }']],
    ['messages.push(model(messages))', ['a Promise', 'call 1: weather(city: Oslo)']],
    ['const a = []; a.push(a); messages.push(a)', ['[[[…]]]']],
    ['messages.push(null, NaN, () => 1, new Error("no"))', ['null', 'NaN', '() => 1', 'Error: no']],
  ])('that puts nonsense into the list shows it: %s', async (line, said) => {
    const rows = await played(`async function agent(model, tools, messages) { ${line}; }`);
    expect(rows.slice(1, -1).map((row) => row.replace(/^\w+: /, ''))).toEqual(said);
    expect(rows.at(-1)).toBe('returns: undefined');
  });

  test('that gives the model no list ends in an error', async () => {
    const rows = await played('async function agent(model) { await model(); }');
    expect(rows.at(-1)).toContain('throws: TypeError');
  });

  test('that was cut short says so', () => {
    const rows = ownRun([['user', 'Go.']])!.rows;
    expect(rows.map(([role]) => role)).toEqual(['user', 'endless']);
  });

  test('that did not come about, or is none, is not shown', () => {
    for (const recorded of [undefined, 42, [], [[]], [[1, 2]], ['user']])
      expect(ownRun(recorded)).toBeUndefined();
  });
});
