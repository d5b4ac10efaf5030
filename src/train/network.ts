import { layer, type Activation } from '../learn/operations/layer';
import type { Tape, Value } from '../learn/tape';

/** What a hidden unit may do with its sum, and how a reader sees it. */
export const activationNames = {
  tanh: 'tanh',
  relu: 'ReLU',
  sigmoid: 'sigmoid',
  none: 'none (linear)',
} as const satisfies Record<Activation, string>;

export const activations: Readonly<Record<Activation, (z: number) => number>> = {
  tanh: Math.tanh,
  relu: (z) => Math.max(0, z),
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
  none: (z) => z,
};

/** What each layer puts out for some inputs. The last unit is a tanh: its classes are −1 and +1. */
export function forward(
  tape: Tape,
  x: Value,
  weights: readonly Value[],
  activation: Activation,
): Value[] {
  const outputs: Value[] = [];
  weights.forEach((each, i) => {
    const last = i === weights.length - 1;
    outputs.push(layer(tape, outputs.at(-1) ?? x, each, last ? 'tanh' : activation));
  });
  return outputs;
}

/** Where the weight from one unit to another lies in its layer; a bias comes from behind the last. */
export const weightIndex = (from: number, to: number, outputs: number): number =>
  from * outputs + to;

/** The same network in float64, at one point: what each layer puts out, the inputs first. */
export function outputsAt(
  inputs: readonly number[],
  weights: readonly ArrayLike<number>[],
  activation: Activation,
): number[][] {
  const all = [[...inputs]];
  weights.forEach((own, i) => {
    const before = all[i];
    const count = own.length / (before.length + 1);
    const activate = activations[i === weights.length - 1 ? 'tanh' : activation];
    all.push(
      Array.from({ length: count }, (_, unit) => {
        const bias = own[weightIndex(before.length, unit, count)];
        return activate(
          before.reduce((sum, y, j) => sum + y * own[weightIndex(j, unit, count)], bias),
        );
      }),
    );
  });
  return all;
}
