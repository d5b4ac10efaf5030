import { backpropagate } from './backprop';
import type { Checkable } from './checkable';
import { checkLosses, lossesAfter } from './differences';
import { drawNetwork } from './network';
import { layersOf } from './settings';

/** The tanh network, whose kernel computes of a loss only what a moved parameter reaches. */
export function openTanh(samples: number): Checkable {
  const network = drawNetwork(samples);
  return {
    layers: layersOf.tanh,
    gradients: (work, bug) => backpropagate(work, network, bug),
    losses: (work, moves, watch) => lossesAfter(work, network, moves, watch),
    check: (work, moves, losses) => checkLosses(work, network, moves, losses),
  };
}
