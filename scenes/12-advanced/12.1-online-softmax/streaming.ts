import naiveSoftmax from '../../../shaders/softmax/naive_softmax';
import normals from '../../../shaders/random/normals';
import onlineSoftmax from '../../../shaders/softmax/online_softmax';
import onlineSoftmaxMerge from '../../../shaders/softmax/online_softmax_merge';
import scaledCopy from '../../../shaders/elementwise/scaled_copy';
import sumGroups from '../../../shaders/reduction/sum_groups';
import type { Compute, Tensor } from '../../../src/author';

/** How many neighbours one merge takes together. */
const FAN = 16;

/** Scores drawn, or checked, at once: quick enough to be dropped when something newer comes. */
const PIECE = 2 ** 20;

const SEED = 12;

/** One level of the tree of the online softmax: a pair (m, l) for each of `count` nodes. */
export interface Level {
  readonly count: number;
  readonly m: Tensor;
  readonly l: Tensor;
}

/** One level of the tree of naive sums. */
export interface NaiveLevel {
  readonly count: number;
  readonly sums: Tensor;
}

/** `count` scores from a normal distribution around 0, the same on every device but for round-off. */
export async function drawScores(
  compute: Compute,
  count: number,
  spread: number,
  progress: (fraction: number) => void,
): Promise<Tensor> {
  const scores = compute.zeros(count);
  const pieces = new Map<number, Tensor>();
  for (let first = 0; first < count; first += PIECE) {
    const size = Math.min(PIECE, count - first);
    const piece = pieces.get(size) ?? compute.zeros(size);
    pieces.set(size, piece);
    compute.run(normals, {
      dimensions: { count: size },
      knobs: { seed: SEED, stream: first / PIECE },
      buffers: { normals: piece },
    });
    compute.run(scaledCopy, {
      dimensions: { count: size, total: count },
      knobs: { first, factor: spread },
      buffers: { source: piece, copied: scores },
    });
  }
  await compute.finished({ progress });
  for (const piece of pieces.values()) piece.release();
  return scores;
}

/** Queues the online softmax: the registers of every block, merged level by level into one pair. */
export function streamOnline(
  compute: Compute,
  scores: Tensor,
  tile: number,
): readonly [Level, ...Level[]] {
  const level = (count: number): Level => ({
    count,
    m: compute.zeros(count),
    l: compute.zeros(count),
  });
  let nodes = level(Math.ceil(scores.length / tile));
  const levels: [Level, ...Level[]] = [nodes];
  for (const piece of piecesOf(scores.length, tile)) {
    compute.run(onlineSoftmax, {
      ...piece,
      buffers: { scores, m: nodes.m, l: nodes.l },
    });
  }
  while (nodes.count > 1) {
    const parents = level(Math.ceil(nodes.count / FAN));
    compute.run(onlineSoftmaxMerge, {
      dimensions: { count: nodes.count, fan: FAN },
      buffers: { m: nodes.m, l: nodes.l, merged_m: parents.m, merged_l: parents.l },
    });
    levels.push((nodes = parents));
  }
  return levels;
}

/** Queues the naive sums of every block, added up level by level. */
export function streamNaively(
  compute: Compute,
  scores: Tensor,
  tile: number,
): readonly [NaiveLevel, ...NaiveLevel[]] {
  const level = (count: number): NaiveLevel => ({ count, sums: compute.zeros(count) });
  let nodes = level(Math.ceil(scores.length / tile));
  const levels: [NaiveLevel, ...NaiveLevel[]] = [nodes];
  for (const piece of piecesOf(scores.length, tile)) {
    compute.run(naiveSoftmax, { ...piece, buffers: { scores, sums: nodes.sums } });
  }
  while (nodes.count > 1) {
    const parents = level(Math.ceil(nodes.count / FAN));
    compute.run(sumGroups, {
      dimensions: { count: nodes.count, fan: FAN },
      buffers: { parts: nodes.sums, sums: parents.sums },
    });
    levels.push((nodes = parents));
  }
  return levels;
}

/** Sizes and starts of the calls that read a tape of `count` scores piece by piece. */
export function piecesOf(count: number, tile: number) {
  const all = Math.ceil(count / tile);
  const most = Math.max(1, Math.floor(PIECE / tile));
  return Array.from({ length: Math.ceil(all / most) }, (_, piece) => ({
    dimensions: { count, tile, blocks: Math.min(most, all - piece * most) },
    knobs: { first: piece * most },
  }));
}

/** Runs every kernel once on a handful of scores, so that compiling them is not measured. */
export async function warmUp(compute: Compute): Promise<void> {
  const scores = compute.zeros(64);
  streamOnline(compute, scores, 2);
  streamNaively(compute, scores, 2);
  await compute.finished();
}
