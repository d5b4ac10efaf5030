import { isVector, type Value } from '../math/value';
import type { Program } from '../sandbox/frame';
import type { Plain } from '../sandbox/messages';
import { LIMIT, type Fault, type Outcome, type Run } from '../sandbox/run';
import type { CodeTask, CodeTest } from './code-task';
import type { Asked, Mark } from './prediction-kind';

/** What came of one test. */
export interface TestReport {
  readonly test: CodeTest;
  readonly verdict: 'right' | 'wrong';
  /** What it gave, as it is written in JavaScript, or how it failed. */
  readonly got: string;
}

/** What is shown of a program that was run. */
export interface CodeReport {
  readonly tests: readonly TestReport[];
  readonly printed: readonly string[];
}

export interface CodeMark extends Mark {
  readonly report: CodeReport;
}

export const taskOf = ({ prediction }: Pick<Asked, 'prediction'>): CodeTask =>
  prediction.options as CodeTask;

/** The tests. */
export const programOf = (code: string, { name, tests, setup }: CodeTask): Program => ({
  code,
  name,
  calls: tests.map(({ call }) => call).map(within(setup)),
});

/** The call that is recorded for the picture: by itself, so that no test that never ends is in its way. */
export const recordProgram = (
  code: string,
  { name, record, setup }: CodeTask,
): Program | undefined =>
  record === undefined ? undefined : { code, name, calls: [within(setup)(record)] };

/** What a recording came to or, where it was cut short, what it had told. */
export function recordedIn({ outcomes: [outcome], told }: Run): Plain | undefined {
  return outcome && 'value' in outcome ? outcome.value : told;
}

/** A call where it sees the declarations it is worded with. */
const within =
  (setup?: string) =>
  (call: string): string =>
    setup === undefined ? call : `(() => { ${setup}\nreturn (${call}\n); })()`;

/** Whether all tests are passed. */
export const passed = ({ tests }: CodeReport): boolean =>
  tests.every(({ verdict }) => verdict === 'right');

/** Marks a run by its tests. */
export function markRun(run: Run, task: CodeTask): CodeMark {
  const tests = task.tests.map((test, i): TestReport => {
    const outcome = run.outcomes[i];
    const right = outcome && 'value' in outcome && isClose(outcome.value, test);
    return { test, verdict: right ? 'right' : 'wrong', got: written(outcome) };
  });
  const report = { tests, printed: run.printed };
  if (run.fault) return { ...faultMark(run.fault, task), report };
  const right = tests.filter(({ verdict }) => verdict === 'right').length;
  if (right === tests.length)
    return { verdict: 'right', message: `Right: all ${right} tests pass.`, report };
  const said = failure(run.outcomes);
  const message = said ?? `${right} of ${tests.length} tests ${right === 1 ? 'passes' : 'pass'}.`;
  return { verdict: 'wrong', message, report };
}

/** Where every test throws the same, that is what to say. */
function failure(outcomes: Run['outcomes']): string | undefined {
  const [first] = outcomes;
  if (!first || !('thrown' in first)) return undefined;
  const alike = outcomes.every(
    (outcome) => outcome && 'thrown' in outcome && outcome.thrown === first.thrown,
  );
  return alike ? `${lineOf(first.line)}${first.thrown}.` : undefined;
}

const lineOf = (line: number | undefined): string => (line === undefined ? '' : `Line ${line}: `);

function faultMark(fault: Fault, { name, tests }: CodeTask): Mark {
  switch (fault.kind) {
    case 'failed': {
      const unreadable = fault.message.startsWith('SyntaxError');
      const message = `${lineOf(fault.line)}${fault.message}.`;
      return { verdict: unreadable ? 'unreadable' : 'wrong', message };
    }
    case 'missing':
      return { verdict: 'unreadable', message: `There is no function named ${name}.` };
    case 'endless': {
      const test = fault.call === undefined ? undefined : tests.at(fault.call);
      const where = test ? `in the test “${test.name}”` : 'before the first test';
      return {
        verdict: 'wrong',
        message: `Ended after ${LIMIT / 1000} seconds ${where}. Does a loop or a recursion never stop?`,
      };
    }
    case 'not-started':
      return {
        verdict: 'unreadable',
        message: 'This browser has not started the sandbox in which code runs. Check again.',
      };
  }
}

/** A result as it is written in JavaScript, or what kept it away. */
function written(outcome: Outcome | undefined): string {
  if (!outcome) return 'not reached';
  if ('value' in outcome) return plainText(outcome.value);
  return `${lineOf(outcome.line)}${outcome.thrown}`;
}

/** More digits than this tell nothing apart. */
const DIGITS = 10;

export function plainText(value: Plain | Value): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(DIGITS)));
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as Plain[]).map(plainText).join(', ')}]`;
  if (value === null || typeof value === 'boolean') return String(value);
  const { is } = value as { readonly is: string };
  return is === 'undefined' ? 'undefined: nothing is returned' : `a value of type ${is}`;
}

/** Exact up to the round-off of a different order of operations. */
const TOLERANCE = 1e-9;

function isClose(got: Plain, { expected, tolerance = TOLERANCE }: CodeTest): boolean {
  if (typeof expected === 'number')
    return typeof got === 'number' && near(got, expected, tolerance);
  if (!isVector(expected)) return got === expected;
  return (
    Array.isArray(got) &&
    got.length === expected.length &&
    expected.every((entry, i) => typeof got[i] === 'number' && near(got[i], entry, tolerance))
  );
}

const near = (got: number, expected: number, tolerance: number): boolean =>
  Object.is(got, expected) ||
  got === expected ||
  Math.abs(got - expected) <= tolerance * Math.max(1, Math.abs(expected));

/** A program that makes every call with each of the known wrong functions; null is one that throws. */
export function slipsProgram(
  sources: readonly string[],
  { name, tests, setup }: CodeTask,
): Program {
  const functions = sources.map((source) => `(() => { ${source}\n; return ${name}; })()`);
  const each = (call: string): string =>
    `Promise.all(wrong().map(async (${name}) => { try { return await ${within(setup)(call)}; } catch { return null; } }))`;
  return {
    code: `const wrong = () => [${functions.join(',\n')}];`,
    name: 'wrong',
    calls: tests.map(({ call }) => each(call)),
  };
}

/** Which of the known wrong functions gives what the learner's gives, if one does. */
export function sameAs(mine: Run, wrong: Run, count: number): number | undefined {
  const index = Array.from({ length: count }, (_, i) => i).find((i) =>
    wrong.outcomes.every((outcome, call) => {
      const [theirs, own] = [outcome, mine.outcomes[call]];
      if (!theirs || !('value' in theirs) || !Array.isArray(theirs.value)) return false;
      return own && alike('value' in own ? own.value : null, theirs.value[i] as Plain);
    }),
  );
  return index;
}

function alike(a: Plain, b: Plain): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((entry, i) => alike(entry as Plain, b[i] as Plain));
  if (typeof a === 'number' && typeof b === 'number') return near(a, b, TOLERANCE);
  return JSON.stringify(a) === JSON.stringify(b);
}
