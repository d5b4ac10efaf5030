/**
 * @typedef {import('./chat').Said} Said
 * @typedef {import('./chat').ToolCall} ToolCall
 * @typedef {keyof typeof scripts} ScriptName
 */

/** @param {ToolCall[]} tool_calls @returns {Said} */
const asks = (...tool_calls) => ({ role: 'assistant', content: '', tool_calls });

/** @param {string} content @returns {Said} */
const says = (content) => ({ role: 'assistant', content, tool_calls: [] });

/** @param {string} id @param {string} city @returns {ToolCall} */
const weather = (id, city) => ({ id, name: 'weather', args: { city } });

/** The number in a result. @param {string} result */
const degrees = (result) => Number(/-?\d+/.exec(result)?.[0] ?? NaN);

export const scripts = /** @satisfies {Readonly<Record<string, import('./chat').Script>>} */ ({
  'weather-then-calculator': {
    label: 'weather, then calculator',
    question: 'How warm is Oslo, in Fahrenheit?',
    turns: [
      () => asks(weather('call 1', 'Oslo')),
      ([result]) =>
        asks({
          id: 'call 2',
          name: 'calculator',
          args: { times: 1.8, by: degrees(result), plus: 32 },
        }),
      (results) => says(`It is ${results[1]} °F in Oslo.`),
    ],
  },
  'two-at-once': {
    label: 'two calls in one turn',
    question: 'Is Oslo or Rome warmer?',
    turns: [
      () => asks(weather('call 1', 'Oslo'), weather('call 2', 'Rome')),
      ([oslo, rome]) => says(degrees(oslo) > degrees(rome) ? 'Oslo is.' : 'Rome is.'),
    ],
  },
  'tool-throws': {
    label: 'a tool that throws',
    question: 'How warm is it in Atlantis?',
    turns: [() => asks(weather('call 1', 'Atlantis')), () => says('I could not find out.')],
  },
  'unknown-tool': {
    label: 'a tool that does not exist',
    question: 'What is the time?',
    turns: [() => asks({ id: 'call 1', name: 'clock', args: {} }), () => says('I have no clock.')],
  },
  'never-stops': {
    label: 'a model that never stops',
    question: 'When will it rain in Oslo?',
    turns: [(results) => asks(weather(`call ${results.length + 1}`, 'Oslo'))],
  },
  'no-tools': {
    label: 'no tool at all',
    question: 'Say hello.',
    turns: [() => says('Hello.')],
  },
});

/** @type {Readonly<Record<string, number>>} */
const TEMPERATURES = { Oslo: 15, Rome: 24 };

/** @type {import('./chat').Tools} */
export const tools = {
  weather: ({ city }) => {
    if (!(city in TEMPERATURES)) throw new Error(`no weather station in ${city}`);
    return Promise.resolve(`${TEMPERATURES[city]} °C`);
  },
  calculator: ({ times, by, plus }) => Number(times) * Number(by) + Number(plus),
};

/**
 * The scripted model: its next turn, from the results that stand among the messages.
 * @param {ScriptName} name @returns {import('./chat').ChatModel}
 */
export const scripted = (name) => {
  /** @type {import('./chat').Script} */
  const { turns } = scripts[name];
  return (messages) => {
    const results = messages.filter(({ role }) => role === 'tool').map(({ content }) => content);
    const turn = messages.filter(({ role }) => role === 'assistant').length;
    return Promise.resolve(turns[Math.min(turn, turns.length - 1)](results));
  };
};

/** @param {ScriptName} name @returns {import('./chat').Message} */
export const questionOf = (name) => ({ role: 'user', content: scripts[name].question });
