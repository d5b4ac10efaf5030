import { operate, type Formula } from './formula';

/** A formula at a point: the variables' values in the order of their names. */
export type Closure = (...values: number[]) => number;

/** The formula as a function of the named variables, in float64; nothing is evaluated as code. */
export function closure(f: Formula, names: readonly string[]): Closure {
  switch (f.kind) {
    case 'number': {
      const { value } = f;
      return () => value;
    }
    case 'variable': {
      const position = names.indexOf(f.name);
      if (position < 0) throw new RangeError(`the formula speaks of ${f.name}, which has no value`);
      return (...values) => values[position];
    }
    case 'negate': {
      const of = closure(f.of, names);
      return (...values) => -of(...values);
    }
    case 'call': {
      const of = closure(f.of, names);
      const apply = Math[f.name];
      return (...values) => apply(of(...values));
    }
    case 'binary': {
      const { operator } = f;
      const left = closure(f.left, names);
      const right = closure(f.right, names);
      return (...values) => operate(operator, left(...values), right(...values));
    }
  }
}
