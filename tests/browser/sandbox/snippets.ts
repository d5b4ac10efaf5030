// What a learner's code may try, by mistake or on purpose, and what the learner then reads.
// hostile.test.ts runs all of it; docs/sandbox.md has it as tables, held to this by a test.

export interface Snippet {
  readonly title: string;
  /** The body of a function `f`, or the whole of a program that defines it. */
  readonly code: string;
  /** What the learner reads, to the letter. */
  readonly says: string;
}

const ENDED = 'Ended after 2 seconds in the test “a call”. Does a loop or a recursion never stop?';

/** What throws, or comes to nothing. */
export const attempts: readonly Snippet[] = [
  {
    title: 'the parent',
    code: 'parent.document.title',
    says: 'Line 2: ReferenceError: parent is not defined.',
  },
  {
    title: 'the top window',
    code: 'top.location = "https://example.com"',
    says: 'Line 2: ReferenceError: top is not defined.',
  },
  {
    title: 'the opener',
    code: 'opener.alert(1)',
    says: 'Line 2: ReferenceError: opener is not defined.',
  },
  {
    title: 'cookies',
    code: 'document.cookie = "a=b"',
    says: 'Line 2: ReferenceError: document is not defined.',
  },
  {
    title: 'a request',
    code: 'await fetch("https://example.com/")',
    says: 'Line 2: ReferenceError: fetch is not defined.',
  },
  {
    title: 'an old request',
    code: 'new XMLHttpRequest()',
    says: 'Line 2: ReferenceError: XMLHttpRequest is not defined.',
  },
  {
    title: 'a socket',
    code: 'new WebSocket("wss://example.com")',
    says: 'Line 2: ReferenceError: WebSocket is not defined.',
  },
  {
    title: 'a script from elsewhere',
    code: 'importScripts("https://example.com/a.js")',
    says: 'Line 2: ReferenceError: importScripts is not defined.',
  },
  {
    title: 'a module from elsewhere',
    code: 'await import("https://example.com/a.js")',
    says: 'TypeError: Failed to fetch dynamically imported module: https://example.com/a.js.',
  },
  {
    title: 'a module from its text',
    code: 'await import("data:text/javascript,export default 1")',
    says: 'TypeError: Failed to fetch dynamically imported module: data:text/javascript,export default 1.',
  },
  {
    title: 'a database',
    code: 'indexedDB.open("x")',
    says: 'Line 2: ReferenceError: indexedDB is not defined.',
  },
  {
    title: 'a cache',
    code: 'await caches.open("x")',
    says: 'Line 2: ReferenceError: caches is not defined.',
  },
  {
    title: 'a channel',
    code: 'new BroadcastChannel("sandbox").postMessage("out")',
    says: 'Line 2: ReferenceError: BroadcastChannel is not defined.',
  },
  {
    title: 'the browser',
    code: 'navigator.sendBeacon("https://example.com", "x")',
    says: 'Line 2: ReferenceError: navigator is not defined.',
  },
  {
    title: 'another Worker',
    code: 'new Worker("data:text/javascript,1")',
    says: 'Line 2: ReferenceError: Worker is not defined.',
  },
  {
    title: 'a forged result',
    code: 'postMessage(\'{"kind":"done"}\'); return 42',
    says: 'Line 2: ReferenceError: postMessage is not defined.',
  },
  {
    title: 'a forged result by this',
    code: '(function () { return this })().postMessage("x")',
    says: "Line 2: TypeError: Cannot read properties of undefined (reading 'postMessage').",
  },
  {
    title: 'a timer that outlives',
    code: 'setTimeout(() => { for (;;); }, 0)',
    says: 'Line 2: ReferenceError: setTimeout is not defined.',
  },
  {
    title: 'the end of the Worker',
    code: 'close()',
    says: 'Line 2: ReferenceError: close is not defined.',
  },
  {
    title: 'recursion without an end',
    code: 'const g = () => g() + 1; return g()',
    says: 'Line 2: RangeError: Maximum call stack size exceeded.',
  },
  {
    title: 'a string without an end',
    code: 'let s = "x"; for (;;) s += s',
    says: 'Line 2: RangeError: Invalid string length.',
  },
  {
    title: 'an array beyond memory',
    code: 'return new Float64Array(2 ** 40)',
    says: 'Line 2: RangeError: Invalid typed array length: 1099511627776.',
  },
  {
    title: 'an error with a getter',
    code: 'throw { get message() { throw 1 } }',
    says: 'Something was thrown that cannot be read.',
  },
  {
    title: 'a proxy thrown',
    code: 'throw new Proxy({}, { get() { throw 1 } })',
    says: 'Something was thrown that cannot be read.',
  },
  { title: 'a string thrown', code: 'throw "out"', says: '“out” was thrown.' },
  { title: 'nothing thrown', code: 'throw undefined', says: 'undefined was thrown.' },
  {
    title: 'promises replaced',
    code: 'Promise.prototype.then = () => { throw 1 }; return 5',
    says: '1 was thrown.',
  },
  {
    title: 'a rejected promise',
    code: 'await Promise.reject(new Error("no"))',
    says: 'Line 2: Error: no.',
  },
];

