import { compare } from '../../../src/compute/agreement';
import type { Agreement, Compute, Tensor } from '../../../src/compute/compute';
import matmul from '../../dense/matmul';
import topK from '../top_k';
import topKMerge from '../top_k_merge';

/** Rows of `vectors` to search, by dot product with rows of `queries`; `width` entries in each. */
export interface Search {
  readonly queries: Tensor;
  readonly vectors: Tensor;
  readonly rows: number;
  readonly count: number;
  readonly width: number;
  readonly k: number;
}

export interface Found {
  /** Dot products, rows × count. */
  readonly scores: Tensor;
  /** The k largest of each row and where they stand, the largest first. */
  readonly largest: Tensor;
  readonly positions: Tensor;
}

/** A row is searched in so many parts at once, each long enough to have k of its own. */
const PARTS = 64;
/** Scores of one row that are checked against the twin, besides those found. */
const CHECKED = 64;

const products = { transposeA: 0, transposeB: 1, biased: 0, activation: 0 };

/** Queues the dot products of all pairs and the choice of the k largest in each row. */
export function nearest(compute: Compute, search: Search): Found {
  const { queries, vectors, rows, count, width, k } = search;
  const parts = Math.max(1, Math.min(PARTS, Math.floor(count / (4 * k))));
  const scores = compute.zeros(rows * count);
  compute.run(matmul, {
    dimensions: { batch: 1, rows, inner: width, columns: count },
    knobs: products,
    buffers: { a: queries, b: vectors, bias: compute.zeros(count), c: scores },
  });
  const some = {
    largest: compute.zeros(rows * parts * k),
    positions: compute.zeros(rows * parts * k, 'u32'),
  };
  compute.run(topK, {
    dimensions: { rows, length: count, parts, k },
    buffers: { scores, ...some },
  });
  const found = { largest: compute.zeros(rows * k), positions: compute.zeros(rows * k, 'u32') };
  compute.run(topKMerge, {
    dimensions: { rows, candidates: parts * k, k },
    buffers: { scores: some.largest, labels: some.positions, ...found },
  });
  return { scores, ...found };
}

/**
 * The first row against the twins: scores of what was found and of others spread over all, and the
 * choice among all scores, which must be the same one.
 */
export async function checkNearest(
  compute: Compute,
  { queries, vectors, count, width, k }: Search,
  { scores, largest, positions }: Found,
): Promise<Agreement> {
  const [all, chosen, most, query] = await compute.readAll([
    [scores, 0, count],
    [positions, 0, k],
    [largest, 0, k],
    [queries, 0, width],
  ]);
  const spread = Array.from({ length: CHECKED }, (_, i) => Math.floor((i * count) / CHECKED));
  const checked = [...chosen, ...spread];
  const rows = await compute.readAll(checked.map((i) => [vectors, i * width, width]));
  const twin = await compute.twin(matmul, {
    dimensions: { batch: 1, rows: 1, inner: width, columns: checked.length },
    knobs: products,
    buffers: {
      a: query,
      b: rows.flatMap((row) => [...row]),
      bias: new Float32Array(checked.length),
      c: new Float32Array(checked.length),
    },
  });
  const choice = await compute.twin(topK, {
    dimensions: { rows: 1, length: count, parts: 1, k },
    buffers: {
      scores: all as Float32Array,
      largest: new Float32Array(k),
      positions: new Uint32Array(k),
    },
  });
  const same = compare(
    [...chosen, ...most],
    [...choice.positions, ...choice.largest],
    topK.bound,
    'chosen',
  );
  if (!same.holds) return same;
  const dots = compare(
    checked.map((i) => all[i]),
    twin.c,
    matmul.bound,
    'dot products',
  );
  return { ...dots, what: `dot products, and the same ${k} chosen` };
}
