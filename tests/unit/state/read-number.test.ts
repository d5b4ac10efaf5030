import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { print, show, significant } from '../../../src/math/format';
import { BadValue, readNumber, writtenNumber } from '../../../src/state/read';

/** Finite numbers that a link can hold; −0 is written as 0. */
const finite = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((x) => (Object.is(x, -0) ? 0 : x));

describe('a number', () => {
  it('is read back as it was printed, to the last bit', () => {
    fc.assert(
      fc.property(finite, (x) => {
        expect(print(x)).not.toContain('+');
        expect(readNumber(print(x))).toBe(x);
      }),
    );
  });

  it('is read back as it is shown to a reader', () => {
    fc.assert(
      fc.property(finite, (x) => {
        expect(readNumber(show(x, significant(17)))).toBe(x);
      }),
    );
  });

  it.each([
    ['2', 2],
    ['-2.5', -2.5],
    ['−2.5', -2.5],
    ['–2.5', -2.5],
    ['—2.5', -2.5],
    ['‐2.5', -2.5],
    ['- 2.5', -2.5],
    ['+0.6', 0.6],
    [' 1e-5 ', 1e-5],
    ['1e+2', 100],
    ['1E3', 1000],
    ['1e21', 1e21],
    ['.5', 0.5],
    ['5.', 5],
    ['１２．５', 12.5],
    ['－３', -3],
    ['\u200b0.5\ufeff', 0.5],
    ['\u202d−1\u202c', -1],
    ['1.16*10^-7', 1.16e-7],
    ['1.16·10^-7', 1.16e-7],
    ['1.16 × 10^−7', 1.16e-7],
    ['1.16 x 10^-7', 1.16e-7],
    ['1.16⋅10⁻⁷', 1.16e-7],
    ['-1.16 * 10 ^ (-7)', -1.16e-7],
    ['1.16 × 10^{-7}', 1.16e-7],
    ['2*10**3', 2000],
    ['10^-3', 1e-3],
    ['−10²', -100],
    ['3/5', 0.6],
    ['-3 / 5', -0.6],
    ['3⁄5', 0.6],
    ['1÷4', 0.25],
    ['½', 0.5],
    ['−¾', -0.75],
    ['1/3', 1 / 3],
    ['0.3/0.4', 0.3 / 0.4],
  ])('%s is read', (written, x) => {
    expect(readNumber(written)).toBe(x);
  });

  it.each<[string, string]>([
    ['', 'is empty'],
    ['\u00a0', 'is empty'],
    ['0,5', 'write the decimal point, 0.5'],
    ['−0,5', 'write the decimal point, -0.5'],
    ['0,125', 'write the decimal point, 0.125'],
    ['1,25e-3', 'write the decimal point, 1.25e-3'],
    ['1,16·10^-7', 'write the decimal point, 1.16*10^-7'],
    ['1.000,5', 'write the decimal point, 1000.5'],
    ['1,000', 'can be read as 1000 or as 1.000'],
    ['-2,125', 'can be read as -2125 or as -2.125'],
    ['1,000,000', 'has a comma; write 1000000'],
    ['1,000.5', 'has a comma; write 1000.5'],
    ['1 000', 'has its digits in groups; write 1000'],
    ['1\u202f000\u202f000', 'has its digits in groups; write 1000000'],
    ["1'000.5", 'has its digits in groups; write 1000.5'],
    ['3/0', '“3/0” divides by zero'],
    ['1e999', 'too large'],
    ['10^999', 'too large'],
    ['abc', '“abc” is not a number'],
    ['z'.repeat(300), `“${'z'.repeat(23)}…” is not a number`],
    ['NaN', 'not a number'],
    ['Infinity', 'not a number'],
    ['1e+', 'not a number'],
    ['0x10', 'not a number'],
    ['1 2', 'not a number'],
    ['1½', 'not a number'],
    ['2(1/2)', 'not a number'],
    ['(3)', 'not a number'],
    ['1/2/3', 'not a number'],
    ['--1', 'not a number'],
    ['- -1', 'not a number'],
    ['2*3', 'not a number'],
    ['1-2', 'not a number'],
    ['1,2,3', 'not a number'],
    ['5%', 'not a number'],
    ['<script>', 'not a number'],
  ])('“%s” is refused: %s', (written, sentence) => {
    expect(() => readNumber(written)).toThrow(BadValue);
    expect(() => readNumber(written)).toThrow(sentence);
  });

  it('in whatever characters is read as what it says, or refused with a sentence', () => {
    const pieces = fc.constantFrom(...'0123456789.,-+−–eE*×·x^⁻²/ ½１０\u00a0()');
    const written = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 9 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(written, (text) => {
        try {
          const { value, decimals, digits } = writtenNumber(text);
          expect(Number.isFinite(value)).toBe(true);
          expect(decimals).toBeGreaterThanOrEqual(0);
          expect(digits).toBeGreaterThanOrEqual(1);
          // A comma never splits a number without a word.
          expect(text).not.toContain(',');
        } catch (error) {
          if (!(error instanceof BadValue)) throw error;
          expect(error.message.length).toBeLessThan(120);
        }
      }),
      { numRuns: 1000 },
    );
  }, 30_000);

  it('long enough to be an attack is refused at once', () => {
    for (const text of ['1'.repeat(1e6) + 'x', `1${' '.repeat(1e6)}x`, '1,000'.repeat(1e5)]) {
      expect(() => readNumber(text)).toThrow(BadValue);
    }
  });
});

describe('how precisely a number was written', () => {
  it.each<[string, number, number]>([
    ['0.660', 3, 3],
    ['−0.66', 2, 2],
    ['+.5', 1, 1],
    ['12', 0, 2],
    ['5.', 0, 1],
    ['0', 0, 1],
    ['1.2e-3', 4, 2],
    ['1.20e+1', 1, 3],
    ['1.16·10⁻⁷', 9, 3],
    ['10^-3', 3, 1],
    ['０．１０', 2, 2],
    ['3/5', Infinity, Infinity],
    ['½', Infinity, Infinity],
  ])('%s has %d decimals, %d digits', (text, decimals, digits) => {
    expect(writtenNumber(text)).toMatchObject({ decimals, digits });
  });
});
