import type { Agreement, Compute, Watch } from '../../../src/author';
import type { Move } from './differences';
import type { Layer, Place } from './settings';

/** A network whose gradients can be checked: how it gets them, and its loss when a parameter is moved. */
export interface Checkable {
  readonly layers: readonly Layer[];
  /** By backpropagation; of the bias `bug`, half of the samples is left out. */
  gradients(work: Compute, bug: Place | undefined): Promise<Float32Array>;
  /** The loss after each of these moves. */
  losses(work: Compute, moves: readonly Move[], watch: Watch): Promise<ArrayLike<number>>;
  /** Some of those losses against a reference. */
  check(work: Compute, moves: readonly Move[], losses: ArrayLike<number>): Promise<Agreement>;
}
