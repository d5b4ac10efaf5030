// What a learner's code may try, by mistake or on purpose: each ends in something that can be said,
// the page goes on answering meanwhile, and nothing leaves the sandbox.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { run, type Run } from '../../../src/sandbox/run';
import { pageClock } from '../../../src/stage/clock';

const { signal } = new AbortController();

/** Runs code that defines `f`, and calls it; a snippet without one is the body of `f`. */
const runs = (code: string, calls: readonly string[] = ['f()']): Promise<Run> => {
  const whole = /function f\b|f = /.test(code) ? code : `async function f() {\n${code}\n}`;
  return run({ code: whole, name: 'f', calls }, { after: pageClock.after, signal });
};

const value = ({ outcomes }: Run): unknown => {
  const [first] = outcomes;
  return first && 'value' in first ? first.value : undefined;
};
const thrown = ({ outcomes }: Run): string => {
  const [first] = outcomes;
  return first && 'thrown' in first ? first.thrown : '';
};

/** Everything that reaches the page from outside while the snippets run. */
const heard: unknown[] = [];
const hear = ({ data, source }: MessageEvent): void => {
  if (source !== window && source !== window.parent) heard.push(data);
};
const channel = new BroadcastChannel('sandbox');

beforeAll(() => {
  addEventListener('message', hear);
  channel.addEventListener('message', hear);
  localStorage.setItem('sandbox', 'kept');
});
afterAll(() => {
  removeEventListener('message', hear);
  channel.close();
  expect(heard).toEqual([]);
  expect(localStorage.getItem('sandbox')).toBe('kept');
  localStorage.removeItem('sandbox');
  expect(document.querySelectorAll('iframe')).toHaveLength(0);
});

/** How long the page was kept from answering: the share of the time spent in gaps over 100 ms. */
let late = 0;
let total = 0;
let beating = 0;
beforeEach(() => {
  late = total = 0;
  let last = performance.now();
  clearInterval(beating);
  beating = window.setInterval(() => {
    const now = performance.now();
    total += now - last;
    if (now - last > 100) late += now - last;
    last = now;
  }, 10);
  return () => clearInterval(beating);
});
/** A machine that is busy elsewhere may be late now and then. */
const expectAnswering = (): void => expect(late / Math.max(1, total)).toBeLessThan(0.25);

describe('what the sandbox does not have', () => {
  const powers = [
    'window',
    'document',
    'parent',
    'top',
    'opener',
    'frames',
    'navigator',
    'location',
    'localStorage',
    'sessionStorage',
    'indexedDB',
    'caches',
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'EventSource',
    'WebTransport',
    'BroadcastChannel',
    'MessageChannel',
    'Worker',
    'SharedWorker',
    'importScripts',
    'postMessage',
    'close',
    'setTimeout',
    'setInterval',
    'queueMicrotask',
    'requestAnimationFrame',
    'Notification',
    'crypto',
    'performance',
    'SharedArrayBuffer',
    'WebAssembly',
    'Blob',
    'URL',
    'OffscreenCanvas',
    'self',
    'onmessage',
    'addEventListener',
    'FileReaderSync',
  ];
  test('none of the powers of a page or of a Worker', async () => {
    const list = powers.map((name) => `typeof ${name}`).join(', ');
    const found = await runs(`return [${list}]`);
    expect(value(found)).toEqual(powers.map(() => 'undefined'));
    expectAnswering();
  });

  test('nothing of them left on the prototypes of its global object', async () => {
    const found = await runs(`
      const names = [];
      for (let at = globalThis; at && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
        for (const name of Object.getOwnPropertyNames(at)) names.push(name);
      }
      return names.filter((name) => /^(on|create|import|fetch|post|add|dispatch|request)/.test(name));`);
    expect(value(found)).toEqual([]);
  });
});

