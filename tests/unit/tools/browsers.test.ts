import { describe, expect, test } from 'vitest';
import { alike, compare } from '../../../tools/browsers/compare.mjs';
import { details, isWell, table } from '../../../tools/browsers/report.mjs';

const step = (number: number) => ({
  steps: 1,
  step: number,
  said: `Shown: step ${number}.`,
  answers: { out: '0.5,-2e-3', name: 'softmax' },
  boxes: { picture: [600, 100, 800, 500] },
  layout: [] as string[],
});
const visit = () => ({
  hand: [step(0), step(1)],
  scale: { largest: 1e-6, limit: 1e-4, elapsed: 12, finding: 'It took 1,024 tokens.', fills: 1 },
  layout: [] as string[],
  errors: [] as string[],
});
type Visit = ReturnType<typeof visit>;

describe('another browser', () => {
  test('is well when it does the same', () => {
    expect(isWell(compare(visit(), visit()))).toBe(true);
  });

  test.each<[string, string, (is: Visit) => unknown, RegExp]>([
    ['hand', 'a step less', (is) => is.hand.pop(), /0 steps, not 1/],
    ['hand', 'another step', (is) => (is.hand[1].step = 0), /step 1: step 0 is shown/],
    ['hand', 'another word', (is) => (is.hand[0].said = 'Shown: nothing.'), /“Shown: nothing/],
    ['answers', 'another number', (is) => (is.hand[1].answers.out = '0.5,2e-3'), /out is 0.5,2e-3/],
    ['answers', 'another name', (is) => (is.hand[0].answers.name = 'max'), /name is max/],
    ['layout', 'a line more', (is) => (is.hand[0].boxes.picture[1] += 25), /picture 25 px/],
    ['layout', 'a collision', (is) => is.layout.push('“a” on “b”'), /At scale: “a” on “b”/],
    ['layout', 'no height', (is) => (is.scale.fills = 0), /picture is 0 % .* not 100 %/],
    ['errors', 'an error', (is) => is.errors.push('x is undefined', 'x is undefined'), /undefined/],
    ['scale', 'no agreement', (is) => (is.scale.largest = NaN), /off by NaN/],
    ['scale', 'no time', (is) => (is.scale.elapsed = 0), /0 ms/],
    ['scale', 'another finding', (is) => (is.scale.finding = 'It took 2,048 tokens.'), /2,048/],
  ])('is found out in %s: %s', (column, _, change, finding) => {
    const is = visit();
    change(is);
    const verdict = compare(is, visit());
    expect(Object.entries(verdict).filter(([, wrong]) => wrong.length > 0)).toEqual([
      [column, [expect.stringMatching(finding)]],
    ]);
  });

  test('says itself what failed at scale', () => {
    const is = { ...visit(), scale: 'The tensor was released.' };
    expect(compare(is, visit()).scale).toEqual(['The tensor was released.']);
  });

  test('may round to a neighbour, and no further', () => {
    expect(alike('0.1', '0.10000000000000002', 1e-12)).toBe(true);
    expect(alike('-0.1', '0.1', 1e-12)).toBe(false);
    expect(alike('1,2', '1,2,3', 1e-12)).toBe(false);
    expect(alike('0', '1e-9', 1e-12)).toBe(false);
  });

  test('has a row in the table, and a line for each finding', () => {
    const is = visit();
    is.errors.push('broken');
    const row = { number: '4.2', browser: 'webkit', steps: '1', atScale: false };
    const rows = [
      { ...row, verdict: compare(is, visit()) },
      { ...row, browser: 'firefox', verdict: 'it did not answer' },
    ];
    expect(table(rows).split('\n').slice(2)).toEqual([
      '| 4.2 | webkit | 1 steps | none | ok | 1 | ok |',
      '| 4.2 | firefox | it did not answer |  |  |  |  |',
    ]);
    expect(rows.flatMap(details)).toEqual([
      '4.2 webkit, errors: broken',
      '4.2 firefox: it did not answer',
    ]);
  });
});
