// What a Worker in the sandbox runs around a learner's code. Everything it relies on is taken before
// that code runs, since the code may change any prototype; it loops by index and writes its JSON by
// hand for the same reason. Only this closure holds the port on which results leave.
'use strict';

self.onmessage = ({ ports: [port] }) => {
  const MOST_LINES = 40;
  const MOST_TOLD = 40;
  const LONGEST = 200;
  const MOST_ENTRIES = 1000;
  const DEEPEST = 3;

  const AsyncFunction = /** @type {FunctionConstructor} */ ((async () => {}).constructor);
  const uncurried = Function.prototype.bind.bind(Function.prototype.call);
  const cut = uncurried(String.prototype.slice);
  const { stringify } = JSON;
  const { isArray } = Array;
  const { isView } = ArrayBuffer;
  const { isFinite } = Number;
  const post = port.postMessage.bind(port);

  /** A string as JSON, of bounded length. @param {string} text */
  const quoted = (text, longest = LONGEST) => stringify(cut(text, 0, longest));

  /**
   * A value as JSON; what is no plain data is only named.
   * @param {any} value @returns {string}
   */
  const encoded = (value, depth = DEEPEST, room = { left: MOST_ENTRIES }) => {
    room.left -= 1;
    if (value === null || typeof value === 'boolean') return `${value}`;
    if (typeof value === 'number') return isFinite(value) ? `${value}` : `{"number":"${value}"}`;
    if (typeof value === 'string') return quoted(value);
    if (depth === 0 || !(isArray(value) || isView(value))) return `{"is":"${typeof value}"}`;
    /** @type {ArrayLike<unknown>} */
    const list = /** @type {any} */ (value);
    const { length } = list;
    let entries = '';
    for (let i = 0; i < length && room.left > 0; i += 1) {
      entries += (i > 0 ? ',' : '') + encoded(list[i], depth - 1, room);
    }
    return `[${entries}]`;
  };

  /** A value that is no object, in a sentence. @param {any} value */
  const named = (value) => {
    if (typeof value === 'string') return `“${value}”`;
    const hidden =
      typeof value === 'symbol' || typeof value === 'bigint' || typeof value === 'function';
    return hidden ? `a ${typeof value}` : `${value}`;
  };

  /** What was thrown, as members of a JSON object: an Error, or anything else. @param {any} error */
  const thrown = (error) => {
    let message = '';
    let stack = '';
    try {
      if (typeof error === 'object' && error !== null) {
        message = `${error.name}: ${error.message}`;
        stack = error.stack;
      } else message = `${named(error)} was thrown`;
    } catch {
      message = 'Something was thrown that cannot be read';
    }
    if (typeof stack !== 'string') stack = '';
    return `"message":${quoted(message)},"stack":${quoted(stack, 2000)}`;
  };

  let lines = 0;
  /** @param {unknown[]} values */
  const print = (...values) => {
    lines += 1;
    if (lines > MOST_LINES) return;
    let line = '';
    for (let i = 0; i < values.length; i += 1) {
      if (i > 0) line += ' ';
      const value = values[i];
      line += typeof value === 'string' ? cut(value, 0, LONGEST) : encoded(value);
    }
    post(`{"kind":"line","text":${quoted(lines < MOST_LINES ? line : '…')}}`);
  };

  let told = 0;
  /** Sends what a call has come to so far: of one that never ends, that is all there is. @param {unknown} value */
  const tell = (value) => {
    told += 1;
    if (told <= MOST_TOLD) post(`{"kind":"told","value":${encoded(value)}}`);
  };

  // A learner's broken promise is no fault of the page.
  self.addEventListener('unhandledrejection', (event) => event.preventDefault());
  self.addEventListener('error', (event) => event.preventDefault());

  /** Leaves the language and nothing else: no network, no messages, no storage, no timers. */
  const kept = new Set(
    `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol
    Date Promise RegExp Error AggregateError EvalError RangeError ReferenceError SyntaxError
    TypeError URIError globalThis JSON Math Intl ArrayBuffer Uint8Array Int8Array Uint16Array
    Int16Array Uint32Array Int32Array Float16Array Float32Array Float64Array Uint8ClampedArray
    BigUint64Array BigInt64Array DataView Map BigInt Set WeakMap WeakSet WeakRef Iterator Proxy
    Reflect FinalizationRegistry decodeURI decodeURIComponent encodeURI encodeURIComponent escape
    unescape eval isFinite isNaN`.split(/\s+/),
  );
  /** @type {object} */
  let at = self;
  for (; at && at !== Object.prototype; at = Reflect.getPrototypeOf(at) ?? Object.prototype) {
    for (const name of Reflect.ownKeys(at)) {
      if (kept.has(String(name)) || Reflect.deleteProperty(at, name)) continue;
      Reflect.defineProperty(at, name, { value: undefined });
    }
  }
  const console = { log: print, info: print, warn: print, error: print, debug: print };
  Object.assign(globalThis, { console: Object.freeze(console) });

  port.onmessage = async ({ data }) => {
    port.onmessage = null;
    /** @type {{ code: string, name: string, calls: readonly string[] }} */
    const { code, name, calls } = data;
    // Compiled before the code runs, so that they call what they say.
    const compiled = calls.map((call) => new AsyncFunction(name, 'tell', `return (${call}\n);`));
    let learned;
    try {
      const body = `"use strict"; ${code}\n; return typeof ${name} === "function" ? ${name} : undefined;`;
      learned = await new AsyncFunction(`${body}\n//# sourceURL=your-code.js`)();
    } catch (error) {
      post(`{"kind":"failed",${thrown(error)}}`);
      return;
    }
    if (typeof learned !== 'function') {
      post('{"kind":"missing"}');
      return;
    }
    for (let i = 0; i < compiled.length; i += 1) {
      post(`{"kind":"began","call":${i}}`);
      try {
        const value = encoded(await compiled[i](learned, tell));
        post(`{"kind":"value","call":${i},"value":${value}}`);
      } catch (error) {
        post(`{"kind":"thrown","call":${i},${thrown(error)}}`);
      }
    }
    post('{"kind":"done"}');
  };
  post('{"kind":"ready"}');
};
