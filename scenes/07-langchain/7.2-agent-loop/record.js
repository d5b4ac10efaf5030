// How a run of the loop is written down: the solution's in the page, a learner's in the sandbox, which
// has this text. What a learner's loop puts into the list may be anything.

/**
 * A line of the list: who speaks, what is said, and the ids of the calls it asks for or answers.
 * @typedef {readonly [role: string, text: string, ...ids: string[]]} Row
 */

/** A loop without an end says the same again and again. */
const MOST_ROWS = 40;

/** Any value as an object whose members can be asked for. @type {(value: unknown) => Readonly<Record<string, unknown>>} */
const asObject = Object;

/** A value as it is written in JavaScript, so many levels deep. @param {unknown} value @returns {string} */
const written = (value, levels = 3) => {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null || value instanceof Error) return String(value);
  if (levels === 0) return '…';
  /** @param {unknown} member */
  const inner = (member) => written(member, levels - 1);
  try {
    if (Array.isArray(value)) return `[${value.map(inner).join(', ')}]`;
    const is = Object.prototype.toString.call(value).slice('[object '.length, -1);
    return is === 'Object' ? `{ ${members(value, inner)} }` : `a ${is}`;
  } catch {
    return 'an object that cannot be read';
  }
};

/** @param {object} value @param {(member: unknown) => string} say */
const members = (value, say) =>
  Object.entries(value)
    .map(([name, member]) => `${name}: ${say(member)}`)
    .join(', ');

/** @param {unknown} value */
const text = (value) => (typeof value === 'string' ? value : written(value));

/** An id, at most as long as there is room for beside a name. @param {unknown} id */
const idOf = (id) => text(id).slice(0, 16);

/** @param {unknown} message @returns {Row} */
export const rowOf = (message) => {
  const { role, content, tool_call_id, tool_calls } = asObject(message);
  if (role === 'user') return [role, text(content)];
  if (role === 'tool')
    return [role, text(content), ...(tool_call_id === undefined ? [] : [idOf(tool_call_id)])];
  if (role !== 'assistant') return ['nonsense', written(message)];
  /** @type {import('./chat').ToolCall[]} */
  const calls = Array.isArray(tool_calls) ? tool_calls : [];
  if (calls.length === 0) return [role, text(content)];
  const said = calls.map(
    ({ id, name, args }) => `${id}: ${name}(${members(asObject(args), text)})`,
  );
  return [role, said.join('; '), ...calls.map(({ id }) => idOf(id))];
};

/** How a run ended, as its last line. @param {unknown} value @returns {Row} */
export const returned = (value) => ['returns', written(value)];

/** @param {unknown} error @returns {Row} */
export const threw = (error) => ['throws', written(error)];

/**
 * Runs a loop and gives its list, line by line, with what the model said and the loop has not put
 * there. A loop that never ends has told how far it came.
 * @param {import('./chat').Agent} agent
 * @param {import('./chat').ChatModel} model
 * @param {import('./chat').Tools} tools
 * @param {import('./chat').Message[]} messages
 * @param {number} maxTurns
 * @param {(rows: Row[]) => void} tell
 */
export const record = async (agent, model, tools, messages, maxTurns, tell) => {
  /** @type {readonly unknown[]} */
  let seen = messages;
  /** What the model said, and how long the list was then. @type {{ row: Row, at: number }[]} */
  const replies = [];

  const rows = () => {
    const list = (seen.length > messages.length ? seen : messages).slice(0, MOST_ROWS).map(rowOf);
    const listed = new Set(list.map(String));
    const missing = replies.filter(({ row }) => !listed.has(String(row)));
    for (const {
      row: [, ...said],
      at,
    } of missing.reverse())
      list.splice(at, 0, ['said', ...said]);
    return list.slice(0, MOST_ROWS);
  };

  /** @type {import('./chat').ChatModel} */
  const heard = async (given) => {
    seen = Array.isArray(given) ? given : [given];
    const message = await model(given);
    if (replies.length < MOST_ROWS) replies.push({ row: rowOf(message), at: seen.length });
    tell(rows());
    return message;
  };
  const used = Object.fromEntries(
    Object.entries(tools).map(([name, tool]) => [
      name,
      /** @type {typeof tool} */ (args) => {
        tell(rows());
        return tool(args);
      },
    ]),
  );

  tell(rows());
  try {
    const value = await agent(heard, used, messages, maxTurns);
    return [...rows(), returned(value)];
  } catch (error) {
    return [...rows(), threw(error)];
  }
};
