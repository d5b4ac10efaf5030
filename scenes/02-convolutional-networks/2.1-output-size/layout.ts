import { cellAxis, drawnLength, type Frame, type Lattice } from '../../../src/author';
import type { Givens, Model } from './model';

const HEAD = 68;
/** Below a lattice that leaves out cells, for how many. */
const FOOT = 26;
const GAP = 26;
/** Cells smaller than this on the screen are not told apart; then the middle of long rows goes. */
const LEAST = 6.5;
const LARGEST = 36;
const MOST = [Infinity, 40, 32, 24, 18, 12];

/** The padded image, what the convolution makes of it and what the pool does, all to one scale. */
export function layoutOf({ padded, conv, pooling }: Model, frame: Frame<Givens>) {
  const counts = [padded, conv.positions, pooling.positions];
  const tried = MOST.map((most) => arranged(counts, most, frame));
  const legible = tried.find(({ pitch }) => pitch * frame.stage.unit >= LEAST);
  const { most, pitch, corners, foot } = legible ?? tried[tried.length - 1];
  const [image, out, pooled] = corners.map(([x, y], i): Lattice => ({
    x,
    y,
    axis: cellAxis(counts[i], most, pitch),
  }));
  const bottoms = [image, out, pooled].map(({ y, axis }) => y + axis.length);
  return { image, out, pooled, height: Math.max(...bottoms) + foot };
}

/** In a row, or with the two outputs below each other, whichever leaves larger cells. */
function arranged(
  counts: readonly number[],
  most: number,
  { width, height, stage }: Frame<Givens>,
) {
  const [a, b, c] = counts.map((count) => drawnLength(count, most));
  const foot = most < counts[0] ? FOOT : 4;
  const [one, two] = [HEAD + foot, 2 * (HEAD + foot)];
  const row = Math.min((width - 4 * GAP) / (a + b + c), (height - one) / Math.max(a, b));
  const across = (width - 3 * GAP) / (a + Math.max(b, c));
  const side = Math.min(across, (height - one) / a, (height - two) / (b + c));
  // Where the page scrolls the three stand below each other.
  const narrow = stage.grows;
  const largest = narrow ? (width - 2 * GAP) / Math.max(a, b) : Math.max(row, side);
  const pitch = Math.min(LARGEST, largest);
  const right = 2 * GAP + a * pitch;
  const below = (cells: number, before: number) => HEAD + before * (HEAD + foot) + cells * pitch;
  const second = narrow ? [GAP, below(a, 1)] : [right, HEAD];
  const third = row > side ? [right + GAP + b * pitch, HEAD] : [right, below(b, 1)];
  const corners = [[GAP, HEAD], second, narrow ? [GAP, below(a + b, 2)] : third];
  return { most, pitch, corners, foot };
}