/** What never comes to an end. Where memory runs out before the time does, a RangeError is read. */
export const endless: readonly Snippet[] = [
  { title: 'a loop in a call', code: 'while (true);', says: ENDED },
  {
    title: 'a loop before any call',
    code: 'while (true); function f() {}',
    says: 'Ended after 2 seconds before the first test. Does a loop or a recursion never stop?',
  },
  { title: 'a promise that is never kept', code: 'await new Promise(() => {})', says: ENDED },
  { title: 'a thenable that is never kept', code: 'return { then() {} }', says: ENDED },
  {
    title: 'a flood of promises',
    code: 'const g = () => Promise.resolve().then(g); await g()',
    says: ENDED,
  },
  {
    title: 'an exploding expression',
    code: 'return /^(a+)+$/.test("a".repeat(40) + "b")',
    says: ENDED,
  },
  {
    title: 'memory taken for ever',
    code: 'const all = []; for (;;) all.push(new Array(1e5).fill(all.length))',
    says: ENDED,
  },
  {
    title: 'a getter in the result',
    code: 'return [[1, 2], new Proxy([1], { get() { for (;;); } })]',
    says: ENDED,
  },
  { title: 'printing without an end', code: 'for (;;) console.log("x".repeat(1e5))', says: ENDED },
];

/** What is handed back in some disguise; the learner reads it as data. */
export const results: readonly (Snippet & { readonly value: unknown })[] = [
  {
    title: 'a function',
    code: 'return () => 1',
    value: { is: 'function' },
    says: 'a value of type function',
  },
  {
    title: 'an object',
    code: 'return { __proto__: { polluted: true } }',
    value: { is: 'object' },
    says: 'a value of type object',
  },
  {
    title: 'markup is text',
    code: 'return "<img src=x onerror=alert(1)>"',
    value: '<img src=x onerror=alert(1)>',
    says: '"<img src=x onerror=alert(1)>"',
  },
  {
    title: 'a symbol',
    code: 'return Symbol("x")',
    value: { is: 'symbol' },
    says: 'a value of type symbol',
  },
  {
    title: 'a large whole number',
    code: 'return 10n ** 100n',
    value: { is: 'bigint' },
    says: 'a value of type bigint',
  },
  {
    title: 'no number',
    code: 'return [NaN, Infinity, -Infinity, -0]',
    value: [NaN, Infinity, -Infinity, 0],
    says: '[NaN, Infinity, -Infinity, 0]',
  },
  {
    title: 'an array in itself',
    code: 'const a = []; a.push(a); return a',
    value: [[[{ is: 'object' }]]],
    says: '[[[a value of type object]]]',
  },
  {
    title: 'a typed array',
    code: 'return new Float64Array([1, 2])',
    value: [1, 2],
    says: '[1, 2]',
  },
  {
    title: 'a class of arrays',
    code: 'return new (class extends Array { get 0() { return 7 } })(1)',
    value: [7],
    says: '[7]',
  },
  {
    title: 'toJSON',
    code: 'Object.prototype.toJSON = Array.prototype.toJSON = () => 42; return [1]',
    value: [1],
    says: '[1]',
  },
  {
    title: 'JSON replaced',
    code: 'JSON.stringify = () => "42"; return [1]',
    value: [1],
    says: '[1]',
  },
  {
    title: 'Array.isArray replaced',
    code: 'Array.isArray = () => false; return [1]',
    value: [1],
    says: '[1]',
  },
  {
    title: 'slice replaced',
    code: 'String.prototype.slice = () => "forged"; return "mine"',
    value: 'mine',
    says: '"mine"',
  },
  {
    title: 'call replaced',
    code: 'Function.prototype.call = () => 42; return "mine"',
    value: 'mine',
    says: '"mine"',
  },
  {
    title: 'loops replaced',
    code: 'Array.prototype[Symbol.iterator] = () => { throw 1 }; return [1, 2]',
    value: [1, 2],
    says: '[1, 2]',
  },
  {
    title: 'a setter on every object',
    code: 'Object.defineProperty(Object.prototype, "left", { set() { throw 1 } }); return [1]',
    value: [1],
    says: '[1]',
  },
];
