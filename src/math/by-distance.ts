/** Similarities of all pairs that are equally far apart: their mean, the least and the largest. */
export interface ByDistance {
  readonly mean: readonly number[];
  readonly least: readonly number[];
  readonly most: readonly number[];
  /** The widest range at any distance. */
  readonly spread: number;
}

/** The diagonals of a square table, row by row, symmetric about the first of them. */
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

/** The least distance at which the mean is below one half; nothing if there is none. */
export const halfAt = ({ mean }: ByDistance): number | undefined => {
  const apart = mean.findIndex((x) => x < 0.5);
  return apart < 0 ? undefined : apart;
};
