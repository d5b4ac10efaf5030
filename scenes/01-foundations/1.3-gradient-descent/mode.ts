import type { ScaleReport } from '../../../src/author';
import type { Landscape } from './landscape';
import type { ScaleGivens } from './settings';

/** One of the three pictures at scale. */
export interface Mode {
  /** What it stands in; hidden until its first picture is there. */
  readonly host: HTMLElement;
  update(givens: ScaleGivens, landscape: Landscape, signal: AbortSignal): Promise<ScaleReport>;
  /** Givens have changed that it need not compute anything anew for. */
  retell?(givens: ScaleGivens): void;
  /** Optimiser steps the transport runs over; absent where the picture has no time. */
  readonly duration?: number;
  draw?(t: number): Promise<void>;
  resize(): void | Promise<void>;
  describe(): string;
  dispose(): void;
}
