import { describe, expect, it } from 'vitest';
import { decimals, integer, significant } from '../../../src/math/format';
import type { Answer, Prediction, Slip } from '../../../src/scene/contract';
import { mark } from '../../../src/scene/mark';

const verdict = (
  written: string,
  answer: Omit<Answer, 'name'>,
  slips: readonly Slip<unknown>[] = [],
  kind: Prediction['kind'] = Array.isArray(answer.value) ? 'matrix' : 'number',
) =>
  mark(
    { answer: 'a', kind, tex: 'a', label: 'a' },
    written,
    { name: 'a', ...answer },
    slips,
    undefined,
  ).verdict;

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
  ])('%s is %s', (written, wanted) => {
    expect(verdict(written, truth)).toBe(wanted);
  });
});

it('takes fewer decimals only where the value has no more', () => {
  expect(verdict('0.8', { value: 0.8 })).toBe('right');
  expect(verdict('0.8', { value: 0.8004 })).toBe('wrong');
  expect(verdict('0.80', { value: 0.8004 })).toBe('right');
});

it('marks halves that binary fractions cannot hold as right', () => {
  expect(verdict('1.01', { value: 1.005, format: decimals(3) })).toBe('right');
  expect(verdict('1.00', { value: 1.005, format: decimals(3) })).toBe('right');
});

it('marks integers exactly', () => {
  const truth = { value: 2147483648, format: integer };
  expect(verdict('2147483648', truth)).toBe('right');
  expect(verdict('2147483647', truth)).toBe('wrong');
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
  ])('%s is %s', (written, wanted) => {
    expect(verdict(written, truth)).toBe(wanted);
  });
});

describe('a matrix', () => {
  const truth = {
    value: [
      [1.6604, 2.6604],
      [2.609, 3.609],
    ],
  };

  it('is right when every entry is, and early when one was rounded early', () => {
    expect(verdict('1.660,2.66;2.609,3.61', truth)).toBe('right');
    expect(verdict('1.661,2.66;2.609,3.61', truth)).toBe('early');
  });

  it('says which entries are right', () => {
    const said = mark(
      { answer: 'a', kind: 'matrix', tex: 'a', label: 'a' },
      '1.66,0;0,3.609',
      { name: 'a', ...truth },
      [],
      undefined,
    );
    expect(said.entries).toEqual([true, false, false, true]);
    expect(said.message).toMatch(/^2 of 4/);
  });

  it('of another shape says so', () => {
    expect(verdict('1.66,2.66', truth)).toBe('wrong');
  });
});

describe('a slip', () => {
  const slips = [{ field: 'a', value: () => 0.7, hint: 'The bias is left out.' }];

  it('is recognised by its value, rounded as typed', () => {
    expect(verdict('0.700', { value: 0.8 }, slips)).toBe('slip');
    expect(verdict('0.71', { value: 0.8 }, slips)).toBe('wrong');
  });

  it('is not held against who is right', () => {
    expect(verdict('0.700', { value: 0.7 }, slips)).toBe('right');
  });

  it('of another answer says nothing here', () => {
    expect(verdict('0.700', { value: 0.8 }, [{ ...slips[0], field: 'b' }])).toBe('wrong');
  });
});

it('marks words by equality', () => {
  const truth = { value: 'vanishes' };
  expect(verdict('vanishes', truth, [], 'choice')).toBe('right');
  expect(verdict('explodes', truth, [], 'choice')).toBe('wrong');
  expect(verdict('', truth, [], 'choice')).toBe('unreadable');
});

it('says to how many decimals, or digits, a prediction is right', () => {
  const said = (written: string, answer: Omit<Answer, 'name'>): string =>
    mark(
      { answer: 'a', kind: 'number', tex: 'a', label: 'a' },
      written,
      { name: 'a', ...answer },
      [],
      undefined,
    ).message;
  expect(said('0.69', { value: 0.69 })).toBe('Right, to 2 decimals.');
  expect(said('1.2e-7', { value: 1.16e-7, format: significant(3) })).toBe('Right, to 2 digits.');
  expect(said('14', { value: 14, format: integer })).toBe('Right.');
});
