import { isTwoByTwo, type Box } from '../../../src/author';

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
/** How wide the walk is beside the errors, both below the trees, and how high they are. */
const BELOW = { walk: 232, height: 172 };

/** Trees on the left, walk and errors on the right; where it is narrow, below the trees. */
export function scaleLayout(width: number, height: number): ScaleLayout {
  if (width < 600 && isTwoByTwo({ width, height })) return squareLayout(width, height);
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

/** All that there is in a room as wide as it is high: the trees have its whole width. */
function squareLayout(width: number, height: number): ScaleLayout {
  const tree = (height - BELOW.height - GAP) / 2;
  const y = height - BELOW.height;
  const right = BELOW.walk + GAP / 2;
  return {
    height,
    online: { x: 0, y: 0, width, height: tree },
    naive: { x: 0, y: tree + GAP / 2, width, height: tree },
    walk: { x: 0, y, width: BELOW.walk, height: BELOW.height },
    errors: { x: right, y, width: width - right, height: BELOW.height },
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
