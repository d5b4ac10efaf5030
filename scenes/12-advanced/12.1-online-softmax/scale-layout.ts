import type { Box } from '../../../src/author';

/** Where the four parts of the picture at scale stand, in pixels. */
export interface ScaleLayout {
  readonly width: number;
  readonly height: number;
  readonly unit: number;
  /** The trees of the online softmax and of the naive sums. */
  readonly online: Box;
  readonly naive: Box;
  readonly walk: Box;
  readonly errors: Box;
}

const GAP = 28;
const LEAST = { tree: 150, walk: 128, errors: 130 };

/** Trees on the left, walk and errors on the right; all below each other where it is narrow. */
export function scaleLayout(width: number, height: number, unit: number): ScaleLayout {
  const gap = GAP * unit;
  if (width < 600 * unit) {
    let y = 0;
    const next = (tall: number): Box => {
      const box = { x: 0, y, width, height: tall * unit };
      y += tall * unit + gap / 2;
      return box;
    };
    const [online, naive] = [next(LEAST.tree), next(LEAST.tree)];
    const [walk, errors] = [next(LEAST.walk), next(LEAST.errors)];
    return { width, height: y, unit, online, naive, walk, errors };
  }
  const tall = Math.max(height, (LEAST.walk + LEAST.errors) * unit + gap / 2);
  const left = Math.floor((width - gap) * 0.54);
  const right = width - gap - left;
  const half = (tall - gap / 2) / 2;
  const walkHeight = Math.min(
    Math.max(LEAST.walk * unit, half),
    tall - LEAST.errors * unit - gap / 2,
  );
  return {
    width,
    height: tall,
    unit,
    online: { x: 0, y: 0, width: left, height: half },
    naive: { x: 0, y: half + gap / 2, width: left, height: half },
    walk: { x: left + gap, y: 0, width: right, height: walkHeight },
    errors: {
      x: left + gap,
      y: walkHeight + gap / 2,
      width: right,
      height: tall - walkHeight - gap / 2,
    },
  };
}

/** The strips of a tree: its levels from the blocks at the top to the root. */
export function strips({ x, y, width, height }: Box, levels: number, unit: number): Box[] {
  const top = y + 30 * unit;
  const spacing = Math.min(44 * unit, (y + height - top) / levels);
  const gap = Math.min(8 * unit, spacing / 4);
  return Array.from({ length: levels }, (_, level) => ({
    x,
    y: top + level * spacing,
    width: width - 84 * unit,
    height: spacing - gap,
  }));
}
