import type { CodeTask } from '../../../src/author';
import source from './agent.js?raw';
import type { Givens } from './model';
import recorder from './record.js?raw';
import scripted from './scripts.js?raw';

/** The solution as a reader sees it: the function that runs here, without what only our build reads. */
export const solutionText = source.slice(source.indexOf('const agent')).trim();

/** What the calls of the tests are worded with. */
const setup = `
const call = (id, name = 'add', args = { a: 1, b: 2 }) => ({ id, name, args });
const tools = {
  add: ({ a, b }) => a + b,
  slow: () => new Promise((resolve) => { resolve('late'); }),
  broken: () => { throw new Error('out of order'); },
};
const model = (...turns) => {
  const spy = async (messages) => {
    spy.seen = [...messages];
    const next = turns[Math.min(spy.turns, turns.length - 1)];
    spy.turns += 1;
    const tool_calls = typeof next === 'string' ? [] : next;
    return { role: 'assistant', content: typeof next === 'string' ? next : '', tool_calls };
  };
  spy.turns = 0;
  return spy;
};
const run = (spy, most = 8) => agent(spy, tools, [{ role: 'user', content: 'Go.' }], most);
const result = async (spy, most) => {
  const { final, turns, toolCalls } = await run(spy, most);
  return final + ', ' + turns + ', ' + toolCalls;
};
const seen = async (spy) => {
  await run(spy);
  return spy.seen.map((m) => (m.role === 'tool' ? 'tool ' + m.tool_call_id : m.role)).join(', ');
};
const told = async (spy) => {
  await run(spy);
  return spy.seen.filter((m) => m.role === 'tool').map((m) => m.content).join(', ');
};
const mentions = async (spy, text) => (await told(spy)).includes(text);
const ends = async (spy, most) => {
  try {
    await run(spy, most);
    return 'no error';
  } catch {
    return spy.turns + ' turns, then an error';
  }
};`;

/** What a run at the givens is played with: the scripted model of the exercise, and who writes it down. */
const recording = `${scripted}\n${recorder}`.replaceAll(/^export /gm, '');

/** Scripted models and tools the learner has not seen; and those of the exercise, for the picture. */
export const task = ({ script, max_turns }: Givens): CodeTask => ({
  name: 'agent',
  starter: `async function agent(model, tools, messages, maxTurns) {
  // message = await model(messages)
  // message: { role, content, tool_calls }
  // a tool call: { id, name, args }
  // it is run by await tools[name](args)
  // result: { role: 'tool', tool_call_id, content }

  // return { final, turns, toolCalls };
}
`,
  setup,
  tests: [
    {
      id: 'answer',
      name: 'final, turns, toolCalls',
      call: "result(model('Hi'))",
      expected: 'Hi, 1, 0',
    },
    {
      id: 'two',
      name: 'two calls in one turn',
      call: "seen(model([call('a'), call('b')], 'Hi'))",
      expected: 'user, assistant, tool a, tool b',
    },
    {
      id: 'rounds',
      name: 'an answer in the last turn',
      call: "result(model([call('a')], [call('b'), call('c')], 'Hi'), 3)",
      expected: 'Hi, 3, 3',
    },
    {
      id: 'waits',
      name: 'a tool that returns a promise',
      call: "told(model([call('a', 'slow')], 'Hi'))",
      expected: 'late',
    },
    {
      id: 'throws',
      name: 'a tool that throws: the model is told',
      call: "mentions(model([call('a', 'broken')], 'Hi'), 'out of order')",
      expected: true,
    },
    {
      id: 'unknown',
      name: 'an unknown tool: told, too',
      call: "mentions(model([call('a', 'fly')], 'Hi'), 'fly')",
      expected: true,
    },
    {
      id: 'endless',
      name: 'a model that never stops',
      call: "ends(model([call('a')]), 3)",
      expected: '3 turns, then an error',
    },
  ],
  record: `(() => {
    ${recording}
    return record(agent, scripted('${script}'), tools, [questionOf('${script}')], ${max_turns}, tell);
  })()`,
});
