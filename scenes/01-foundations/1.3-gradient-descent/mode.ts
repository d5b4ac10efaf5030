import type { ScaleReport } from '../../../src/author';
import type { Landscape } from './landscape';
import type { ScaleGivens } from './settings';

/** One of the three pictures at scale. */
export interface Mode {
  update(givens: ScaleGivens, landscape: Landscape, signal: AbortSignal): Promise<ScaleReport>;
  /** Optimiser steps the transport runs over; absent where the picture has no time. */
  readonly duration?: number;
  draw?(t: number): Promise<void>;
  resize(): void | Promise<void>;
  describe(): string;
  dispose(): void;
}
