import type { Compute } from '../../src/compute/compute';
import type { Numbers } from '../../src/compute/numbers';
import { Tape, sizeOf, type Value } from '../../src/learn/tape';
import type { Trial } from '../../src/learn/trial';
import { Random } from '../../src/math/random';

interface Operation {
  readonly trials: readonly Trial[];
}

/** Every operation there is, by the name of its file. */
const files = import.meta.glob<Operation>('/src/learn/operations/*.ts', { eager: true });

export const trials = Object.entries(files).flatMap(([file, { trials }]) =>
  trials.map((trial) => ({
    trial,
    title: `${file.replace(/^.*\/|\.ts$/g, '')}: ${trial.title}`,
  })),
);

export const operations = Object.keys(files);

/** Numbers for what a trial is made from, then for the gradient that arrives. */
export function drawn(trial: Trial): {
  inputs: Float32Array[];
  upstream: (length: number) => Float32Array;
} {
  const random = new Random(1);
  const normal = (length: number) => Float32Array.from({ length }, () => random.normal());
  const inputs = trial.shapes.map((shape) => normal(sizeOf(shape)));
  return { inputs, upstream: normal };
}

/** What a trial puts out, and its gradients by everything it is made from. */
export async function differentiated(
  compute: Compute,
  trial: Trial,
  inputs: readonly Float32Array[],
  upstream: (length: number) => Float32Array,
): Promise<{ output: Numbers; gradients: Numbers[]; weights?: Float32Array }> {
  const { tape, values, made } = recorded(compute, trial, inputs);
  const weights = tape.isLoss(made) ? undefined : upstream(made.tensor.length);
  tape.backward(made, weights && compute.upload(weights));
  compute.plan(tape.calls).run(1);
  const [output, ...gradients] = await compute.readAll([
    made.tensor,
    ...values.map((value) => tape.gradientOf(value)!),
  ]);
  return { output, gradients, weights };
}

/** A trial's tape, with what it is made from and what it makes. */
export function recorded(compute: Compute, trial: Trial, inputs: readonly Float32Array[]) {
  const tape = new Tape(compute);
  const values = inputs.map((data, i) => tape.parameter(trial.shapes[i], data));
  const made: Value = trial.build(tape, values);
  return { tape, values, made };
}
