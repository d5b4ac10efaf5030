import type { Givens } from './model';

/** What one output sees, layer by layer: level `layers` is the output, level 0 the input. */
export interface Cone {
  /** The cells it reaches at each level, as distances from it in inputs. */
  readonly reached: readonly (readonly number[])[];
  /** How far apart neighbouring cells of each level lie, in inputs. */
  readonly spacing: readonly number[];
}

export function coneOf({ layers, kernel, stride, dilation }: Givens): Cone {
  const spacing = Array.from({ length: layers + 1 }, (_, level) => stride ** level);
  const reached: number[][] = [];
  reached[layers] = [0];
  for (let level = layers - 1; level >= 0; level -= 1) {
    const taps = Array.from(
      { length: kernel },
      (_, tap) => (tap - (kernel - 1) / 2) * dilation * spacing[level],
    );
    const cells = new Set(reached[level + 1].flatMap((cell) => taps.map((tap) => cell + tap)));
    reached[level] = [...cells].sort((a, b) => a - b);
  }
  return { reached, spacing };
}

/** Inputs between the first and the last that a dilated or strided stack passes over. */
export const holesIn = ({ reached }: Cone, field: number): number => field - reached[0].length;
