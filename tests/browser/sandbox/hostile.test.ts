// What a learner's code may try, by mistake or on purpose: each ends in something that can be said,
// the page goes on answering meanwhile, and nothing leaves the sandbox.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LIMIT, run, type After, type Run } from '../../../src/sandbox/run';
import { markRun, type CodeMark } from '../../../src/scene/mark-code';
import { pageClock } from '../../../src/stage/clock';
import { attempts, endless, results } from './snippets';

const { signal } = new AbortController();

/** Runs code that defines `f`, and calls it; a snippet without one is the body of `f`. */
const runs = (
  code: string,
  calls: readonly string[] = ['f()'],
  after: After = pageClock.after,
): Promise<Run> => {
  const whole = /function f\b|f = /.test(code) ? code : `async function f() {\n${code}\n}`;
  return run({ code: whole, name: 'f', calls }, { after, signal });
};

/** The limit comes in half its time, for what is waited out again and again. */
const soon: After = (milliseconds, callback) =>
  pageClock.after(milliseconds === LIMIT ? LIMIT / 2 : milliseconds, callback);

const value = ({ outcomes }: Run): unknown => {
  const [first] = outcomes;
  return first && 'value' in first ? first.value : undefined;
};

/** What the learner reads of a run with one test. */
const marked = (found: Run): CodeMark =>
  markRun(found, {
    name: 'f',
    starter: '',
    tests: [{ id: 'only', name: 'a call', call: 'f()', expected: 'what none of them gives' }],
  });

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
  test.each(attempts)('$title', async ({ code, says }) => {
    const found = await runs(code);
    expect(found.fault).toBeUndefined();
    expect(marked(found).message).toBe(says);
    expectAnswering();
  });
});

describe('what never comes to an end is ended', () => {
  test.each(endless)('$title', async ({ code, says }) => {
    const found = await runs(code, undefined, soon);
    const { message } = marked(found);
    // Memory may run out before the time does.
    if (found.fault) expect(message).toBe(says);
    else expect(message).toMatch(/RangeError/);
    expect(found.printed.length).toBeLessThanOrEqual(40);
    expectAnswering();
  });
});

describe('what comes back is data, whatever was done to it', () => {
  test.each(results)('$title', async ({ code, value: result, says }) => {
    const found = await runs(code);
    expect(value(found)).toEqual(result);
    expect(marked(found).report.tests[0].got).toBe(says);
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

test('a promise is awaited before the next call is made', async () => {
  const code =
    'let last = 0; async function f(x) { await null; const before = last; last = x; return before; }';
  const { outcomes } = await runs(code, ['f(1)', 'f(2)', 'f(3)']);
  expect(outcomes).toEqual([{ value: 0 }, { value: 1 }, { value: 2 }]);
});

test('a call that never ends has told how far it came, and no more than is read', async () => {
  const calls = ['f(tell)'];
  const endless = await runs('function f(tell) { tell([1, "a"]); for (;;); }', calls);
  expect(endless).toMatchObject({ told: [1, 'a'], fault: { kind: 'endless', call: 0 } });
  const flooding = 'function f(tell) { for (let i = 1; ; i += 1) tell(i); }';
  const flood = await runs(flooding, calls, soon);
  expect(flood).toMatchObject({ told: 40, fault: { kind: 'endless' } });
});

test('only a call can tell', async () => {
  const { outcomes } = await runs('function f() { tell(1); }');
  expect(outcomes).toEqual([{ thrown: 'ReferenceError: tell is not defined', line: 1 }]);
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
