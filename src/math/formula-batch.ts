import { operate, type Formula } from './formula';
import { tape, wholePower, type Entry } from './formula-tape';

/** Points a batch takes at once: few enough that every intermediate result stays in the cache. */
export const BATCH = 512;

/**
 * A formula at the first `count` of at most {@link BATCH} points, one array for each variable. What
 * it returns is its own and is overwritten by the next call.
 */
export interface Batch {
  (values: readonly Float64Array[], count: number): Float64Array;
  readonly formula: Formula;
}

/** Fills an array from one or two others, of which it may be none. */
type Loop = (out: Float64Array, a: Float64Array, b: Float64Array, count: number) => void;

// One loop each, so that each stays a plain loop over numbers.
const loops: Record<'+' | '-' | '*' | '/' | '^' | 'negate' | 'cube', Loop> = {
  '+'(out, a, b, count) {
    for (let i = 0; i < count; i += 1) out[i] = a[i] + b[i];
  },
  '-'(out, a, b, count) {
    for (let i = 0; i < count; i += 1) out[i] = a[i] - b[i];
  },
  '*'(out, a, b, count) {
    for (let i = 0; i < count; i += 1) out[i] = a[i] * b[i];
  },
  '/'(out, a, b, count) {
    for (let i = 0; i < count; i += 1) out[i] = a[i] / b[i];
  },
  '^'(out, a, b, count) {
    for (let i = 0; i < count; i += 1) out[i] = operate('^', a[i], b[i]);
  },
  negate(out, a, _, count) {
    for (let i = 0; i < count; i += 1) out[i] = -a[i];
  },
  cube(out, a, _, count) {
    for (let i = 0; i < count; i += 1) out[i] = a[i] * a[i] * a[i];
  },
};

/** One part of a formula: its loop, and the positions on the tape of what it takes. */
interface Step {
  readonly loop: Loop;
  readonly position: number;
  readonly left: number;
  readonly right: number;
}

function stepFor(entry: Entry, position: number, entries: readonly Entry[]): Step | undefined {
  switch (entry.kind) {
    case 'number':
    case 'variable':
      return undefined;
    case 'negate':
      return { loop: loops.negate, position, left: entry.of, right: entry.of };
    case 'call': {
      const apply = Math[entry.name];
      const loop: Loop = (out, a, _, count) => {
        for (let i = 0; i < count; i += 1) out[i] = apply(a[i]);
      };
      return { loop, position, left: entry.of, right: entry.of };
    }
    case 'binary': {
      const { operator, left, right } = entry;
      const power = wholePower(entry, entries);
      if (power === 2) return { loop: loops['*'], position, left, right: left };
      return { loop: power === 3 ? loops.cube : loops[operator], position, left, right };
    }
  }
}

/**
 * The formula over many points at a time, in float64: each of its parts is one loop, and equal parts
 * are computed once. Nothing is evaluated as code.
 */
export function batch(formula: Formula, names: readonly string[]): Batch {
  const { entries, results } = tape([formula]);
  const arrays: Float64Array[] = entries.map(
    (entry) => new Float64Array(entry.kind === 'variable' ? 0 : BATCH),
  );
  const given: { readonly position: number; readonly index: number }[] = [];
  const steps: Step[] = [];
  entries.forEach((entry, position) => {
    if (entry.kind === 'number') arrays[position].fill(entry.value);
    if (entry.kind === 'variable') {
      const index = names.indexOf(entry.name);
      if (index < 0)
        throw new RangeError(`the formula speaks of ${entry.name}, which has no value`);
      given.push({ position, index });
    }
    const step = stepFor(entry, position, entries);
    if (step) steps.push(step);
  });
  const run = (values: readonly Float64Array[], count: number): Float64Array => {
    for (const { position, index } of given) arrays[position] = values[index];
    for (const { loop, position, left, right } of steps) {
      loop(arrays[position], arrays[left], arrays[right], count);
    }
    return arrays[results[0]];
  };
  return Object.assign(run, { formula });
}
