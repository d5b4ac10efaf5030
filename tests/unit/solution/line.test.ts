import { describe, expect, test } from 'vitest';
import { significant } from '../../../src/math/format';
import {
  add,
  apply,
  divide,
  exp,
  multiply,
  power,
  subtract,
} from '../../../src/solution/arithmetic';
import { cases, compare } from '../../../src/solution/cases';
import {
  constant,
  given,
  named,
  symbolOf,
  valueOf,
  word,
  type Expression,
} from '../../../src/solution/expression';
import { texMarkup } from '../../../src/solution/katex';
import { lineOf, lineTex, lineText } from '../../../src/solution/line';

describe('the relation', () => {
  test('is = where the value is shown whole, ≈ where it is rounded', () => {
    expect(lineText(named('y', divide(1, 4)))).toBe('y = 1/4 = 0.25');
    expect(lineText(named('y', divide(1, 3)))).toBe('y = 1/3 ≈ 0.333');
  });

  test('is ≈ where a result is 0 only because float64 has nothing that small', () => {
    const m = given('m', -0.02);
    const left = named('e', multiply(power(m, 200), 5));
    expect(lineText(left)).toBe('e = m^200·5 = (−0.02)^200·5 ≈ 0');
    expect(lineText(named('d', subtract(left, 0)))).toBe('d = e − 0 ≈ 0 − 0 ≈ 0');
    expect(lineText(named('y', multiply(power(m, 2), 0)))).toBe('y = m^2·0 = (−0.02)^2·0 = 0');
    expect(lineText(named('q', exp(given('x', -800))))).toBe('q = e^x = e^(−800) ≈ 0');
  });

  test('is ≈ before and after a face with rounded numbers in it', () => {
    const third = named('t', divide(1, 3));
    // 0.333·3 is not 1, and a line must not say so.
    expect(lineText(named('y', multiply(third, 3)))).toBe('y = t·3 ≈ 0.333·3 ≈ 1');
  });

  test('is = before a word and ⇔ between statements, rounded or not', () => {
    const third = named('t', divide(1, 3));
    const below = compare(third, '<', 1);
    expect(lineText(below)).toBe('t < 1 ⇔ 0.333 < 1 ⇔ true');
    const verdict = named('v', cases([[below, word('less')]], word('more')));
    expect(lineText(verdict)).toBe('v = { less if t < 1; more otherwise } = less since 0.333 < 1');
  });
});

test('a face that says what the one before it said is left out', () => {
  expect(lineText(given('w', 0.5))).toBe('w = 0.5');
  expect(lineText(constant(3))).toBe('3');
  expect(lineText(named('y', given('w', 0.5)))).toBe('y = w = 0.5');
  expect(lineText(named('y', constant(2)))).toBe('y = 2');
});

test('what is left standing is the name’s own value, with its part', () => {
  const line = lineOf(
    named('y', given('w', 0.5, { part: 'w' }), { part: 'y', role: 'activation' }),
  );
  expect(line.faces[2].tex).toBe(
    String.raw`{}=\nobreak \htmlData{part=y}{\htmlClass{role-activation}{\htmlData{slot=0}{0.5}}}`,
  );
});

test('a name within a name is its rounded value: recurrences do not unfold', () => {
  const c = given('c', 3);
  const rate = given('\\eta', 0.1);
  let w: Expression<number> = given('w_0', 0);
  const lines: string[] = [];
  for (let k = 1; k <= 3; k += 1) {
    w = named(`w_${k}`, subtract(w, multiply(rate, 2, subtract(w, c))));
    lines.push(lineText(w));
  }
  expect(lines).toEqual([
    'w₁ = w₀ − η·2·(w₀ − c) = 0 − 0.1·2·(0 − 3) = 0.6',
    'w₂ = w₁ − η·2·(w₁ − c) = 0.6 − 0.1·2·(0.6 − 3) = 1.08',
    'w₃ = w₂ − η·2·(w₂ − c) = 1.08 − 0.1·2·(1.08 − 3) = 1.464',
  ]);
});

test('a name has a format of its own', () => {
  const after = named('a', power(given('f', 0.45), 20), { format: significant(3) });
  expect(lineText(after)).toBe('a = f^20 = 0.45^20 ≈ 1.16e−7');
  expect(lineOf(after).faces[3].plain).toBe(String.raw`{}\approx\nobreak 1.16 \cdot 10^{-7}`);
});

test('prose shows symbols = value, or one of them alone', () => {
  const y = named('y', divide(1, 4));
  expect(lineText(y, 'inline')).toBe('y = 0.25');
  expect(lineText(symbolOf(y), 'inline')).toBe('y');
  expect(lineText(valueOf(y), 'inline')).toBe('0.25');
});

