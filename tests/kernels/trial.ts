import type { Compute } from '../../src/compute/compute';
import { executeTwin, execute, typeOf, zeros } from '../../src/compute/executor';
import type { CpuForm } from '../../src/compute/forms';
import type { Call, Kernel } from '../../src/compute/kernel';
import type { Numbers, TypedArray } from '../../src/compute/numbers';
import { buffersOf, lengthOf } from '../../src/compute/shape';
import type { Formula } from '../../src/math/formula';
import { parseFormula } from '../../src/math/formula-parse';
import type { Random } from '../../src/math/random';
import type { Draw } from './draw';

/** A call whose buffers are plain arrays: one input for the twin and for every form held to it. */
export type Trial = Call<TypedArray>;
export type Outputs = Record<string, Numbers>;

const clone = (arrays: Trial['buffers']): Record<string, TypedArray> =>
  Object.fromEntries(Object.entries(arrays).map(([name, data]) => [name, data.slice()]));

/** Formulas for a kernel's slots: smooth, and different in each argument. */
function slotsFor(kernel: Kernel): Record<string, Formula> {
  return Object.fromEntries(
    Object.entries(kernel.slots ?? {}).map(([name, args]) => {
      const text = args.map((argument, i) => `${i + 1}*${argument}^2 + sin(${argument})`).join('+');
      return [name, parseFormula(text, args)];
    }),
  );
}

/** Fills what a kernel reads and updates; `given` contents take the place of drawn ones. */
export function trialFor(
  kernel: Kernel,
  { dimensions, knobs }: Draw,
  random: Random,
  given: Readonly<Record<string, readonly number[]>> = {},
): Trial {
  const buffers: Record<string, TypedArray> = {};
  for (const use of buffersOf(kernel)) {
    const data = zeros(use.type, lengthOf(use, dimensions));
    const fill = use.spec.fill ?? (() => random.normal());
    if (given[use.name]) data.set(given[use.name]);
    else if (use.access !== 'write') {
      for (let i = 0; i < data.length; i += 1) data[i] = fill(random, dimensions);
    }
    buffers[use.name] = data;
  }
  return { dimensions, knobs, slots: slotsFor(kernel), buffers };
}

export const runTwin = (kernel: Kernel, trial: Trial): Outputs => executeTwin(kernel, trial);

/** A CPU form, on copies. */
export async function runCpu(kernel: Kernel, trial: Trial, form: CpuForm): Promise<Outputs> {
  const buffers = clone(trial.buffers);
  await execute(kernel, { ...trial, buffers }, form);
  return buffers;
}

/** A GPU variant. What it only writes begins as garbage: nobody promised zeros. */
export async function runGpu(
  compute: Compute,
  kernel: Kernel,
  trial: Trial,
  variant: string,
): Promise<Outputs> {
  const scope = compute.scope();
  try {
    const buffers = Object.fromEntries(
      buffersOf(kernel).map(({ name, access }) => {
        const data = trial.buffers[name];
        return [name, scope.upload(access === 'write' ? data.slice().fill(77) : data)];
      }),
    );
    scope.run(kernel, { ...trial, buffers, variant });
    const results = await scope.readAll(Object.values(buffers));
    return Object.fromEntries(Object.keys(buffers).map((name, i) => [name, results[i]]));
  } finally {
    scope.release();
  }
}

/** The first element that is further from the twin than the kernel's bound, as a sentence. */
export function disagreement(kernel: Kernel, outputs: Outputs, twin: Outputs): string | undefined {
  for (const [name, expected] of Object.entries(twin)) {
    const exact = typeOf(expected) !== 'f32';
    const { absolute, relative } = exact ? { absolute: 0, relative: 0 } : kernel.bound;
    const at = expected.findIndex((value, i) => {
      const got = outputs[name][i];
      if (Object.is(got, value)) return false;
      return got !== value && !(Math.abs(got - value) <= absolute + relative * Math.abs(value));
    });
    if (at >= 0) return `${name}[${at}] is ${outputs[name][at]}, the twin has ${expected[at]}`;
  }
  return undefined;
}
