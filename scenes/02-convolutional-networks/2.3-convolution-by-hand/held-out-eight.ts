import type { Matrix } from '../../../src/author';

/**
 * An eight of `public/digits` that the network was not trained with, and reads well: it stands here for
 * the page to open with before the others have come.
 */
export const HELD_OUT_EIGHT: Matrix = [
  [0, 0, 3, 11, 16, 15, 0, 0],
  [0, 0, 15, 16, 5, 13, 0, 0],
  [0, 2, 16, 9, 0, 12, 0, 0],
  [0, 1, 9, 15, 10, 10, 0, 0],
  [0, 0, 0, 6, 16, 12, 1, 0],
  [0, 0, 2, 14, 2, 16, 5, 0],
  [0, 0, 8, 10, 1, 14, 4, 0],
  [0, 0, 3, 15, 16, 9, 0, 0],
];
