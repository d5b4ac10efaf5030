import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FormulaError, variable, type Formula } from '../../../src/math/formula';
import { batch, BATCH } from '../../../src/math/formula-batch';
import { closure } from '../../../src/math/formula-closure';
import { derivative } from '../../../src/math/formula-derivative';
import { LONGEST, parseFormula } from '../../../src/math/formula-parse';
import { supportingWgsl, toWgsl } from '../../../src/math/formula-wgsl';
import { read, written } from './written';

const NAMES = ['x', 'y'];
const parse = (text: string): Formula => parseFormula(text, NAMES);
const at = (text: string, x: number, y = 0): number => closure(parse(text), NAMES)(x, y);

describe('reading', () => {
  test.each<[string, number]>([
    ['1 + 2*x - y', 5],
    ['-x^2', -9],
    ['(-x)^2', 9],
    ['--x^2', 9],
    ['2^-x', 0.125],
    ['2^3^2', 512],
    ['x**2', 9],
    ['x − y', 1],
    ['2·x×y', 12],
    ['10 - 3 - 2', 5],
    ['12 / x / y', 2],
    ['sin(pi/2) + log(e)', 2],
    ['abs(-x)', 3],
    ['+x', 3],
    ['((x))', 3],
    ['.5*x', 1.5],
    ['1e2', 100],
    ['x² + y³', 17],
    ['x⁻¹', 1 / 3],
    ['x¹⁰', 59049],
    ['2*π', 2 * Math.PI],
    ['π²', Math.PI ** 2],
    ['ln(x)', Math.log(3)],
    ['ln|−x|', Math.log(3)],
    ['√(x + 1)', 2],
    ['√|1 − x²|', Math.sqrt(8)],
    ['|y − x|', 1],
    ['|x|*|−y|', 6],
    ['||y − x| − 5|^2', 16],
    ['|x − |−y − 9||', 8],
    ['sin^2(x)', Math.sin(3) ** 2],
    ['sin²(x) + cos²(x)', 1],
    ['−tanh^2(x*(y + 1))', -(Math.tanh(9) ** 2)],
    ['sin^2(cos^3(x))', Math.sin(Math.cos(3) ** 3) ** 2],
    ['2^sin**2(x)', 2 ** (Math.sin(3) ** 2)],
    ['½*x', 1.5],
    ['x – y', 1],
    ['ｘ＋２', 5],
    ['x ÷ y', 1.5],
    ['x⋅y', 6],
  ])('%s at (3, 2) is %d', (text, expected) => {
    expect(at(text, 3, 2)).toBeCloseTo(expected, 12);
  });

  test.each<[string, RegExp]>([
    ['', /empty/],
    ['foo + 1', /“foo” is not known; there are x, y, pi and e/],
    ['foo(x)', /“foo” is not known; functions are sin, cos/],
    ['0,5*x', /“0,5” has a comma; write the decimal point, 0.5/],
    ['|x', /a bar \| is not closed/],
    ['|x + (y|)', /a bar \| is not closed/],
    ['|x||y|', /write the \* between them/],
    ['2|x|', /write the \*/],
    ['sin x', /sin needs brackets/],
    ['2 sin x', /sin needs brackets/],
    ['sin² x', /sin needs brackets: sin\^2/],
    ['sin⁻¹(x)', /can be read in two ways/],
    ['sin^-1(x)', /can be read in two ways/],
    ['sin^2(x', /bracket is not closed/],
    ['√x', /√ needs brackets/],
    ['2π', /write the \* between a number and what it multiplies: “2π”/],
    ['x = 2', /cannot be read from “= 2” on/],
    ['sin', /sin needs brackets/],
    ['sin(x, y)', /sin takes one number/],
    ['2x', /write the \* between a number and what it multiplies/],
    ['x y', /write the \* between them/],
    ['x(y)', /write the \* before the bracket/],
    ['(x)(y)', /write the \* between them/],
    ['sin(x', /bracket is not closed/],
    ['(x', /bracket is not closed/],
    ['x +', /something is missing/],
    ['()', /something is missing/],
    ['x/0', /divides by 0/],
    ['log(0-1)', /has no value/],
    ['10^400', /too large a number/],
    ['1e39', /too large a number/],
    ['x < y', /“<” is not known/],
    ['x ? 1 : 2', /may hold numbers/],
    ['"x"', /is not a number/],
    ['x.constructor', /may hold numbers/],
    ['[x]', /may hold numbers/],
    ['!x', /“!” is not known/],
    ['constructor', /“constructor” is not known/],
    ['toString(x)', /“toString” is not known/],
    ['x'.repeat(LONGEST + 1), /characters long/],
    ['-'.repeat(100) + 'x', /nested more than/],
    ['<img src=x>', /^(?!$)/],
  ])('refuses %s with a sentence', (text, sentence) => {
    expect(() => parse(text)).toThrow(FormulaError);
    expect(() => parse(text)).toThrow(sentence);
  });

  test('whatever is typed is read or refused with a sentence, nothing else', () => {
    const pieces = fc.constantFrom(
      'x',
      'y',
      '2',
      '.',
      '(',
      ')',
      '+',
      '-',
      '^',
      '*',
      'sin',
      '|',
      '²',
      'π',
      '√',
      ' ',
      '"',
    );
    const typed = fc.oneof(
      fc.string(),
      fc.array(pieces).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        try {
          expect(typeof closure(parse(text), NAMES)(0.5, 0.25)).toBe('number');
        } catch (error) {
          expect(error).toBeInstanceOf(FormulaError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('derivatives', () => {
  test('equal central differences wherever those can be trusted', () => {
    const coordinate = fc.double({ min: 0.3, max: 1.7, noNaN: true });
    let compared = 0;
    fc.assert(
      fc.property(written, coordinate, coordinate, (text, x, y) => {
        const formula = read(text);
        fc.pre(formula !== undefined);
        const f = closure(formula, NAMES);
        const slope = (step: number): number => (f(x + step, y) - f(x - step, y)) / (2 * step);
        const [coarse, fine] = [slope(2e-4), slope(1e-4)];
        // Near a kink or a pole two steps disagree, and neither is the slope.
        fc.pre(Number.isFinite(fine) && Math.abs(fine) < 1e4 && Math.abs(f(x, y)) < 1e4);
        fc.pre(Math.abs(coarse - fine) <= 1e-5 * (1 + Math.abs(fine)));
        const exact = closure(derivative(formula, 'x'), NAMES)(x, y);
        // At a kink at the point itself, abs has no slope while differences see a mean.
        fc.pre(!Number.isNaN(exact));
        compared += 1;
        expect(Math.abs(exact - fine)).toBeLessThanOrEqual(1e-4 * (1 + Math.abs(fine)));
      }),
      { numRuns: 1000, seed: 12 },
    );
    expect(compared).toBeGreaterThan(500);
  });

  test.each<[string, string]>([
    ['3', '0'],
    ['x', '1'],
    ['y', '0'],
    ['x^2', '2*x'],
    ['2*x*y', '2*y'],
    ['x/y', 'y/y^2'],
  ])('of %s is %s, simplified', (text, expected) => {
    expect(derivative(parse(text), 'x')).toEqual(parse(expected));
  });

  test('stay small enough to compile for the longest formulas', () => {
    for (const text of [Array(31).fill('x').join('^'), 'sin('.repeat(30) + 'x' + ')'.repeat(30)]) {
      const { shared, values } = toWgsl([derivative(parse(text), 'x')]);
      expect([...shared, ...values].join('\n').length).toBeLessThan(10_000);
    }
  });
});

describe('as WGSL', () => {
  test.each<[string, string]>([
    ['x + 1', '(x + 1f)'],
    ['-x - -2', '((-x) - (-2f))'],
    ['x^2 * y^-3', '(power_2(x) * (1f / power_3(y)))'],
    ['x^0.5', 'pow(x, 0.5f)'],
    ['x^y', 'pow(x, y)'],
    ['sin(x) + tanh(y)', '(accurate_sin(x) + bounded_tanh(y))'],
    ['1e30*x + 1e-60', '((1e30f * x) + 0f)'],
    ['x + sin(2)*0', 'x'],
  ])('%s is %s', (text, expected) => {
    expect(toWgsl([parse(text)])).toEqual({ shared: [], values: [expected] });
  });

  test('declares what is needed more than once, by one formula or by several', () => {
    expect(toWgsl([parse('(x + y)*sin(x + y)'), parse('(x + y) - x')])).toEqual({
      shared: ['let shared_0 = (x + y);'],
      values: ['(shared_0 * accurate_sin(shared_0))', '(shared_0 - x)'],
    });
  });

  test('brings each power once, by squaring', () => {
    const support = supportingWgsl([parse('x^5 + y^5'), parse('x^-5')]);
    expect(support.match(/fn power_5/g)).toHaveLength(1);
    const body = support.slice(support.indexOf('fn power_5'));
    expect(body.match(/\*/g)).toHaveLength(4);
  });
});

test('a batch gives what the closure gives, at each of its points and no further', () => {
  const xs = Float64Array.from({ length: BATCH }, (_, i) => (i - 200) / 50);
  const ys = xs.map((x) => Math.cos(7 * x));
  fc.assert(
    fc.property(written, fc.integer({ min: 1, max: BATCH }), (text, count) => {
      const formula = read(text);
      fc.pre(formula !== undefined);
      const one = closure(formula, NAMES);
      const all = batch(formula, NAMES)([xs, ys], count);
      for (let i = 0; i < count; i += 1) {
        const value = one(xs[i], ys[i]);
        // Powers of 2 and 3 are products here, and rounded as such.
        if (Number.isFinite(value) && Math.abs(value) < 1e6) {
          expect(Math.abs(all[i] - value)).toBeLessThanOrEqual(1e-6 * (1 + Math.abs(value)));
        }
      }
    }),
    { numRuns: 200, seed: 12 },
  );
});

test('a closure and a batch need a value for each variable', () => {
  expect(() => closure(variable('z'), NAMES)).toThrow('z');
  expect(() => batch(variable('z'), NAMES)).toThrow('z');
});
