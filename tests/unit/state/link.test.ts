import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { print } from '../../../src/math/format';
import { readGivens, readQuery, readRoute, writeLink, type Asked } from '../../../src/state/link';
import { choice, matrix, number, text, vector, whole } from '../../../src/state/params';

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

const asked = (link: string): Asked => {
  const route = readRoute(link);
  if (route.page !== 'exercise') throw new Error(`${link} leads to ${route.page}`);
  return readQuery(route.query, params);
};

describe('links', () => {
  it('lead to a presenter’s window, which knows whom it follows', () => {
    const route = { page: 'presenter', number: '1.3' };
    expect(readRoute('#/presenter/1.3?of=unfold-7')).toEqual({ ...route, of: 'unfold-7' });
    expect(readRoute('#/presenter/1.3')).toEqual({ ...route, of: '' });
  });

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
            solution: 'hidden',
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
            solution: 'hidden',
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

  it('end so that no sentence around them takes a part away', () => {
    for (const ending of ['The end.', 'a)', 'f(x)', '[0]', '{}', '>', '...', '?)']) {
      const givens = [['sentence', ending]] as const;
      const link = writeLink({ number: '1.1', givens, step: 0, tab: 'hand', present: false });
      for (const sent of [link, `${link}.`, `${link}).`, `${link}]`]) {
        expect(asked(sent).givens).toEqual({ sentence: ending });
      }
    }
  });

  it.each([
    ['a question mark', '#/1.1%3Fx=5&w=1,2&step=2'],
    ['a question mark in small letters', '#/1.1%3fx=5&w=1,2&step=2'],
    ['everything', '#%2F1.1%3Fx%3D5%26w%3D1%2C2%26step%3D2'],
    ['everything, twice where it was encoded before', '#/1.1%3Fx%3D5%26w%3D1%252C2%26step%3D2'],
    ['equals signs and what joins', '#/1.1?x%3D5%26w%3D1,2%26step%3D2'],
    ['what joins', '#/1.1?x=5%26w=1,2%26step=2'],
    ['what joins, and what follows it', '#/1.1?x=5%26w%3D1,2%26step%3D2'],
    ['one equals sign', '#/1.1?x=5&w%3D1,2&step%3D2'],
    ['entities', '#/1.1?x=5&amp;w=1,2&amp;step=2'],
    ['entities of entities', '#/1.1?x=5&amp;amp;w=1,2&#38;step=2'],
    ['a full stop', '#/1.1?x=5&w=1,2&step=2.'],
    ['a bracket and a full stop', '#/1.1?x=5&w=1,2&step=2).'],
    ['a pointed bracket', '#/1.1?x=5&w=1,2&step=2>'],
    ['a space', ' #/1.1?x=5&w=1,2&step=2 '],
    ['campaign keys', '#/1.1?utm_source=a&x=5&fbclid=b&w=1,2&step=2&gclid=c&utm_campaign=d.e'],
    ['campaign keys behind a second question mark', '#/1.1?x=5&w=1,2&step=2?utm_source=mail'],
    ['campaign keys without a question mark', '#/1.1&fbclid=b&x=5&w=1,2&step=2'],
  ])('are read all the same when mail or chat has mangled %s', (_, link) => {
    expect(asked(link)).toMatchObject({ givens: { x: '5', w: '1,2' }, step: 2, unread: [] });
  });

  it('keep what a reader wrote, however much it looks like a link', () => {
    for (const text of ['a?b', '1&y=2', '5=', 'a=b&c=d', '1?']) {
      const givens = [['x', text]] as const;
      const link = writeLink({ number: '1.1', givens, step: 0, tab: 'hand', present: false });
      expect(asked(link).givens).toEqual({ x: text });
    }
  });

  it('say what they do not know, shortened', () => {
    const { unread } = asked(
      `#/1.1?Step=2&${'k'.repeat(300)}=1&tab=${'z'.repeat(300)}&solution=no`,
    );
    expect(unread).toEqual([
      '“Step” is not a given of this exercise.',
      `“${'k'.repeat(23)}…” is not a given of this exercise.`,
      `tab=${'z'.repeat(23)}… is not known; it can be scale or code.`,
      'solution=no is not known; it can be hidden.',
    ]);
  });

  it('in whatever shape are read without a fault of ours', () => {
    const pieces = fc.constantFrom(
      ...['#/', '1.1', '?', '&', '=', '%3F', '%3D', '%26', '&amp;', '%', '%E0', '+', '.', ')', '/'],
      ...['x', 'w', 'm', 'sentence', 'step', 'tab', 'variant', 'present', 'utm_source', 'module'],
      ...['1', '-1e999', '1,2;3', '[[1]]', '\\begin{bmatrix}', 'ä', '\ud800', '\n'],
    );
    const links = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 15 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(links, (link) => {
        const route = readRoute(link);
        const { givens, step } = readQuery(route.page === 'exercise' ? route.query : link, params);
        expect(step).toBeGreaterThanOrEqual(0);
        for (const { message } of readGivens(params, givens).problems) {
          expect(message).not.toBe('');
        }
      }),
      { numRuns: 2000 },
    );
    const long = '?x=1&'.repeat(1e5);
    expect(readQuery(long, params).givens.x).toBeDefined();
    expect(readRoute(`#/1.1${')'.repeat(1e5)}`)).toEqual({
      page: 'exercise',
      number: '1.1',
      query: '',
    });
  }, 30_000);

  it.each([
    ['', 'contents'],
    ['#/', 'contents'],
    ['#/4.2', 'exercise'],
    ['#/4.2/', 'exercise'],
    ['#/module/01', 'module'],
    ['#/module/x', 'unknown'],
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