describe('attempts that throw or come to nothing', () => {
  const attempts: [title: string, code: string, said: RegExp][] = [
    ['the parent', 'parent.document.title', /parent is not defined/],
    ['the top window', 'top.location = "https://example.com"', /top is not defined/],
    ['the opener', 'opener.alert(1)', /opener is not defined/],
    ['cookies', 'document.cookie = "a=b"', /document is not defined/],
    ['a request', 'await fetch("https://example.com/")', /fetch is not defined/],
    ['an old request', 'new XMLHttpRequest()', /XMLHttpRequest is not defined/],
    ['a socket', 'new WebSocket("wss://example.com")', /WebSocket is not defined/],
    ['a script from elsewhere', 'importScripts("https://example.com/a.js")', /not defined/],
    ['a module from elsewhere', 'await import("https://example.com/a.js")', /\w/],
    ['a module from its text', 'await import("data:text/javascript,export default 1")', /\w/],
    ['a database', 'indexedDB.open("x")', /indexedDB is not defined/],
    ['a cache', 'await caches.open("x")', /caches is not defined/],
    ['a channel', 'new BroadcastChannel("sandbox").postMessage("out")', /not defined/],
    ['the browser', 'navigator.sendBeacon("https://example.com", "x")', /not defined/],
    ['another Worker', 'new Worker("data:text/javascript,1")', /Worker is not defined/],
    ['a forged result', 'postMessage(\'{"kind":"done"}\'); return 42', /not defined/],
    ['a forged result by this', '(function () { return this })().postMessage("x")', /TypeError/],
    ['a timer that outlives', 'setTimeout(() => { for (;;); }, 0)', /setTimeout is not defined/],
    ['the end of the Worker', 'close()', /close is not defined/],
    ['recursion without an end', 'const g = () => g() + 1; return g()', /RangeError/],
    ['a string without an end', 'let s = "x"; for (;;) s += s', /RangeError/],
    ['an array beyond memory', 'return new Float64Array(2 ** 40)', /RangeError/],
    ['an error with a getter', 'throw { get message() { throw 1 } }', /cannot be read/],
    ['a proxy thrown', 'throw new Proxy({}, { get() { throw 1 } })', /cannot be read/],
    ['a string thrown', 'throw "out"', /^out$/],
    ['nothing thrown', 'throw undefined', /undefined/],
    ['promises replaced', 'Promise.prototype.then = () => { throw 1 }; return 5', /^1$/],
    ['a rejected promise', 'await Promise.reject(new Error("no"))', /Error: no/],
  ];
  test.each(attempts)('%s', async (_, code, said) => {
    const found = await runs(code);
    expect(found.fault).toBeUndefined();
    expect(thrown(found)).toMatch(said);
    expectAnswering();
  });
});

describe('what never comes to an end is ended', () => {
  const endless: [title: string, code: string, call: number | undefined][] = [
    ['a loop in a call', 'while (true);', 0],
    ['a loop before any call', 'while (true); function f() {}', undefined],
    ['a promise that is never kept', 'await new Promise(() => {})', 0],
    ['a thenable that is never kept', 'return { then() {} }', 0],
    ['a flood of promises', 'const g = () => Promise.resolve().then(g); await g()', 0],
    ['an exploding expression', 'return /^(a+)+$/.test("a".repeat(40) + "b")', 0],
    [
      'memory taken for ever',
      'const all = []; for (;;) all.push(new Array(1e5).fill(all.length))',
      0,
    ],
    ['a getter in the result', 'return [[1, 2], new Proxy([1], { get() { for (;;); } })]', 0],
    ['printing without an end', 'for (;;) console.log("x".repeat(1e5))', 0],
  ];
  test.each(endless)('%s', async (_, code, call) => {
    const found = await runs(code);
    // Memory may run out before the time does.
    if (found.fault) expect(found.fault).toEqual({ kind: 'endless', call });
    else expect(thrown(found)).toMatch(/RangeError/);
    expect(found.printed.length).toBeLessThanOrEqual(40);
    expectAnswering();
  });
});

