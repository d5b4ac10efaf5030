/** A function of one argument that a formula may use. */
export const functions = ['sin', 'cos', 'tan', 'tanh', 'exp', 'log', 'sqrt', 'abs'] as const;
export type FunctionName = (typeof functions)[number];

export type Operator = '+' | '-' | '*' | '/' | '^';

/** An expression in named variables: a plain tree, so that it can be sent to a Worker. */
export type Formula =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'negate'; readonly of: Formula }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly of: Formula }
  | {
      readonly kind: 'binary';
      readonly operator: Operator;
      readonly left: Formula;
      readonly right: Formula;
    };

/** What is wrong with a formula, as a sentence for the reader who wrote it. */
export class FormulaError extends Error {
  override readonly name = 'FormulaError';
}

/** The largest finite float32: beyond it WGSL has no literal. */
export const LARGEST = 3.4028234663852886e38;

/** A number as a formula. Throws {@link FormulaError} when a graphics card cannot hold it. */
export function constant(value: number): Formula {
  if (Number.isNaN(value)) throw new FormulaError('a part of it, without variables, has no value');
  if (Math.abs(value) > LARGEST) {
    throw new FormulaError('a part of it, without variables, is too large a number');
  }
  return { kind: 'number', value };
}

export const variable = (name: string): Formula => ({ kind: 'variable', name });

const isNumber = (f: Formula, value: number): boolean => f.kind === 'number' && f.value === value;

/** −f, without double minus. */
export function negate(f: Formula): Formula {
  if (f.kind === 'number') return constant(-f.value);
  return f.kind === 'negate' ? f.of : { kind: 'negate', of: f };
}

/** name(f). What has no variables is computed here, so that WGSL never sees a constant call. */
export function call(name: FunctionName, f: Formula): Formula {
  return f.kind === 'number' ? constant(Math[name](f.value)) : { kind: 'call', name, of: f };
}

const arithmetic: Record<Operator, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': (a, b) => a ** b,
};

export const operate = (operator: Operator, a: number, b: number): number =>
  arithmetic[operator](a, b);

/** What x + 0, 1·x, x⁰ and their like come to; nothing where there is nothing to simplify. */
function simpler(operator: Operator, left: Formula, right: Formula): Formula | undefined {
  if (operator === '+') return isNumber(left, 0) ? right : isNumber(right, 0) ? left : undefined;
  if (operator === '-') {
    return isNumber(right, 0) ? left : isNumber(left, 0) ? negate(right) : undefined;
  }
  if (operator === '*') {
    if (isNumber(left, 0) || isNumber(right, 0)) return constant(0);
    return isNumber(left, 1) ? right : isNumber(right, 1) ? left : undefined;
  }
  if (isNumber(right, 1)) return left;
  if (operator === '/') return isNumber(left, 0) ? constant(0) : undefined;
  return isNumber(right, 0) ? constant(1) : undefined;
}

/** left ∘ right, lightly simplified; two numbers are computed. */
export function binary(operator: Operator, left: Formula, right: Formula): Formula {
  if (operator === '/' && isNumber(right, 0)) throw new FormulaError('it divides by 0');
  if (left.kind === 'number' && right.kind === 'number') {
    return constant(operate(operator, left.value, right.value));
  }
  return simpler(operator, left, right) ?? { kind: 'binary', operator, left, right };
}

/** The variables a formula speaks of, each once. */
export function mentioned(f: Formula): string[] {
  switch (f.kind) {
    case 'number':
      return [];
    case 'variable':
      return [f.name];
    case 'binary':
      return [...new Set([...mentioned(f.left), ...mentioned(f.right)])];
    default:
      return mentioned(f.of);
  }
}
