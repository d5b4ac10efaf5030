import { describe, expect, it } from 'vitest';
import { decimals, integer, significant } from '../../../src/math/format';
import type { Answer, Prediction, Slip } from '../../../src/scene/contract';
import { precisionRule } from '../../../src/scene/mark-numbers';
import type { Mark } from '../../../src/scene/prediction-kind';
import { loadKind } from '../../../src/ui/kinds';
import { shuffled } from '../../../src/ui/kinds/sentences';

const said = async (
  written: string,
  answer: Omit<Answer, 'name'>,
  slips: readonly Slip<unknown>[] = [],
  kind: Prediction['kind'] = Array.isArray(answer.value) ? 'matrix' : 'number',
  choices?: Prediction['choices'],
): Promise<Mark> =>
  (await loadKind(kind)).mark(written, {
    prediction: { answer: 'a', kind, label: 'a', choices },
    answer: { name: 'a', ...answer },
    slips,
    model: undefined,
    instance: 0,
  });

const verdict = async (...asked: Parameters<typeof said>) => (await said(...asked)).verdict;

describe('a number shown with three decimals', () => {
  const truth = { value: 0.69499 };
  it.each([
    ['0.69499', 'right'],
    ['0.695', 'right'],
    ['.695', 'right'],
    ['0.69', 'right'],
    ['0.70', 'wrong'],
    ['0.7', 'wrong'],
    ['0.694', 'early'],
    ['0.697', 'early'],
    ['0.698', 'wrong'],
    ['−0.695', 'wrong'],
    ['6.95e-1', 'right'],
    ['0,695', 'unreadable'],
    ['', 'unreadable'],
    ['NaN', 'unreadable'],
    ['<b>', 'unreadable'],
  ])('%s is %s', async (written, wanted) => {
    expect(await verdict(written, truth)).toBe(wanted);
  });
});

it('takes fewer decimals only where the value has no more', async () => {
  expect(await verdict('0.8', { value: 0.8 })).toBe('right');
  expect(await verdict('0.8', { value: 0.8004 })).toBe('wrong');
  expect(await verdict('0.80', { value: 0.8004 })).toBe('right');
});

it('marks halves that binary fractions cannot hold as right', async () => {
  expect(await verdict('1.01', { value: 1.005, format: decimals(3) })).toBe('right');
  expect(await verdict('1.00', { value: 1.005, format: decimals(3) })).toBe('right');
});

it('marks integers exactly', async () => {
  const truth = { value: 2147483648, format: integer };
  expect(await verdict('2147483648', truth)).toBe('right');
  expect(await verdict('2147483647', truth)).toBe('wrong');
});

describe('an answer in significant digits', () => {
  const truth = { value: 1.1593e-7, format: significant(3) };
  it.each([
    ['1.16e-7', 'right'],
    ['1.2e-7', 'right'],
    ['0.000000116', 'right'],
    ['1e-7', 'wrong'],
    ['1.15e-7', 'early'],
    ['1.19e-7', 'wrong'],
    ['1.16e-8', 'wrong'],
  ])('%s is %s', async (written, wanted) => {
    expect(await verdict(written, truth)).toBe(wanted);
  });
});

describe('a matrix', () => {
  const truth = {
    value: [
      [1.6604, 2.6604],
      [2.609, 3.609],
    ],
  };

  it('is right when every entry is, and early when one was rounded early', async () => {
    expect(await verdict('1.660,2.66;2.609,3.61', truth)).toBe('right');
    expect(await verdict('1.661,2.66;2.609,3.61', truth)).toBe('early');
  });

  it('says which entries are right', async () => {
    const { entries, message } = await said('1.66,0;0,3.609', truth);
    expect(entries).toEqual([true, false, false, true]);
    expect(message).toMatch(/^2 of 4/);
  });

  it('of another shape says so', async () => {
    expect(await verdict('1.66,2.66', truth)).toBe('wrong');
  });
});

