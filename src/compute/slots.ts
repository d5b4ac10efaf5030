import { batch, type Batch } from '../math/formula-batch';
import { closure, type Closure } from '../math/formula-closure';
import { derivative } from '../math/formula-derivative';
import { supportingWgsl, toWgsl } from '../math/formula-wgsl';
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

/** The slots of a call as WGSL functions, to stand in front of the kernel's own source. */
export function slotWgsl(kernel: Kernel, slots: Readonly<Record<string, Formula>> = {}): string {
  const all = functionsOf(kernel, slots);
  if (all.length === 0) return '';
  const text = all.map(({ name, args, formula }) => {
    const parameters = args.map((argument) => `${argument}: f32`).join(', ');
    return `fn ${name}(${parameters}) -> f32 {\n  return ${toWgsl(formula)};\n}`;
  });
  return [supportingWgsl(all.map(({ formula }) => formula)), ...text, ''].join('\n');
}
