/** The largest finite float32. */
export const LARGEST = 2 ** 128 - 2 ** 104;
