import { partsOf, tape, wholePower, type Entry, type Tape } from './formula-tape';
import type { Formula } from './formula';
import { op, type Code } from './wasm-code';

const operators = {
  '+': op.add,
  '-': op.subtract,
  '*': op.multiply,
  '/': op.divide,
} as const;

/** A power as products, by squaring; the base is in `base` and may be overwritten in `square`. */
function power(exponent: number, base: number, square: number): Code {
  const size = Math.abs(exponent);
  const code: number[] = [...op.get(base), ...op.set(square)];
  // The product so far stands on the stack.
  let begun = false;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) {
      code.push(...op.get(square), ...(begun ? op.multiply : []));
      begun = true;
    }
    if (rest > 1)
      code.push(...op.get(square), ...op.get(square), ...op.multiply, ...op.set(square));
  }
  if (!begun) code.push(...op.f32Const(1), ...op.splat);
  return exponent < 0 ? [...op.f32Const(1), ...op.splat, ...code, ...op.divide] : code;
}

/** What formulas come to, in WebAssembly. */
export interface Compiled {
  /** Computes what speaks of nothing but numbers and what never changes. */
  readonly before: Code;
  /** Computes the rest; the values are then in the locals of `results`. */
  readonly each: Code;
  readonly results: readonly number[];
}

/**
 * Writes formulas as instructions on f32x4, four points at once, equal parts once. What has no
 * instruction (sine, powers that are not whole, …) calls `Math`, lane by lane.
 */
export class FormulaWriter {
  /** The functions of `Math` that were called, in the order of their index. */
  readonly imports: { readonly name: string; readonly takes: number }[] = [];
  private taken = 0;

  /** `first` is the index of the first local that is free. */
  constructor(private readonly first: number) {}

  /** How many locals were handed out. */
  get locals(): number {
    return this.taken;
  }

  local(): number {
    this.taken += 1;
    return this.first + this.taken - 1;
  }

  /** `variables` says in which local each variable is; the value of `fixed` ones never changes. */
  write(
    formulas: readonly Formula[],
    variables: ReadonlyMap<string, number>,
    fixed: ReadonlySet<string>,
  ): Compiled {
    const line = tape(formulas);
    const positions: number[] = [];
    const isFixed: boolean[] = [];
    const code = { before: [] as number[], each: [] as number[] };
    line.entries.forEach((entry, i) => {
      isFixed.push(
        entry.kind === 'variable'
          ? fixed.has(entry.name)
          : partsOf(entry).every((part) => isFixed[part]),
      );
      if (entry.kind === 'variable') {
        const position = variables.get(entry.name);
        if (position === undefined) throw new RangeError(`${entry.name} has no value`);
        positions.push(position);
        return;
      }
      const position = this.local();
      positions.push(position);
      code[isFixed[i] ? 'before' : 'each'].push(
        ...this.value(entry, line, positions),
        ...op.set(position),
      );
    });
    return { ...code, results: line.results.map((i) => positions[i]) };
  }

  /** Leaves an entry's value on the stack; `positions` says where those before it are. */
  private value(
    entry: Exclude<Entry, { kind: 'variable' }>,
    { entries }: Tape,
    positions: readonly number[],
  ): Code {
    switch (entry.kind) {
      case 'number':
        return [...op.f32Const(entry.value), ...op.splat];
      case 'negate':
        return [...op.get(positions[entry.of]), ...op.negate];
      case 'call': {
        const { name } = entry;
        const of = positions[entry.of];
        return name === 'sqrt' || name === 'abs'
          ? [...op.get(of), ...op[name]]
          : this.laneByLane(name, [of]);
      }
      case 'binary': {
        const [left, right] = [positions[entry.left], positions[entry.right]];
        const whole = wholePower(entry, entries);
        if (whole !== undefined) return power(whole, left, this.local());
        return entry.operator === '^'
          ? this.laneByLane('pow', [left, right])
          : [...op.get(left), ...op.get(right), ...operators[entry.operator]];
      }
    }
  }

  private laneByLane(name: string, from: readonly number[]): Code {
    const known = this.imports.findIndex((one) => one.name === name);
    const index = known < 0 ? this.imports.push({ name, takes: from.length }) - 1 : known;
    const lanes = [0, 1, 2, 3].map((lane): Code => [
      ...from.flatMap((local) => [...op.get(local), ...op.extractLane(lane), ...op.f64Promote]),
      ...op.call(index),
      ...op.f32Demote,
      ...op.replaceLane(lane),
    ]);
    return [...op.get(from[0]), ...lanes.flat()];
  }
}
