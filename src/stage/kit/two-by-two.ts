import type { Box } from './box';

const LEAST = { width: 440, height: 360 };

/**
 * Whether the parts of a picture at scale may stand two by two where they do not fit in one row: before
 * a class on a screen of 4 to 3, which cannot scroll. In a smaller room they stand below each other, and
 * the page scrolls.
 */
export const isTwoByTwo = ({ width, height }: Pick<Box, 'width' | 'height'>): boolean =>
  width >= LEAST.width && height >= LEAST.height;
