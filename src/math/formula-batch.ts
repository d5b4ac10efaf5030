import { operate, type Formula } from './formula';

/** Points a batch takes at once: few enough that every intermediate result stays in the cache. */
export const BATCH = 512;

/**
 * A formula at the first `count` of at most {@link BATCH} points, one array for each variable. What
 * it returns is its own and is overwritten by the next call.
 */
export type Batch = (values: readonly Float64Array[], count: number) => Float64Array;

type Entrywise = (
  out: Float64Array,
  a: Float64Array,
  b: Float64Array,
  count: number,
) => Float64Array;

// One loop each, so that each stays a plain loop over numbers.
const loops: Record<'+' | '-' | '*' | '/' | '^', Entrywise> = {
  '+'(out, a, b, count) {
    for (let i = 0; i < count; i += 1) out[i] = a[i] + b[i];
    return out;
  },
  '-'(out, a, b, count) {
    for (let i = 0; i < count; i += 1) out[i] = a[i] - b[i];
    return out;
  },
  '*'(out, a, b, count) {
    for (let i = 0; i < count; i += 1) out[i] = a[i] * b[i];
    return out;
  },
  '/'(out, a, b, count) {
    for (let i = 0; i < count; i += 1) out[i] = a[i] / b[i];
    return out;
  },
  '^'(out, a, b, count) {
    for (let i = 0; i < count; i += 1) out[i] = operate('^', a[i], b[i]);
    return out;
  },
};

/**
 * The formula over many points at a time, in float64: each node of the tree is one loop, so that
 * walking the tree costs next to nothing for each point. Nothing is evaluated as code.
 */
export function batch(f: Formula, names: readonly string[]): Batch {
  if (f.kind === 'variable') {
    const place = names.indexOf(f.name);
    if (place < 0) throw new RangeError(`the formula speaks of ${f.name}, which has no value`);
    return (values) => values[place];
  }
  const out = new Float64Array(BATCH);
  switch (f.kind) {
    case 'number':
      out.fill(f.value);
      return () => out;
    case 'negate': {
      const of = batch(f.of, names);
      return (values, count) => {
        const a = of(values, count);
        for (let i = 0; i < count; i += 1) out[i] = -a[i];
        return out;
      };
    }
    case 'call': {
      const of = batch(f.of, names);
      const apply = Math[f.name];
      return (values, count) => {
        const a = of(values, count);
        for (let i = 0; i < count; i += 1) out[i] = apply(a[i]);
        return out;
      };
    }
    case 'binary': {
      const left = batch(f.left, names);
      const products = f.operator === '^' && f.right.kind === 'number' && f.right.value;
      if (products === 2 || products === 3) {
        return (values, count) => {
          const a = left(values, count);
          loops['*'](out, a, a, count);
          return products === 2 ? out : loops['*'](out, out, a, count);
        };
      }
      const right = batch(f.right, names);
      const loop = loops[f.operator];
      return (values, count) => loop(out, left(values, count), right(values, count), count);
    }
  }
}