describe('cases', () => {
  const sign = (x: number) => {
    const value = given('x', x);
    return named(
      's',
      cases(
        [
          [compare(value, '<', 0), constant(-1)],
          [compare(value, '≥', 1), value],
        ],
        constant(0),
      ),
    );
  };

  test('take the first branch that holds and say why', () => {
    expect(sign(-2).value).toBe(-1);
    expect(lineText(sign(-2))).toContain('= −1 since −2 < 0');
    expect(lineText(sign(5))).toContain('= 5 since 5 ≥ 1');
  });

  test('else the last one, without a reason', () => {
    expect(lineText(sign(0.5))).toBe('s = { −1 if x < 0; x if x ≥ 1; 0 otherwise } = 0');
  });

  test('give no reason in the middle of a formula', () => {
    const inner = cases([[compare(1, '<', 2), constant(-1)]], constant(1));
    expect(lineText(named('y', add(2, inner)))).toBe(
      'y = 2 + ({ −1 if 1 < 2; 1 otherwise }) = 2 + (−1) = 1',
    );
  });

  test('compare numbers in full, not as shown', () => {
    const nearly = named('n', subtract(1, 1e-9));
    expect(compare(nearly, '=', 1).value).toBe(false);
    expect(compare(nearly, '<', 1).value).toBe(true);
    const signs = ['<', '≤', '=', '≠', '≥', '>'] as const;
    expect(signs.map((s) => compare(1, s, 2).value)).toEqual([
      true,
      true,
      false,
      true,
      false,
      false,
    ]);
    expect(signs.map((s) => compare(2, s, 2).value)).toEqual([
      false,
      true,
      true,
      false,
      true,
      false,
    ]);
  });
});

describe('shape and slots', () => {
  const line = (w: number, x: number) =>
    lineOf(named('y', multiply(given('w', w, { role: 'weight', part: 'w' }), given('x', x))));

  test('digits are slots, in reading order', () => {
    expect(line(0.5, 2).slots).toEqual(['0.5', '2', '1']);
    expect(line(0.5, 2).faces[2].tex).toBe(
      String.raw`{}=\nobreak \htmlData{part=w}{\htmlClass{role-weight}{\htmlData{slot=0}{0.5}}} \cdot \htmlData{slot=1}{2}`,
    );
  });

  test('other digits keep the shape', () => {
    expect(line(0.25, 12).shape).toBe(line(0.5, 2).shape);
  });

  test('a sign, a bracket, a relation or a power of ten changes it', () => {
    const { shape } = line(0.5, 2);
    expect(line(-0.5, 2).shape).not.toBe(shape);
    expect(line(0.5, -2).shape).not.toBe(shape);
    expect(line(1 / 3, 2).shape).not.toBe(shape);
    expect(line(0.5, 1e-8).shape).not.toBe(shape);
    expect(line(0.5, Infinity).shape).not.toBe(shape);
  });

  test('a number of more entries changes it', () => {
    const vector = (...v: number[]) => lineOf(given('v', v)).shape;
    expect(vector(1, 2)).toBe(vector(3, 4));
    expect(vector(1, 2, 3)).not.toBe(vector(1, 2));
  });
});

test('words are escaped, and what KaTeX does not know of is still taken', () => {
  const awkward = word('50 % of {a}_b & $c^2$ \\ ~ ä → 🙂');
  expect(texMarkup(lineOf(awkward).tex)).toContain('🙂');
  expect(lineText(awkward)).toBe('50 % of {a}_b & $c^2$ \\ ~ ä → 🙂');
});

test('KaTeX writes classes and data of ours and nothing else', () => {
  expect(texMarkup(lineOf(given('w', 1, { role: 'weight', part: 'w.0' })).tex)).toMatch(
    /data-part="w\.0".*role-weight/,
  );
  expect(() => texMarkup('\\href{https://example.org}{x}')).not.toThrow();
  expect(texMarkup('\\href{https://example.org}{x}')).not.toContain('href="');
  expect(texMarkup('\\htmlId{a}{x}')).not.toContain('id="a"');
  expect(() => texMarkup('\\frac{1}')).toThrow();
});

test('a value is computed once, when the expression is built', () => {
  let calls = 0;
  const f = (x: number) => {
    calls += 1;
    return x + 1;
  };
  const y = named('y', apply('f', f, given('x', 1)));
  expect(calls).toBe(1);
  expect(lineText(named('z', multiply(y, y)))).toBe('z = y·y = 2·2 = 4');
  expect(lineText(y)).toBe('y = f(x) = f(1) = 2');
  expect(calls).toBe(1);
});

test('a line is LaTeX for other documents, without a mark of ours', () => {
  const [w, x] = [given('w', -0.5, { role: 'weight', part: 'w' }), given('x', 2)];
  expect(lineTex(named('z', multiply(w, x), { part: 'z' }))).toBe(
    String.raw`z = w\,x = (-0.5) \cdot 2 = -1`,
  );
  expect(lineTex(named('y', divide(1, 3)))).toBe(String.raw`y = \frac{1}{3} \approx 0.333`);
});
