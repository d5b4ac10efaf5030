import type { Formula, FunctionName } from './formula';
import { partsOf, tape, wholePower, type Entry } from './formula-tape';
import elementary from './formula.wgsl?raw';

const wgslNames: Partial<Record<FunctionName, string>> = {
  // WGSL's own are only good to about 2⁻¹¹, and within ±π: formula.wgsl.
  sin: 'accurate_sin',
  cos: 'accurate_cos',
  tan: 'accurate_tan',
  // WGSL's own may pass through exp(2x) and lose its value where that overflows.
  tanh: 'bounded_tanh',
};

/** A float32 literal: `0.1f`, `1e-7f`. */
function literal(value: number): string {
  const text = Math.fround(value) === 0 ? '0' : String(value).replace('e+', 'e');
  return value < 0 ? `(${text}f)` : `${text}f`;
}

/** Formulas in WGSL. */
export interface Printed {
  /** Declarations of what the formulas need more than once, in order. */
  readonly shared: readonly string[];
  /** An expression for each formula, in f32 variables of the formulas' names and the shared ones. */
  readonly values: readonly string[];
}

/** Prints formulas together: software adapters compute what is written twice twice. */
export function toWgsl(formulas: readonly Formula[]): Printed {
  const { entries, results } = tape(formulas);
  const uses = entries.map(() => 0);
  for (const position of [...entries.flatMap(partsOf), ...results]) uses[position] += 1;
  const shared: string[] = [];
  const texts: string[] = [];
  entries.forEach((entry, position) => {
    const text = expression(entry, entries, texts);
    if (uses[position] < 2 || partsOf(entry).length === 0) texts.push(text);
    else {
      const name = `shared_${shared.length}`;
      shared.push(`let ${name} = ${text};`);
      texts.push(name);
    }
  });
  return { shared, values: results.map((position) => texts[position]) };
}

/** An entry in the texts of those before it. */
function expression(entry: Entry, entries: readonly Entry[], texts: readonly string[]): string {
  switch (entry.kind) {
    case 'number':
      return literal(entry.value);
    case 'variable':
      return entry.name;
    case 'negate':
      return `(-${texts[entry.of]})`;
    case 'call':
      return `${wgslNames[entry.name] ?? entry.name}(${texts[entry.of]})`;
    case 'binary': {
      const [left, right] = [texts[entry.left], texts[entry.right]];
      const power = wholePower(entry, entries);
      if (power !== undefined) {
        const product = `power_${Math.abs(power)}(${left})`;
        return power < 0 ? `(1f / ${product})` : product;
      }
      return entry.operator === '^'
        ? `pow(${left}, ${right})`
        : `(${left} ${entry.operator} ${right})`;
    }
  }
}

/** b^n by squaring: for 5, b·(b²)². A function, so that its argument is written once. */
function powerFunction(n: number): string {
  const lines = ['  var square = b;', '  var product = 1f;'];
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) lines.push('  product = product * square;');
    if (rest > 1) lines.push('  square = square * square;');
  }
  return `fn power_${n}(b: f32) -> f32 {\n${lines.join('\n')}\n  return product;\n}`;
}

/** The functions that the WGSL of these formulas calls; to stand in front of it, once. */
export function supportingWgsl(formulas: readonly Formula[]): string {
  const { entries } = tape(formulas);
  const all = entries.flatMap((entry) => wholePower(entry, entries) ?? []).map(Math.abs);
  const powers = [...new Set(all)].sort((a, b) => a - b);
  return [elementary, ...powers.map(powerFunction)].join('\n');
}