describe('a slip', () => {
  const slips = [{ field: 'a', value: () => 0.7, hint: 'The bias is left out.' }];

  it('is recognised by its value, rounded as typed', async () => {
    expect(await verdict('0.700', { value: 0.8 }, slips)).toBe('slip');
    expect(await verdict('0.71', { value: 0.8 }, slips)).toBe('wrong');
  });

  it('is not held against who is right', async () => {
    expect(await verdict('0.700', { value: 0.7 }, slips)).toBe('right');
  });

  it('of another answer says nothing here', async () => {
    expect(await verdict('0.700', { value: 0.8 }, [{ ...slips[0], field: 'b' }])).toBe('wrong');
  });
});

it('reads what stands for infinity, and never takes a finite number for it', async () => {
  const truth = { value: [-Infinity, 0] };
  expect(await verdict('-∞,0', truth, [], 'vector')).toBe('right');
  expect(await verdict('−inf, 0', truth, [], 'vector')).toBe('right');
  expect(await verdict('-Infinity,0', truth, [], 'vector')).toBe('right');
  expect(await verdict('∞,0', truth, [], 'vector')).toBe('wrong');
  expect(await verdict('-1e300,0', truth, [], 'vector')).toBe('wrong');
  expect(await verdict('-∞,∞', truth, [], 'vector')).toBe('wrong');
});

describe('zero', () => {
  it('is right where the answer is zero but for round-off', async () => {
    expect(await verdict('0', { value: 0 })).toBe('right');
    expect(await verdict('0.000', { value: 3e-17 })).toBe('right');
    expect(await verdict('0', { value: 0, format: integer })).toBe('right');
  });

  it('never passes for what is only small', async () => {
    expect(await verdict('0.000', { value: 0.0004 })).toBe('unreadable');
    expect(await verdict('0.0', { value: 0.0004 })).toBe('wrong');
    expect(await verdict('0', { value: 1.16e-7, format: significant(3) })).toBe('wrong');
    expect(await verdict('0.00', { value: 0.3 })).toBe('wrong');
  });
});

it('marks whole numbers beyond the reach of round-off exactly', async () => {
  const truth = { value: 2 ** 50, format: integer };
  expect(await verdict(String(2 ** 50), truth)).toBe('right');
  expect(await verdict(String(2 ** 50 + 1), truth)).toBe('wrong');
});

describe('as people write it', () => {
  it.each([
    ['3/5', { value: 0.6 }, 'Right.'],
    ['1.16·10^-7', { value: 1.1593e-7, format: significant(3) }, 'Right, to 3 digits.'],
    ['+0.69', { value: 0.69 }, 'Right, to 2 decimals.'],
    ['1.2e-7', { value: 1.16e-7, format: significant(3) }, 'Right, to 2 digits.'],
    ['14', { value: 14, format: integer }, 'Right.'],
  ])('%s is right, and how closely is said', async (written, answer, message) => {
    expect(await said(written, answer)).toMatchObject({ verdict: 'right', message });
  });
});

it('marks words by equality, whatever their characters', async () => {
  for (const word of ['vanishes', 'tools → agent', '<b>', 'a,b;c']) {
    expect(await verdict(word, { value: word }, [], 'choice')).toBe('right');
    expect(await verdict('explodes', { value: word }, [], 'choice')).toBe('wrong');
    expect(await verdict('', { value: word }, [], 'choice')).toBe('unreadable');
  }
});

describe('whole sentences', () => {
  const choices = Object.fromEntries(
    ['he', 'xavier', 'both', 'neither'].map((name) => [name, `The ${name} rule.`]),
  );

  it('are marked by the name of the one that is chosen', async () => {
    const mark = (written: string) => verdict(written, { value: 'he' }, [], 'sentences', choices);
    expect(await mark('he')).toBe('right');
    expect(await mark('both')).toBe('wrong');
    expect(await mark('')).toBe('unreadable');
    expect(await mark('toString')).toBe('unreadable');
  });

  it('stand in an order of the instance’s own, the right one nowhere in particular', () => {
    const places = Array.from({ length: 20 }, (_, instance) => {
      const asked = {
        prediction: { answer: 'a', kind: 'sentences', label: 'a', choices },
        instance,
      };
      const order = shuffled(asked).map(([name]) => name);
      expect(shuffled(asked).map(([name]) => name)).toEqual(order);
      expect(order.toSorted()).toEqual(Object.keys(choices).toSorted());
      return order.indexOf('he');
    });
    expect(new Set(places).size).toBe(4);
  });
});

