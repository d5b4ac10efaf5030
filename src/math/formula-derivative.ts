import {
  binary,
  call,
  constant,
  mentioned,
  negate,
  type Formula,
  type FunctionName,
} from './formula';

const one = constant(1);
const two = constant(2);

/** d name(f) / d f. */
const outer: Record<FunctionName, (f: Formula) => Formula> = {
  sin: (f) => call('cos', f),
  cos: (f) => negate(call('sin', f)),
  tan: (f) => binary('+', one, binary('^', call('tan', f), two)),
  tanh: (f) => binary('-', one, binary('^', call('tanh', f), two)),
  exp: (f) => call('exp', f),
  log: (f) => binary('/', one, f),
  sqrt: (f) => binary('/', one, binary('*', two, call('sqrt', f))),
  // The slope of |f| is its sign; at 0, where it has none, this has no value either.
  abs: (f) => binary('/', f, call('abs', f)),
};

function ofPower(base: Formula, exponent: Formula, name: string): Formula {
  const inner = derivative(base, name);
  if (!mentioned(exponent).includes(name)) {
    const lowered = binary('^', base, binary('-', exponent, one));
    return binary('*', binary('*', exponent, lowered), inner);
  }
  // b^e = exp(e·log b), so its derivative is b^e·(e′·log b + e·b′/b).
  const rate = binary(
    '+',
    binary('*', derivative(exponent, name), call('log', base)),
    binary('/', binary('*', exponent, inner), base),
  );
  return binary('*', binary('^', base, exponent), rate);
}

/** The partial derivative of a formula by a variable, lightly simplified. */
export function derivative(f: Formula, name: string): Formula {
  if (!mentioned(f).includes(name)) return constant(0);
  switch (f.kind) {
    case 'number':
      return constant(0);
    case 'variable':
      return one;
    case 'negate':
      return negate(derivative(f.of, name));
    case 'call':
      return binary('*', outer[f.name](f.of), derivative(f.of, name));
    case 'binary':
      break;
  }
  const { operator, left, right } = f;
  if (operator === '^') return ofPower(left, right, name);
  const dLeft = derivative(left, name);
  const dRight = derivative(right, name);
  if (operator === '+' || operator === '-') return binary(operator, dLeft, dRight);
  if (operator === '*') {
    return binary('+', binary('*', dLeft, right), binary('*', left, dRight));
  }
  // (l/r)′ = (l′·r − l·r′)/r²
  const top = binary('-', binary('*', dLeft, right), binary('*', left, dRight));
  return binary('/', top, binary('^', right, two));
}
