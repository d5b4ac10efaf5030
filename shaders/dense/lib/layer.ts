import type { Dimensions } from '../../../src/compute/kernel';
import { activationIndex } from '../../lib/activation';

/** The activations whose slope can be told from what they put out. */
export const layerActivations = {
  none: activationIndex.none,
  relu: activationIndex.relu,
  tanh: activationIndex.tanh,
  sigmoid: activationIndex.sigmoid,
} as const;

/** The slope of each at an output y. */
export const slopesAt: readonly ((y: number) => number)[] = [
  () => 1,
  (y) => (y > 0 ? 1 : 0),
  (y) => 1 - y * y,
  (y) => y * (1 - y),
];

/** Rows of a layer's weights: one for each input, and that of the biases. */
export const weightRows = ({ inputs }: Dimensions): number => inputs + 1;

/** Multiply-adds of a network from which on WebAssembly multiplies whole matrices. */
const HEAVY = 2 ** 13;

export const isHeavy = ({ rows, inputs, outputs }: Dimensions): boolean =>
  rows * inputs * outputs >= HEAVY;

/** Whether rows of inputs and of outputs are made of whole vec4, and there are enough rows for several blocks. */
export const quadsFit = ({ rows, inputs, outputs }: Dimensions): boolean =>
  rows >= 16 && inputs % 4 === 0 && outputs % 4 === 0;
