/** Rows of hidden units are laid out in quadruples: a row takes this many numbers. */
export const strideOf = (hidden: number): number => 4 * Math.ceil(hidden / 4);
