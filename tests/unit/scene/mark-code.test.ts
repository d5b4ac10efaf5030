import { compileFunction } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { CodeTask } from '../../../src/scene/code-task';
import {
  markRun,
  plainText,
  programOf,
  recordedIn,
  recordProgram,
  sameAs,
  slipsProgram,
} from '../../../src/scene/mark-code';
import type { Run } from '../../../src/sandbox/run';
import { numbersIn } from '../../../src/stage/predicted';

const task: CodeTask = {
  name: 'f',
  starter: '',
  tests: [
    { id: 'a', name: 'the first', call: 'f(1)', expected: 1, tolerance: 1e-3 },
    { id: 'b', name: 'the second', call: 'f(2)', expected: [1, NaN] },
  ],
  record: '[1].map(f)',
};

const ran = (outcomes: Run['outcomes'], more: Partial<Run> = {}): Run => ({
  outcomes,
  printed: [],
  ...more,
});
const good = [{ value: 1.0005 }, { value: [1, NaN] }];

describe('a run is marked by its tests', () => {
  it('is right when all pass', () => {
    const mark = markRun(ran(good), task);
    expect(mark).toMatchObject({ verdict: 'right' });
    expect(mark.report.tests.map(({ verdict }) => verdict)).toEqual(['right', 'right']);
  });

  it.each([
    [{ value: 1.01 }, '1.01'],
    [{ value: '1' }, '"1"'],
    [{ value: { is: 'undefined' } }, 'undefined: nothing is returned'],
    [{ value: [1] }, '[1]'],
    [{ thrown: 'Error: no', line: 3 }, 'Line 3: Error: no'],
    [undefined, 'not reached'],
  ])('%o is wrong, and written as %s', (outcome, got) => {
    const mark = markRun(ran([outcome, good[1]]), task);
    expect(mark).toMatchObject({ verdict: 'wrong', message: '1 of 2 tests passes.' });
    expect(mark.report.tests[0]).toMatchObject({ verdict: 'wrong', got });
  });

  it('names an error that every test meets', () => {
    const thrown = { thrown: 'TypeError: no', line: 2 };
    expect(markRun(ran([thrown, thrown]), task).message).toBe('Line 2: TypeError: no.');
  });

  it.each([
    [{ kind: 'endless', call: 1 } as const, 'wrong', 'in the test “the second”'],
    [{ kind: 'endless', call: undefined } as const, 'wrong', 'before the first test'],
    [{ kind: 'missing' } as const, 'unreadable', 'no function named f'],
    [{ kind: 'not-started' } as const, 'unreadable', 'has not started'],
    [{ kind: 'failed', message: 'SyntaxError: x', line: undefined } as const, 'unreadable', 'Syn'],
    [{ kind: 'failed', message: 'TypeError: x', line: 4 } as const, 'wrong', 'Line 4: TypeError'],
  ])('%o is said', (fault, verdict, said) => {
    const mark = markRun(ran([], { fault }), task);
    expect(mark).toMatchObject({ verdict, message: expect.stringContaining(said) });
  });
});

it('a known wrong function is recognised by what it gives', () => {
  const program = slipsProgram(['function f() {}', 'const f = () => 3;'], task);
  expect(program.calls).toHaveLength(2);
  const mine = ran([{ value: 3 }, { value: [1, NaN] }]);
  const wrong = ran([{ value: [2, 3] }, { value: [2, [1, NaN]] }]);
  expect(sameAs(mine, wrong, 2)).toBe(1);
  expect(sameAs(ran([{ value: 3 }, { value: 3 }]), wrong, 2)).toBeUndefined();
  expect(sameAs(ran([{ thrown: 'no', line: 1 }]), wrong, 2)).toBeUndefined();
});

it('each call sees the declarations it is worded with', () => {
  const setup = 'const two = f(1) + 1;';
  const tests = [{ ...task.tests[0], call: '[two]' }];
  const programs = [
    programOf('', { ...task, setup, tests }),
    recordProgram('', { ...task, setup, record: '[two]' })!,
  ];
  for (const { calls } of programs) {
    expect(calls).toHaveLength(1);
    const called = compileFunction(`return ${calls[0]};`, ['f']) as (f: unknown) => unknown;
    expect(called((x: number) => x)).toEqual([2]);
  }
});

describe('what is recorded for a picture', () => {
  it('runs by itself, where a task asks for it', () => {
    expect(recordProgram('x', task)).toMatchObject({ code: 'x', calls: ['[1].map(f)'] });
    expect(recordProgram('x', { ...task, record: undefined })).toBeUndefined();
  });

  it('is what it came to, or what it had told until it was ended or threw', () => {
    expect(recordedIn(ran([{ value: [7, 'x'] }], { told: [7] }))).toEqual([7, 'x']);
    expect(recordedIn(ran([undefined], { told: [7] }))).toEqual([7]);
    expect(recordedIn(ran([{ thrown: 'no', line: 1 }], { told: [7] }))).toEqual([7]);
    expect(recordedIn(ran([undefined]))).toBeUndefined();
  });

  it('is read as numbers by a picture that draws numbers', () => {
    expect(numbersIn([7, 'x'])).toEqual([7, NaN]);
    expect(numbersIn(undefined)).toBeUndefined();
    expect(numbersIn({ is: 'function' })).toBeUndefined();
  });
});

it('values are written as in JavaScript, with as many digits as tell something', () => {
  expect([0.1 + 0.2, -0, 1e-12, [true, null]].map(plainText)).toEqual([
    '0.3',
    '0',
    '1e-12',
    '[true, null]',
  ]);
});
