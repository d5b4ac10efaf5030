import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Formula } from '../../../src/math/formula';
import { derivative } from '../../../src/math/formula-derivative';
import { parseFormula } from '../../../src/math/formula-parse';
import { tape } from '../../../src/math/formula-tape';
import { FormulaWriter } from '../../../src/math/formula-wasm';
import { moduleOf, op } from '../../../src/math/wasm-code';
import { read, written } from './written';

const parse = (text: string): Formula => parseFormula(text, ['x', 'y']);

/** The formulas at four points, as their module has them; `fixed` are computed beforehand. */
function compute(formulas: readonly Formula[], points: readonly number[], fixed: string[] = []) {
  const writer = new FormulaWriter(0);
  const [x, y] = [writer.local(), writer.local()];
  const variables = new Map([
    ['x', x],
    ['y', y],
  ]);
  const { before, each, results } = writer.write(formulas, variables, new Set(fixed));
  const code = [
    ...[x, y].flatMap((local, i) => [...op.i32Const(0), ...op.load(16 * i), ...op.set(local)]),
    ...before,
    ...each,
    ...results.flatMap((local, i) => [
      ...op.i32Const(0),
      ...op.get(local),
      ...op.store(32 + 16 * i),
    ]),
  ];
  const bytes = moduleOf(writer.imports, [], writer.locals, code);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
    Math: Math as unknown as WebAssembly.ModuleImports,
  });
  const memory = new Float32Array((exports.memory as WebAssembly.Memory).buffer);
  memory.set(points);
  (exports.run as () => void)();
  return formulas.map((_, i) => memory.slice(8 + 4 * i, 12 + 4 * i));
}

const f32 = Math.fround;

/** bⁿ by squaring, every product rounded. */
function power(b: number, n: number): number {
  if (n < 0) return f32(1 / power(b, -n));
  let [square, product] = [b, 1];
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) product = f32(product * square);
    square = f32(square * square);
  }
  return product;
}

/** The formula with every part rounded to float32: what its module must give to the last bit. */
function rounded(f: Formula, x: number, y: number): number {
  switch (f.kind) {
    case 'number':
      return f32(f.value);
    case 'variable':
      return f.name === 'x' ? x : y;
    case 'negate':
      return -rounded(f.of, x, y);
    case 'call':
      return f32(Math[f.name](rounded(f.of, x, y)));
    case 'binary': {
      const a = rounded(f.left, x, y);
      if (f.operator === '^' && f.right.kind === 'number' && Number.isInteger(f.right.value)) {
        return power(a, f.right.value);
      }
      const b = rounded(f.right, x, y);
      const values = { '+': a + b, '-': a - b, '*': a * b, '/': a / b, '^': a ** b };
      return f32(values[f.operator]);
    }
  }
}

const points = fc.array(fc.float({ min: -4, max: 4, noNaN: true }), {
  minLength: 8,
  maxLength: 8,
});

test('a formula and its slopes are, in WebAssembly, those of float32 to the last bit', () => {
  let compared = 0;
  fc.assert(
    fc.property(written, points, fc.subarray(['x', 'y']), (text, at, fixed) => {
      const formula = read(text);
      fc.pre(formula !== undefined);
      const all = [formula, derivative(formula, 'x'), derivative(formula, 'y')];
      compute(all, at, fixed).forEach((values, i) => {
        const expected = [0, 1, 2, 3].map((lane) => rounded(all[i], at[lane], at[4 + lane]));
        expect([...values]).toEqual(expected);
      });
      compared += 1;
    }),
    { numRuns: 300, seed: 12 },
  );
  expect(compared).toBeGreaterThan(200);
});

test('many parts, large powers and a power of 0 have room', () => {
  const long = Array.from({ length: 25 }, (_, i) => `x*${i}.5`).join('+');
  const zeroth = { kind: 'binary', operator: '^', left: parse('x'), right: parse('0') } as const;
  const formulas = [parse(long), parse('x^200'), parse('x^-7'), zeroth];
  const at = [1, -1, 0.5, 1.25, 0, 0, 0, 0];
  compute(formulas, at).forEach((values, i) => {
    expect([...values]).toEqual(at.slice(0, 4).map((x) => rounded(formulas[i], x, 0)));
  });
});

test('equal parts of several formulas are computed once', () => {
  const himmelblau = parse('(x^2 + y - 11)^2 + (x + y^2 - 7)^2');
  const { entries } = tape([derivative(himmelblau, 'x'), derivative(himmelblau, 'y')]);
  expect(entries.filter((entry) => entry.kind === 'binary' && entry.operator === '^')).toHaveLength(
    2,
  );
  expect(new Set(entries.map((entry) => JSON.stringify(entry))).size).toBe(entries.length);
});

test('a formula needs a value for each variable', () => {
  const writer = new FormulaWriter(0);
  expect(() => writer.write([parse('y')], new Map([['x', 0]]), new Set())).toThrow('y');
});
