import type { Vector } from '../../../src/author';

export const ACTIVATIONS = ['relu', 'tanh', 'identity'] as const;
export type Activation = (typeof ACTIVATIONS)[number];

/** What a reader can change. */
export interface Givens {
  readonly fan_in: number;
  readonly fan_out: number;
  /** Changes the picture only. */
  readonly activation: Activation;
}

/** Layers of the stack in the picture. */
export const LAYERS = 8;

/** What one initialisation makes of the activations, layer by layer. */
export interface Stack {
  /** E[x²] of what comes out of each layer. */
  readonly squares: Vector;
  /** The activations of each layer, as so many quantiles. */
  readonly activations: readonly Vector[];
}

export type Initialisation = 'he' | 'xavier' | 'small' | 'large';

export interface Model extends Givens {
  readonly he_std: number;
  readonly xavier_std: number;
  readonly stacks: Readonly<Record<Initialisation, Stack>>;
}

export const curves: Readonly<Record<Activation, (z: number) => number>> = {
  relu: (z) => Math.max(0, z),
  tanh: Math.tanh,
  identity: (z) => z,
};

const square = (list: Vector): number => list.reduce((sum, x) => sum + x * x, 0) / list.length;

/** Quantiles of the normal distribution, scaled to a mean square of 1 exactly. */
const normals: Vector = (() => {
  const [count, step] = [2000, 1e-3];
  const half: number[] = [];
  let below = 0.5;
  for (let z = step / 2; half.length < count / 2; z += step) {
    below += (step * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
    while (half.length < count / 2 && below > 0.5 + (half.length + 0.5) / count) half.push(z);
  }
  const size = Math.sqrt(square(half));
  return half.flatMap((z) => [z / size, -z / size]);
})();

/**
 * Glorot and Bengio, “Understanding the difficulty of training deep feedforward neural networks”
 * (2010), and He, Zhang, Ren and Sun, “Delving deep into rectifiers” (2015). The layers of the stack
 * lead from fan_in units to fan_out and back in turn, and each is wide enough for its sums to be normal.
 */
export function initialisation(givens: Givens): Model {
  const { fan_in, fan_out, activation } = givens;
  const he = (inputs: number): number => 2 / inputs;
  const xavier = (inputs: number, outputs: number): number => 2 / (inputs + outputs);
  const stack = (variance: (inputs: number, outputs: number) => number): Stack => {
    const activations: Vector[] = [];
    const squares: number[] = [];
    let before = 1;
    for (let layer = 0; layer < LAYERS; layer += 1) {
      const [inputs, outputs] = layer % 2 === 0 ? [fan_in, fan_out] : [fan_out, fan_in];
      const size = Math.sqrt(inputs * variance(inputs, outputs) * before);
      const after = normals.map((z) => curves[activation](size * z));
      before = square(after);
      activations.push(after);
      squares.push(before);
    }
    return { activations, squares };
  };
  return {
    ...givens,
    he_std: Math.sqrt(he(fan_in)),
    xavier_std: Math.sqrt(xavier(fan_in, fan_out)),
    stacks: {
      he: stack(he),
      xavier: stack(xavier),
      small: stack((inputs) => he(inputs) / 4),
      large: stack((inputs) => he(inputs) * 4),
    },
  };
}
