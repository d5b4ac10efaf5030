import type { Compute, Watch } from '../../../src/author';
import type { Checkable } from './checkable';
import { differencesOf, upAndDown } from './differences';
import { countOf, parameterAt, type Place } from './settings';
import { errorOf, floorOf } from './verdict';

/** Four steps of ε a decade, from 10⁻⁶ to 1. */
const EPSILONS = Array.from({ length: 25 }, (_, i) => 10 ** (-6 + i / 4));
/** Parameters, spread over the network, whose errors are followed. */
const FOLLOWED = 48;

/** The errors of some gradients at one ε. */
export interface Depth {
  readonly eps: number;
  readonly median: number;
  readonly worst: number;
}

/** How the error of the check depends on ε; the gradient with the bug is left out. */
export async function measureValley(
  work: Compute,
  network: Checkable,
  backprop: Float32Array,
  { bug, watch }: { readonly bug: Place | undefined; readonly watch: Watch },
): Promise<Depth[]> {
  const followed = Array.from({ length: FOLLOWED }, (_, i) =>
    Math.floor(((i + 0.5) / FOLLOWED) * countOf(network.layers)),
  ).filter((which) => !bug || which !== parameterAt(network.layers, bug));
  const moves = EPSILONS.flatMap((eps) => upAndDown(followed, eps));
  const central = differencesOf(moves, await network.losses(work, moves, watch));
  const floor = floorOf(backprop);
  return EPSILONS.map((eps, i) => {
    const errors = followed
      .map((which, k) => errorOf(central[i * followed.length + k], backprop[which], floor))
      .sort((a, b) => a - b);
    return { eps, median: errors[Math.floor(errors.length / 2)], worst: errors[errors.length - 1] };
  });
}

/** The ε at which the worst error is least. */
export const lowest = (valley: readonly Depth[]): number =>
  valley.reduce((best, depth) => (depth.worst < best.worst ? depth : best)).eps;
