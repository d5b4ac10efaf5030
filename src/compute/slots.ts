import { batch, type Batch } from '../math/formula-batch';
import { closure, type Closure } from '../math/formula-closure';
import { derivative } from '../math/formula-derivative';
import { supportingWgsl, toWgsl, type Printed } from '../math/formula-wgsl';
import type { Formula } from '../math/formula';
import type { Kernel } from './kernel';

interface SlotFunction {
  readonly name: string;
  readonly args: readonly string[];
  readonly formula: Formula;
}

/** A slot `surface(x, y)` gives three functions: `surface`, `surface_dx` and `surface_dy`. */
function functionsOf(kernel: Kernel, slots: Readonly<Record<string, Formula>>): SlotFunction[] {
  return Object.entries(kernel.slots ?? {}).flatMap(([name, args]) => [
    { name, args, formula: slots[name] },
    ...args.map((argument) => ({
      name: `${name}_d${argument}`,
      args,
      formula: derivative(slots[name], argument),
    })),
  ]);
}

/** The slots of a call as closures in float64, for the CPU forms. */
export function slotClosures(
  kernel: Kernel,
  slots: Readonly<Record<string, Formula>> = {},
): Record<string, Closure> {
  return Object.fromEntries(
    functionsOf(kernel, slots).map(({ name, args, formula }) => [name, closure(formula, args)]),
  );
}

/** The slots of a call over many points at once, for the fast CPU forms. */
export function slotBatches(
  kernel: Kernel,
  slots: Readonly<Record<string, Formula>> = {},
): Record<string, Batch> {
  return Object.fromEntries(
    functionsOf(kernel, slots).map(({ name, args, formula }) => [name, batch(formula, args)]),
  );
}

/** A WGSL function of f32 arguments. */
function wgslFunction(
  name: string,
  args: readonly string[],
  type: string,
  { shared, values }: Printed,
): string {
  const parameters = args.map((argument) => `${argument}: f32`).join(', ');
  const value = values.length === 1 ? values[0] : `${type}(${values.join(', ')})`;
  const lines = [...shared, `return ${value};`].map((line) => `  ${line}\n`);
  return `fn ${name}(${parameters}) -> ${type} {\n${lines.join('')}}`;
}

/**
 * The slots of a call as WGSL functions, to stand in front of the kernel's own source. A slot of two
 * to four arguments has one more there, `surface_slope(x, y)`: a vector of its derivatives, in which
 * what these have in common is computed once.
 */
export function slotWgsl(kernel: Kernel, slots: Readonly<Record<string, Formula>> = {}): string {
  const all = functionsOf(kernel, slots);
  if (all.length === 0) return '';
  const single = all.map(({ name, args, formula }) =>
    wgslFunction(name, args, 'f32', toWgsl([formula])),
  );
  const slopes = Object.entries(kernel.slots ?? {})
    .filter(([, args]) => args.length >= 2 && args.length <= 4)
    .map(([name, args]) => {
      const formulas = args.map((argument) => derivative(slots[name], argument));
      return wgslFunction(`${name}_slope`, args, `vec${args.length}f`, toWgsl(formulas));
    });
  return [supportingWgsl(all.map(({ formula }) => formula)), ...single, ...slopes, ''].join('\n');
}
