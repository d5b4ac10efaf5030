import { unzipped } from './unzipped';

/**
 * Vectors of words, all of length 1, so that a dot product is a cosine. They come as one gzipped
 * file: the number of bytes of the list of words (u32, little-endian), the list, a word a line and
 * the most frequent first, and the entries as whole numbers of one byte. How large a step is differs
 * from word to word and need not be known: the length of 1 says it.
 */
export class WordVectors {
  private readonly indices: ReadonlyMap<string, number>;

  constructor(
    readonly words: readonly string[],
    readonly dimensions: number,
    /** Row after row, a word each. */
    readonly entries: Float32Array<ArrayBuffer>,
  ) {
    this.indices = new Map(words.map((word, i) => [word, i]));
  }

  get size(): number {
    return this.words.length;
  }

  /** Which row a word has; none when it has no vector. */
  indexOf(word: string): number | undefined {
    return this.indices.get(word.toLowerCase());
  }

  rowAt(index: number): Float32Array {
    return this.entries.subarray(index * this.dimensions, (index + 1) * this.dimensions);
  }

  row(word: string): Float32Array | undefined {
    const index = this.indexOf(word);
    return index === undefined ? undefined : this.rowAt(index);
  }

  /** Rows one after the other. */
  rowsAt(indices: ArrayLike<number>): Float32Array<ArrayBuffer> {
    const rows = new Float32Array(indices.length * this.dimensions);
    for (let i = 0; i < indices.length; i += 1)
      rows.set(this.rowAt(indices[i]), i * this.dimensions);
    return rows;
  }

  /** Rows added, each by its weight, at length 1; zeros where nothing is left. Written into `into`. */
  mixed<Row extends Float32Array | Float64Array = Float64Array>(
    indices: ArrayLike<number>,
    weights?: ArrayLike<number>,
    into = new Float64Array(this.dimensions) as Row,
  ): Row {
    const { dimensions, entries } = this;
    for (let i = 0; i < indices.length; i += 1) {
      const start = indices[i] * dimensions;
      const weight = weights ? weights[i] : 1;
      for (let d = 0; d < dimensions; d += 1) into[d] += weight * entries[start + d];
    }
    return atUnitLength(into);
  }
}

/** Reads the file, gzipped still or not. */
export async function readWordVectors(file: Uint8Array<ArrayBuffer>): Promise<WordVectors> {
  const buffer = await unzipped(file);
  const long = new DataView(buffer).getUint32(0, true);
  const words = new TextDecoder().decode(new Uint8Array(buffer, 4, long)).split('\n');
  const steps = new Int8Array(buffer, 4 + long);
  const dimensions = steps.length / words.length;
  if (!Number.isInteger(dimensions)) {
    throw new RangeError(`${steps.length} entries are no rows of ${words.length} words`);
  }
  return new WordVectors(words, dimensions, unitRows(steps, dimensions));
}

/** Rows stretched or shrunk to length 1. */
function unitRows(steps: Int8Array, dimensions: number): Float32Array<ArrayBuffer> {
  const entries = new Float32Array(steps);
  for (let start = 0; start < entries.length; start += dimensions)
    atUnitLength(entries.subarray(start, start + dimensions));
  return entries;
}

/** In place; zeros stay. By a loop, since Math.hypot takes ten times as long for all words. */
function atUnitLength<Row extends Float32Array | Float64Array>(row: Row): Row {
  let square = 0;
  for (let d = 0; d < row.length; d += 1) square += row[d] * row[d];
  const length = Math.sqrt(square) || 1;
  for (let d = 0; d < row.length; d += 1) row[d] /= length;
  return row;
}