describe('a painted grid', () => {
  const value = [
    [0, -Infinity],
    [0, 0],
  ];
  const upsideDown: Slip<unknown> = {
    field: 'a',
    value: () => [
      [0, 0],
      [-Infinity, 0],
    ],
    hint: 'upside down',
  };

  it.each([
    ['0,-Infinity;0,0', 'right'],
    ['0, −∞; 0, 0', 'right'],
    ['0,0;0,0', 'wrong'],
    ['0,0;-Infinity,0', 'slip'],
    ['0,-1e308;0,0', 'wrong'],
    ['0', 'wrong'],
    ['', 'unreadable'],
    [',;,', 'unreadable'],
    ['0,x;0,0', 'unreadable'],
  ])('%s is %s', async (written, wanted) => {
    expect(await verdict(written, { value, format: integer }, [upsideDown], 'paint')).toBe(wanted);
  });

  it('is not told which of its cells are wrong', async () => {
    const mark = await said('0,0;0,0', { value, format: integer }, [], 'paint');
    expect(mark).toEqual({ verdict: 'wrong', message: '3 of 4 entries are right.' });
  });
});

describe('a matching', () => {
  const pairs = ['one', 'two'].map((label) => ({ label, choices: { a: 'A', b: 'B', c: 'C' } }));
  const marked = async (written: string, slips: readonly Slip<unknown>[] = []): Promise<Mark> =>
    (await loadKind('matching')).mark(written, {
      prediction: { answer: 'a', kind: 'matching', label: 'a', options: { pairs } },
      answer: { name: 'a', value: ['a', 'b'] },
      slips,
      model: undefined,
      instance: 0,
    });

  it('is right when every pair is', async () => {
    expect((await marked('a,b')).verdict).toBe('right');
    expect((await marked('a, b')).verdict).toBe('right');
    expect(await marked('a,c')).toEqual({
      verdict: 'wrong',
      message: '1 of 2 pairs is right.',
      entries: [true, false],
    });
    expect((await marked('b,a')).message).toBe('Not yet.');
  });

  it('is not wrong while a pair is open', async () => {
    expect((await marked('')).message).toBe('This is still open; choose one for each.');
    expect((await marked('a,')).message).toBe('This has 1 of 2 still open.');
  });

  it('knows its slips', async () => {
    const exchanged: Slip<unknown> = { field: 'a', value: () => ['b', 'a'], hint: 'exchanged' };
    expect((await marked('b,a', [exchanged])).verdict).toBe('slip');
    expect((await marked('c,a', [exchanged])).verdict).toBe('wrong');
  });
});

it.each([
  [undefined, false, 'to three decimals'],
  [decimals(1), false, 'to one decimal'],
  [decimals(4), true, 'each to four decimals'],
  [significant(3), false, 'three significant digits'],
  [significant(2), true, 'each to two significant digits'],
  [integer, false, 'whole number'],
  [integer, true, 'whole numbers'],
])('states the rule it marks by', (format, several, rule) => {
  expect(precisionRule(format, several)).toBe(rule);
});

describe('an amount of memory', () => {
  const total = 2 ** 31;
  const slips: Slip<unknown>[] = [
    { field: 'a', value: () => total / 2, hint: 'Half.' },
    { field: 'a', value: () => (total * 2 ** 30) / 1e9, hint: 'GB for GiB.' },
  ];
  it.each([
    ['2147483648', 'right'],
    ['2 GiB', 'right'],
    ['2.00GiB', 'right'],
    ['2.15 GB', 'right'],
    ['2.1 gb', 'right'],
    ['2,048 MiB', 'unreadable'],
    ['2048 MiB', 'right'],
    ['2147483647', 'wrong'],
    ['2.15 GiB', 'slip'],
    ['1 GiB', 'slip'],
    ['1073741824 B', 'slip'],
    ['2 GiBs', 'unreadable'],
  ])('%s is %s', async (written, expected) => {
    expect(await verdict(written, { value: total, format: integer }, slips, 'bytes')).toBe(
      expected,
    );
  });
});
