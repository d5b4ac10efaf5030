import { Random } from '../../src/math/random';

const SEED = 20;

/** Normal numbers, the same for everybody and on every run. */
export function normals(stream: number, length: number, scale = 1): Float32Array<ArrayBuffer> {
  const random = new Random(SEED, stream);
  return Float32Array.from({ length }, () => scale * random.normal());
}

/** Computed when first asked for: inputs of megabytes are not drawn for workloads that do not run. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Whole rows of a matrix. */
export function rowsOf(
  matrix: Float32Array,
  width: number,
  rows: readonly number[],
): Float32Array<ArrayBuffer> {
  const taken = new Float32Array(rows.length * width);
  rows.forEach((row, i) => taken.set(matrix.subarray(row * width, (row + 1) * width), i * width));
  return taken;
}

/** Positions of whole rows of a matrix. */
export const positionsOfRows = (width: number, rows: readonly number[]): number[] =>
  rows.flatMap((row) => Array.from({ length: width }, (_, i) => row * width + i));

/** Rows spread over all of them, first and last included. */
export const spreadRows = (rows: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => Math.round((i * (rows - 1)) / (count - 1)));
