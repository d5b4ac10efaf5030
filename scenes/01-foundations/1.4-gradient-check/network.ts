import { Random } from '../../../src/author';
import { countOf, LAYER, layersOf, WIDTH } from './settings';

/** A network that has learned nothing yet, and what it is to learn. */
export interface Network {
  readonly samples: number;
  /** Layer by layer: a row of weights for each input, then the biases. */
  readonly parameters: Float32Array<ArrayBuffer>;
  readonly inputs: Float32Array<ArrayBuffer>;
  readonly targets: Float32Array<ArrayBuffer>;
}

const SEED = 14;
/** Deviation of the biases. */
const BIAS = 0.1;

export function drawNetwork(samples: number): Network {
  const normals = (stream: number, count: number, deviation: (i: number) => number) => {
    const random = new Random(SEED, stream);
    return Float32Array.from({ length: count }, (_, i) => deviation(i) * random.normal());
  };
  const isWeight = (i: number): boolean => i % LAYER < WIDTH * WIDTH;
  return {
    samples,
    parameters: normals(0, countOf(layersOf.tanh), (i) =>
      isWeight(i) ? 1 / Math.sqrt(WIDTH) : BIAS,
    ),
    inputs: normals(1, samples * WIDTH, () => 1),
    targets: normals(2, samples * WIDTH, () => 1),
  };
}
