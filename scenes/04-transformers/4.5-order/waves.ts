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

/** Similarities of all pairs that are equally far apart: their mean, the least and the largest. */
export interface ByDistance {
  readonly mean: readonly number[];
  readonly least: readonly number[];
  readonly most: readonly number[];
  /** The widest range at any distance. */
  readonly spread: number;
}

export function byDistance(similarity: ArrayLike<number>, length: number): ByDistance {
  const mean = new Array<number>(length).fill(0);
  const least = new Array<number>(length).fill(Infinity);
  const most = new Array<number>(length).fill(-Infinity);
  for (let i = 0; i < length; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const [x, apart] = [similarity[i * length + j], i - j];
      mean[apart] += x / (length - apart);
      if (x < least[apart]) least[apart] = x;
      if (x > most[apart]) most[apart] = x;
    }
  }
  return { mean, least, most, spread: Math.max(...most.map((x, apart) => x - least[apart])) };
}

/** The least distance at which two positions are less than half alike; nothing if there is none. */
export const halfAt = ({ mean }: ByDistance): number | undefined => {
  const apart = mean.findIndex((x) => x < 0.5);
  return apart < 0 ? undefined : apart;
};
