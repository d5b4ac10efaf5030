import { Random } from '../math/random';

/**
 * How far the weights of a layer are spread at first, from its inputs and outputs: `he` √(2/inputs) (He
 * et al., “Delving deep into rectifiers”, 2015), `xavier` √(2/(inputs + outputs)) (Glorot and Bengio,
 * “Understanding the difficulty of training deep feedforward neural networks”, 2010), `small` and
 * `large` for what happens without such care.
 */
export const initialisers = {
  he: (inputs: number) => Math.sqrt(2 / inputs),
  xavier: (inputs: number, outputs: number) => Math.sqrt(2 / (inputs + outputs)),
  small: () => 0.01,
  large: () => 3,
  zero: () => 0,
} as const satisfies Record<string, (inputs: number, outputs: number) => number>;

export type Initialiser = keyof typeof initialisers;

/** Which layer of which networks. */
interface Layer {
  readonly networks: number;
  /** The number of the first of them, 0 unless said. */
  readonly first?: number;
  readonly inputs: number;
  readonly outputs: number;
  /** Tells layers of one seed apart. */
  readonly layer: number;
}

/**
 * Weights of a layer for each network, normal with the initialiser's spread, and biases of 0 behind
 * them, as `layer` takes them. Network n is the same whatever the number of networks: it has a stream
 * of its own.
 */
export function initialWeights(
  initialiser: Initialiser,
  { networks, first = 0, inputs, outputs, layer }: Layer,
  seed: number,
): Float32Array {
  const spread = initialisers[initialiser](inputs, outputs);
  const each = (inputs + 1) * outputs;
  const weights = new Float32Array(networks * each);
  for (let network = 0; network < networks; network += 1) {
    const random = new Random(seed, (first + network) * LAYERS + layer);
    for (let i = 0; i < inputs * outputs; i += 1) {
      weights[network * each + i] = spread * random.normal();
    }
  }
  return weights;
}

/** Streams a network has, one for each layer. */
const LAYERS = 64;
