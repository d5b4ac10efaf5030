import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { print } from '../../../src/math/format';
import { readQuery, readRoute, writeLink } from '../../../src/state/link';
import { choice, matrix, number, text, vector, whole } from '../../../src/state/params';
import { BadValue, readMatrix, readNumber, readVector } from '../../../src/state/read';

const params = {
  w: vector({ label: 'w', default: [0], maxLength: 8 }),
  m: matrix({ label: 'm', default: [[0]], maxRows: 9, maxColumns: 9 }),
  x: number({ label: 'x', default: 0 }),
  sentence: text({ label: 'sentence', default: '', maxLength: 200 }),
};

/** Finite numbers that a link can hold; −0 is written as 0. */
const finite = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((x) => (Object.is(x, -0) ? 0 : x));

describe('numbers', () => {
  it('are read back as they were written, to the last bit', () => {
    fc.assert(
      fc.property(finite, (x) => {
        expect(print(x)).not.toContain('+');
        expect(readNumber(print(x))).toBe(x);
      }),
    );
  });

  it.each([
    ['2', 2],
    ['-2.5', -2.5],
    ['−2.5', -2.5],
    [' 1e-5 ', 1e-5],
    ['1E3', 1000],
    ['1e21', 1e21],
    ['.5', 0.5],
    ['5.', 5],
  ])('%s is read', (written, x) => {
    expect(readNumber(written)).toBe(x);
  });

  it.each([
    '',
    ' ',
    '0,5',
    'abc',
    'NaN',
    'Infinity',
    '-Infinity',
    '1e999',
    '1e+',
    '0x10',
    '1 2',
    '--1',
    '<script>',
  ])('“%s” is refused with a sentence', (written) => {
    expect(() => readNumber(written)).toThrow(BadValue);
  });

  it('with a decimal comma are told to use the point', () => {
    expect(() => readNumber('0,5')).toThrow('write the decimal point, 0.5');
  });
});

it('vectors and matrices survive a link', () => {
  fc.assert(
    fc.property(fc.array(finite, { minLength: 1, maxLength: 8 }), (w) => {
      expect(readVector(print(w))).toEqual(w);
    }),
  );
  const shaped = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(finite, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
  fc.assert(
    fc.property(shaped, (m) => {
      expect(readMatrix(print(m))).toEqual(m);
    }),
  );
});

it('rows of different lengths are refused, and named', () => {
  expect(() => readMatrix('1,2;3')).toThrow('the first has 2, row 2 has 1');
});

describe('links', () => {
  it('carry any text and any numbers', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(finite, { minLength: 1, maxLength: 8 }),
        (sentence, w) => {
          const link = writeLink({
            number: '1.1',
            givens: [
              ['w', print(w)],
              ['sentence', sentence],
            ],
            step: 2,
            tab: 'scale',
            variant: 7,
            device: 'gpu',
            present: true,
          });
          expect(link).not.toContain('+');
          const route = readRoute(link);
          if (route.page !== 'exercise') throw new Error(link);
          expect(route.number).toBe('1.1');
          expect(readQuery(route.query, params)).toEqual({
            givens: { w: print(w), sentence },
            step: 2,
            tab: 'scale',
            variant: 7,
            device: 'gpu',
            present: true,
            unread: [],
          });
        },
      ),
    );
  });

  it('write commas and semicolons as they are, and only what is not the default', () => {
    const shown = {
      number: '4.2',
      givens: [['m', '1,0;0,2']] as const,
      step: 0,
      tab: 'hand' as const,
      present: false,
    };
    expect(writeLink(shown)).toBe('#/4.2?m=1,0;0,2');
    expect(writeLink({ ...shown, givens: [] })).toBe('#/4.2');
  });

  it('are read with percent signs, too', () => {
    expect(readQuery('m=1%2C0%3B0%2C2&x=%E2%88%922', params).givens).toEqual({
      m: '1,0;0,2',
      x: '−2',
    });
  });

  it('that are malformed never throw', () => {
    fc.assert(
      fc.property(fc.string(), (query) => {
        expect(readQuery(query, params).step).toBeGreaterThanOrEqual(0);
        expect(readRoute(`#${query}`)).toBeDefined();
      }),
    );
    expect(readQuery('x=%E0%A4%A&%=&=&&x', params).unread.length).toBeGreaterThan(0);
  });

  it.each([
    ['', 'contents'],
    ['#/', 'contents'],
    ['#/4.2', 'exercise'],
    ['#/4.2/', 'exercise'],
    ['#/nowhere', 'unknown'],
    ['#/4', 'unknown'],
  ])('%s leads to %s', (hash, page) => {
    expect(readRoute(hash).page).toBe(page);
  });
});

describe('ranges', () => {
  it('are named as the reader needs them', () => {
    expect(() => whole({ label: 'n', default: 1, min: 1, max: 200 }).parse('0')).toThrow(
      'from 1 to 200',
    );
    expect(() => whole({ label: 'n', default: 1 }).parse('1.5')).toThrow('a whole number');
    expect(() => number({ label: 'x', default: 1, min: 0 }).parse('-1')).toThrow('at least 0');
    expect(() => params.w.parse('1,2,3,4,5,6,7,8,9')).toThrow('9 entries');
    expect(() => params.m.parse(Array(10).fill('1').join(';'))).toThrow('10 × 1');
  });

  it('hold for words', () => {
    const optimizer = choice<string>({
      label: 'o',
      default: 'sgd',
      choices: { sgd: 'SGD', adam: 'Adam' },
    });
    expect(optimizer.parse('adam')).toBe('adam');
    expect(() => optimizer.parse('toString')).toThrow('sgd, adam');
  });
});
