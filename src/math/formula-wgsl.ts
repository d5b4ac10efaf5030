import type { Formula, FunctionName } from './formula';
import elementary from './formula.wgsl?raw';

/** Whole powers up to this are written as products; beyond it, as any other power, by `pow`. */
const LARGEST_POWER = 1024;

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

/** The whole exponent of a power that is written as products. */
function wholePower(f: Formula): number | undefined {
  if (f.kind !== 'binary' || f.operator !== '^' || f.right.kind !== 'number') return undefined;
  const { value } = f.right;
  return Number.isInteger(value) && Math.abs(value) <= LARGEST_POWER ? value : undefined;
}

/** A formula as a WGSL expression in f32 variables of the same names. */
export function toWgsl(f: Formula): string {
  switch (f.kind) {
    case 'number':
      return literal(f.value);
    case 'variable':
      return f.name;
    case 'negate':
      return `(-${toWgsl(f.of)})`;
    case 'call':
      return `${wgslNames[f.name] ?? f.name}(${toWgsl(f.of)})`;
    case 'binary': {
      const left = toWgsl(f.left);
      const power = wholePower(f);
      if (power !== undefined) {
        const product = `power_${Math.abs(power)}(${left})`;
        return power < 0 ? `(1f / ${product})` : product;
      }
      const right = toWgsl(f.right);
      return f.operator === '^' ? `pow(${left}, ${right})` : `(${left} ${f.operator} ${right})`;
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

function powersIn(f: Formula): number[] {
  if (f.kind === 'number' || f.kind === 'variable') return [];
  if (f.kind !== 'binary') return powersIn(f.of);
  const power = wholePower(f);
  const own = power === undefined ? [] : [Math.abs(power)];
  return [...own, ...powersIn(f.left), ...powersIn(f.right)];
}

/** The functions that the WGSL of these formulas calls; to stand in front of it, once. */
export function supportingWgsl(formulas: readonly Formula[]): string {
  const powers = [...new Set(formulas.flatMap(powersIn))].sort((a, b) => a - b);
  return [elementary, ...powers.map(powerFunction)].join('\n');
}
