import type { Givens } from './model';

/** The network that is checked: as many units in each layer as there are inputs. */
export const LAYERS = 3;
export const WIDTH = 64;
/** Parameters of a layer: a row of weights for each input, and one of biases. */
export const LAYER = (WIDTH + 1) * WIDTH;
export const PARAMETERS = LAYERS * LAYER;

/** Beyond this relative error a gradient fails. */
export const BAR = 0.1;

export const bugNames = { none: 'none', a: 'A', b: 'B', c: 'C' } as const;
export type BugName = keyof typeof bugNames;

/** What a reader can change on the At scale tab, and the givens by hand, which do not count there. */
export interface ScaleGivens extends Givens {
  readonly eps32: number;
  readonly samples: number;
  readonly bug: BugName;
}

/**
 * Which layer and unit has its bias's gradient wrong: one whose sum over half of the samples is far
 * from that over all, however many there are.
 */
const bugs: Readonly<Record<Exclude<BugName, 'none'>, readonly [layer: number, unit: number]>> = {
  a: [1, 45],
  b: [0, 57],
  c: [2, 35],
};

/** The place of a parameter in its network; that of a bias has no source. */
export interface Place {
  readonly layer: number;
  readonly unit: number;
  readonly source: number | undefined;
}

export function placeOf(parameter: number): Place {
  const source = Math.floor((parameter % LAYER) / WIDTH);
  return {
    layer: Math.floor(parameter / LAYER),
    unit: parameter % WIDTH,
    source: source < WIDTH ? source : undefined,
  };
}

export const parameterAt = ({ layer, unit, source = WIDTH }: Place): number =>
  layer * LAYER + source * WIDTH + unit;

/** The bias whose gradient is wrong, if one is. */
export function bugOf(name: BugName): Place | undefined {
  if (name === 'none') return undefined;
  const [layer, unit] = bugs[name];
  return { layer, unit, source: undefined };
}
