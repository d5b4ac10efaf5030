import type { Unfolding } from '../solution/unfolding';
import type { Predicted } from './predicted';

/**
 * Where a picture stands. Sizes are CSS pixels; a picture lays itself out in whatever room it has,
 * so that text never falls under 14 px, and multiplies every size by `unit` (1 on a page, more when
 * presenting), so that type and strokes grow together.
 */
export interface Stage<V = unknown> {
  readonly root: HTMLElement;
  readonly width: number;
  readonly height: number;
  readonly unit: number;
  /** Whether a taller picture makes it taller, as on a phone, where the page scrolls. */
  readonly grows: boolean;
  readonly dark: boolean;
  /** Whether motion is welcome: false under prefers-reduced-motion. */
  readonly motion: boolean;
  /** What the reader has predicted; the picture is drawn again when that changes. */
  readonly predicted: Predicted;
  /** The reader points at these parts of the picture: their symbols are highlighted. */
  point(parts: readonly string[]): void;
  /** The reader drags something: new values for some givens; committed when let go. */
  edit(changes: Partial<V>, commit: boolean): void;
}

/** A picture: a pure function of the model, of how far its solution is unfolded, and of what is predicted. */
export interface View<M> {
  draw(model: M, unfolding: Unfolding): void;
  /** Outlines these parts: what the step, or the symbol under the pointer, speaks of. */
  highlight(parts: ReadonlySet<string>): void;
  dispose(): void;
}
