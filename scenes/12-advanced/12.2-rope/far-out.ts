import rope from '../../../shaders/attention/rope';
import type { Compute, Tensor } from '../../../src/author';
import { scoresOf, tablesOf } from './angles';
import { PAIRS, type Angles } from './settings';

/** Scores are taken at these distances from each position looked at. */
const APART = 8;
const ROWS = APART + 1;
/** 1, 2, 4, … 16,777,216. */
export const POSITIONS: readonly number[] = Array.from({ length: 25 }, (_, i) => 2 ** i);

/** At each of the positions, how far a score is off at most. */
export async function errorsOf(work: Compute, angles: Angles, base: number): Promise<number[]> {
  const tables = POSITIONS.map((first) => tablesOf(angles, { base, first, length: ROWS }));
  const joined = (name: 'cosines' | 'sines'): Float32Array<ArrayBuffer> =>
    Float32Array.from(tables.flatMap((table) => [...table[name]]));
  const turned = turn(work, {
    positions: POSITIONS.length * ROWS,
    cosines: joined('cosines'),
    sines: joined('sines'),
  });
  const rows = await work.read(turned);
  const right = scoresOf(base, ROWS);
  return POSITIONS.map((_, p) => {
    let worst = 0;
    for (let apart = 1; apart <= APART; apart += 1) {
      let score = 0;
      for (let j = 0; j < 2 * PAIRS; j += 1) {
        score += rows[p * ROWS * 2 * PAIRS + j] * rows[(p * ROWS + apart) * 2 * PAIRS + j];
      }
      worst = Math.max(worst, Math.abs(score - right[apart]));
    }
    return worst;
  });
}

interface Table {
  readonly positions: number;
  readonly cosines: Float32Array<ArrayBuffer>;
  readonly sines: Float32Array<ArrayBuffer>;
}

/** One vector of length 1, turned by each row of a table of angles. */
export function turn(work: Compute, table: Table): Tensor {
  const { positions, cosines, sines } = table;
  const turned = work.zeros(positions * 2 * PAIRS);
  work.run(rope, {
    ...callOf(positions),
    buffers: {
      vectors: work.upload(vectors(positions)),
      cosines: work.upload(cosines),
      sines: work.upload(sines),
      turned,
    },
  });
  return turned;
}

export const callOf = (positions: number) => ({
  dimensions: { sequences: 1, positions, pairs: PAIRS },
  knobs: { inverse: 0 },
});

/** The same vector at every position. */
export const vectors = (positions: number): Float32Array<ArrayBuffer> =>
  new Float32Array(positions * 2 * PAIRS).fill(1 / Math.sqrt(2 * PAIRS));
