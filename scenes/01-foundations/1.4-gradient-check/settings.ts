import type { Givens } from './model';

/** A layer of a network that is checked: every unit has a weight for each source, and a bias. */
export interface Layer {
  readonly name: string;
  readonly units: number;
  readonly sources: number;
}

/** The tanh network: as many units in each layer as there are inputs. */
export const LAYERS = 3;
export const WIDTH = 64;
/** Parameters of a layer: a row of weights for each input, and one of biases. */
export const LAYER = (WIDTH + 1) * WIDTH;

export const networkNames = { tanh: 'tanh', digits: 'CNN' } as const;
export type NetworkName = keyof typeof networkNames;

export const layersOf: Readonly<Record<NetworkName, readonly Layer[]>> = {
  tanh: Array.from({ length: LAYERS }, (_, i) => ({
    name: `layer ${i + 1}`,
    units: WIDTH,
    sources: WIDTH,
  })),
  // Two convolutions of 3 × 3, each followed by a maximum of 2 × 2, on digits of 8 × 8.
  digits: [
    { name: 'convolution 1', units: 8, sources: 9 },
    { name: 'convolution 2', units: 18, sources: 8 * 9 },
    { name: 'dense layer 3', units: 10, sources: 18 * 4 },
  ],
};

const sizeOf = ({ units, sources }: Layer): number => units * (sources + 1);

/** How many parameters layers have. */
export const countOf = (layers: readonly Layer[]): number =>
  layers.reduce((sum, layer) => sum + sizeOf(layer), 0);

/**
 * Where each network is checked at first, near the bottom of its valley: another pixel may become the
 * largest of its window within an ε that is small for a smooth network.
 */
export const EPSILON: Readonly<Record<NetworkName, number>> = { tanh: 0.03, digits: 0.0003 };

/** Beyond this relative error a gradient fails. */
export const BAR = 0.1;

export const bugNames = { none: 'none', a: 'A', b: 'B', c: 'C' } as const;
export type BugName = keyof typeof bugNames;

/** What a reader can change on the At scale tab, and the givens by hand, which do not count there. */
export interface ScaleGivens extends Givens {
  readonly network: NetworkName;
  readonly eps32: number;
  readonly samples: number;
  readonly bug: BugName;
}

/**
 * Which layer and unit has its bias's gradient wrong: one whose sum over half of the samples is far
 * from that over all, however many there are.
 */
const bugs: Readonly<
  Record<
    NetworkName,
    Readonly<Record<Exclude<BugName, 'none'>, readonly [layer: number, unit: number]>>
  >
> = {
  tanh: { a: [1, 45], b: [0, 57], c: [2, 35] },
  digits: { a: [1, 2], b: [0, 2], c: [2, 4] },
};

/** The place of a parameter in its network; that of a bias has no source. */
export interface Place {
  readonly layer: number;
  readonly unit: number;
  readonly source: number | undefined;
}

/** Parameters are counted layer by layer: a row of weights for each source, then the biases. */
export function placeOf(layers: readonly Layer[], parameter: number): Place {
  let [layer, rest] = [0, parameter];
  while (rest >= sizeOf(layers[layer])) {
    rest -= sizeOf(layers[layer]);
    layer += 1;
  }
  const { units, sources } = layers[layer];
  const source = Math.floor(rest / units);
  return { layer, unit: rest % units, source: source < sources ? source : undefined };
}

export const parameterAt = (
  layers: readonly Layer[],
  { layer, unit, source = layers[layer].sources }: Place,
): number => countOf(layers.slice(0, layer)) + source * layers[layer].units + unit;

/** The bias whose gradient is wrong, if one is. */
export function bugOf({ network, bug }: Pick<ScaleGivens, 'network' | 'bug'>): Place | undefined {
  if (bug === 'none') return undefined;
  const [layer, unit] = bugs[network][bug];
  return { layer, unit, source: undefined };
}
