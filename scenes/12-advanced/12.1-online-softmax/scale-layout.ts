import type { Box } from '../../../src/author';

/** Where the four parts of the picture at scale stand, in units of the stage. */
export interface ScaleLayout {
  readonly height: number;
  /** The trees of the online softmax and of the naive sums. */
  readonly online: Box;
  readonly naive: Box;
  readonly walk: Box;
  readonly errors: Box;
}

const GAP = 28;
const LEAST = { tree: 150, walk: 128, errors: 150 };

/** Trees on the left, walk and errors on the right; all below each other where it is narrow. */
export function scaleLayout(width: number, height: number): ScaleLayout {
  if (width < 600) {
    let y = 0;
    const next = (tall: number): Box => {
      const box = { x: 0, y, width, height: tall };
      y += tall + GAP / 2;
      return box;
    };
    const [online, naive] = [next(LEAST.tree), next(LEAST.tree)];
    const [walk, errors] = [next(LEAST.walk), next(LEAST.errors)];
    return { height: y, online, naive, walk, errors };
  }
  const tall = Math.max(height, LEAST.walk + LEAST.errors + GAP / 2);
  const left = Math.floor((width - GAP) * 0.54);
  const right = { x: left + GAP, width: width - GAP - left };
  const half = (tall - GAP / 2) / 2;
  const walk = Math.min(Math.max(LEAST.walk, half), tall - LEAST.errors - GAP / 2);
  const below = walk + GAP / 2;
  return {
    height: tall,
    online: { x: 0, y: 0, width: left, height: half },
    naive: { x: 0, y: half + GAP / 2, width: left, height: half },
    walk: { ...right, y: 0, height: walk },
    errors: { ...right, y: below, height: tall - below },
  };
}

/** The strips of a tree: its levels from the blocks at the top to the root. */
export function strips({ x, y, width, height }: Box, levels: number): Box[] {
  const top = y + 30;
  const spacing = Math.min(44, (y + height - top) / levels);
  const gap = Math.min(8, spacing / 4);
  return Array.from({ length: levels }, (_, level) => ({
    ...{ x, y: top + level * spacing },
    ...{ width: width - 84, height: spacing - gap },
  }));
}