describe('what comes back is data, whatever was done to it', () => {
  const results: [title: string, code: string, result: unknown][] = [
    ['a function', 'return () => 1', { is: 'function' }],
    ['an object', 'return { __proto__: { polluted: true } }', { is: 'object' }],
    ['markup is text', 'return "<img src=x onerror=alert(1)>"', '<img src=x onerror=alert(1)>'],
    ['a symbol', 'return Symbol("x")', { is: 'symbol' }],
    ['a large whole number', 'return 10n ** 100n', { is: 'bigint' }],
    ['no number', 'return [NaN, Infinity, -Infinity, -0]', [NaN, Infinity, -Infinity, 0]],
    ['an array in itself', 'const a = []; a.push(a); return a', [[[{ is: 'object' }]]]],
    ['a typed array', 'return new Float64Array([1, 2])', [1, 2]],
    ['a class of arrays', 'return new (class extends Array { get 0() { return 7 } })(1)', [7]],
    ['toJSON', 'Object.prototype.toJSON = Array.prototype.toJSON = () => 42; return [1]', [1]],
    ['JSON replaced', 'JSON.stringify = () => "42"; return [1]', [1]],
    ['Array.isArray replaced', 'Array.isArray = () => false; return [1]', [1]],
    ['slice replaced', 'String.prototype.slice = () => "forged"; return "mine"', 'mine'],
    ['call replaced', 'Function.prototype.call = () => 42; return "mine"', 'mine'],
    [
      'loops replaced',
      'Array.prototype[Symbol.iterator] = () => { throw 1 }; return [1, 2]',
      [1, 2],
    ],
    [
      'a setter on every object',
      'Object.defineProperty(Object.prototype, "left", { set() { throw 1 } }); return [1]',
      [1],
    ],
  ];
  test.each(results)('%s', async (_, code, result) => {
    const found = await runs(code);
    expect(value(found)).toEqual(result);
    expect(Object.getPrototypeOf({})).not.toHaveProperty('polluted');
  });

  test('a string of a hundred megabytes is cut', async () => {
    const found = await runs('return "x".repeat(1e8)');
    expect(value(found)).toBe('x'.repeat(200));
  });

  test.each(['new Array(1e6).fill(1)', 'new Proxy([], { get: () => "1e9" })'])(
    'a long list is cut: %s',
    async (list) => {
      const found = value(await runs(`return ${list}`)) as unknown[];
      expect(found.length).toBeLessThanOrEqual(1000);
    },
  );

  test('what is printed is cut, in lines and in letters', async () => {
    const { printed } = await runs(
      'for (let i = 0; i < 1000; i += 1) console.log("y".repeat(1e6), i)',
    );
    expect(printed).toHaveLength(40);
    expect(printed[0]).toBe('y'.repeat(200));
    expect(printed[39]).toBe('…');
  });

  test('the calls stay what they are, though the code defines their helpers anew', async () => {
    const { outcomes } = await runs('let f = (g) => g(2); var Function = 1;', ['f((x) => x ** 2)']);
    expect(outcomes).toEqual([{ value: 4 }]);
  });
});

describe('errors are named, with their line', () => {
  test('thrown in a call', async () => {
    const { outcomes } = await runs('function f() {\n  const a = 1;\n  return a.b.c;\n}');
    expect(outcomes).toEqual([{ thrown: expect.stringContaining('TypeError'), line: 3 }]);
  });

  test('thrown before any call', async () => {
    const { fault } = await runs('function f() {}\nundefinedName();');
    expect(fault).toEqual({
      kind: 'failed',
      message: 'ReferenceError: undefinedName is not defined',
      line: 2,
    });
  });

  test('code that is none', async () => {
    const { fault } = await runs('function f( {');
    expect(fault).toMatchObject({ kind: 'failed', message: expect.stringMatching(/^SyntaxError/) });
  });

  test.each(['let x = 1;', 'return { f: 1 }; f = 2', 'const f = 3;'])(
    'no function of the name: %s',
    async (code) => {
      const { fault } = await runs(`${code} // f = `);
      expect(fault?.kind === 'missing' || fault?.kind === 'failed').toBe(true);
    },
  );

  test('one call that throws leaves the others', async () => {
    const { outcomes } = await runs('const f = (x) => { if (x) throw new Error("no"); return 1 }', [
      'f(1)',
      'f(0)',
    ]);
    expect(outcomes).toEqual([{ thrown: 'Error: no', line: 1 }, { value: 1 }]);
  });
});

test('a run that is called off ends at once and leaves nothing behind', async () => {
  const controller = new AbortController();
  const running = run(
    { code: 'function f() { for (;;); }', name: 'f', calls: ['f()'] },
    { after: pageClock.after, signal: controller.signal },
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  controller.abort(new Error('newer'));
  await expect(running).rejects.toThrow('newer');
  expect(document.querySelectorAll('iframe')).toHaveLength(0);
});
