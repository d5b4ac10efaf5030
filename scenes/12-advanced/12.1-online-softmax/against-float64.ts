import naiveSoftmax from '../../../shaders/softmax/naive_softmax';
import onlineSoftmax from '../../../shaders/softmax/online_softmax';
import onlineSoftmaxMerge from '../../../shaders/softmax/online_softmax_merge';
import {
  compareWithTwin,
  worse,
  type Agreement,
  type Compute,
  type Numbers,
  type Tensor,
} from '../../../src/author';
import { piecesOf, type Level, type NaiveLevel } from './streaming';

/** What the device computed for every node of a level, read back. */
export interface Nodes {
  readonly m: Numbers;
  readonly l: Numbers;
  /** The naive sums. */
  readonly sums: Numbers;
}

/** How far float32 is from float64 on the same scores. */
export interface Errors {
  /** Relative errors of l, and of the naive sum, block by block; ∞ where that has overflowed. */
  readonly online: Float64Array;
  readonly naive: Float64Array;
  /** m + ln l of the whole tape in float64, and how far the streamed one is from it. */
  readonly logSum: number;
  readonly logSumError: number;
  readonly agreement: Agreement;
}

/** Both trees as numbers, level by level from the tiles to the root. */
export async function readTrees(
  compute: Compute,
  online: readonly Level[],
  naive: readonly NaiveLevel[],
): Promise<Nodes[]> {
  const levels = online.length;
  const all = await compute.readAll([
    ...online.map(({ m }) => m),
    ...online.map(({ l }) => l),
    ...naive.map(({ sums }) => sums),
  ]);
  return online.map((_, level) => ({
    m: all[level],
    l: all[levels + level],
    sums: all[2 * levels + level],
  }));
}

/** Runs the twins over all scores, piece by piece, and compares every tile with them. */
export async function againstFloat64(
  compute: Compute,
  scores: Tensor,
  tile: number,
  trees: readonly Nodes[],
  progress: (fraction: number) => void,
): Promise<Errors> {
  const [tiles, whole] = [trees[0], trees[trees.length - 1]];
  const count = tiles.m.length;
  const [m, l, sums] = [0, 1, 2].map(() => new Float64Array(count));
  for (const piece of piecesOf(scores.length, tile)) {
    const [{ first }, { blocks: size }] = [piece.knobs, piece.dimensions];
    const from = first * tile;
    const read = await compute.read(scores, from, Math.min(size * tile, scores.length - from));
    // A piece of the tape is a tape of its own to the twins.
    const call = { dimensions: { count: read.length, tile, blocks: size }, knobs: { first: 0 } };
    const empty = new Float32Array(size);
    const [online, naive] = await Promise.all([
      compute.twin(onlineSoftmax, { ...call, buffers: { scores: read, m: empty, l: empty } }),
      compute.twin(naiveSoftmax, { ...call, buffers: { scores: read, sums: empty } }),
    ]);
    m.set(online.m, first);
    l.set(online.l, first);
    sums.set(naive.sums, first);
    progress((from + read.length) / scores.length);
  }
  const root = merge(m, l);
  const logSum = root[0] + Math.log(root[1]);
  return {
    online: relativeErrors(tiles.l, l),
    naive: relativeErrors(tiles.sums, sums),
    logSum,
    logSumError: Math.abs(whole.m[0] + Math.log(whole.l[0]) - logSum),
    agreement: agree(tiles, whole, { m, l, sums }, root),
  };
}

function agree(
  tiles: Nodes,
  whole: Nodes,
  { m, l, sums }: Record<'m' | 'l' | 'sums', Float64Array>,
  root: readonly [number, number],
): Agreement {
  const { bound } = onlineSoftmax;
  const online = [
    compareWithTwin(tiles.m, m, bound, 'm'),
    compareWithTwin(tiles.l, l, bound, 'l'),
    compareWithTwin([whole.m[0], whole.l[0]], root, onlineSoftmaxMerge.bound, 'the whole'),
  ].reduce(worse);
  // Naive sums are orders of magnitude larger: they must hold too, but do not set the scale.
  const naive = compareWithTwin(tiles.sums, sums, naiveSoftmax.bound, 'naive sums');
  return {
    ...online,
    holds: online.holds && naive.holds,
    what: 'm and l of every tile and of the whole',
  };
}

/** m and l of everything, in float64. */
function merge(m: Float64Array, l: Float64Array): readonly [number, number] {
  const top = m.reduce((a, b) => Math.max(a, b));
  return [top, l.reduce((sum, part, i) => sum + part * Math.exp(m[i] - top), 0)];
}

function relativeErrors(running: ArrayLike<number>, exact: Float64Array): Float64Array {
  return exact.map((value, i) => {
    if (!Number.isFinite(running[i])) return Infinity;
    return value === 0 ? running[i] : Math.abs(running[i] - value) / value;
  });
}
