/** Givens of the At scale tab. */
export interface ScaleGivens {
  /** Positions. */
  readonly length: number;
  /** Entries of each, sines and cosines in turn. */
  readonly width: number;
  /** The longest wave is 2π times nearly this. */
  readonly base: number;
}

/**
 * The sinusoidal table (Vaswani et al., 2017, section 3.5), a row for each position, scaled so that
 * every row has length 1. Computed in float64: angles of thousands of radians lose their digits
 * in float32.
 */
export function wavesOf({ length, width, base }: ScaleGivens): Float32Array<ArrayBuffer> {
  const table = new Float32Array(length * width);
  const scale = Math.sqrt(2 / width);
  for (let p = 0; p < length; p += 1) {
    for (let k = 0; k < width; k += 2) {
      const angle = p / base ** (k / width);
      table[p * width + k] = scale * Math.sin(angle);
      table[p * width + k + 1] = scale * Math.cos(angle);
    }
  }
  return table;
}
