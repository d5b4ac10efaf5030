import dotProducts from '../../../shaders/random/dot_products';
import histogram from '../../../shaders/reduction/histogram';
import norm from '../../../shaders/reduction/norm';
import {
  compareWithTwin,
  worse,
  type Agreement,
  type Compute,
  type Tensor,
  type Watch,
} from '../../../src/author';

/** Each is four times as wide as the one before. */
export const WIDTHS = [1, 4, 16, 64, 256];
/** Columns of a histogram, and how far it goes, in standard deviations. */
export const BINS = 96;
export const REACH = 4;

/** Norms of parts, which are added up in float64. */
const PARTS = 64;
/** Pairs of each width that the twin draws as well. */
const CHECKED = 128;

/** What is known of the scores of one width. */
export interface Scores {
  readonly width: number;
  readonly counts: ArrayLike<number>;
  /** The mean of the squares: the scores have mean 0. */
  readonly variance: number;
}

const callOf = (width: number, count: number) => ({
  dimensions: { count, width },
  knobs: { seed: 41, stream: width, first: 0 },
});

/** Queues the drawing of pairs of one width, and says how their numbers are read. */
function queued(compute: Compute, width: number, pairs: number) {
  const dots = compute.zeros(pairs);
  const counts = compute.zeros(BINS, 'u32');
  const norms = compute.zeros(PARTS);
  const std = Math.sqrt(width);
  compute.run(dotProducts, { ...callOf(width, pairs), buffers: { dots } });
  compute.run(histogram, {
    dimensions: { count: pairs, bins: BINS },
    knobs: { low: -REACH * std, bins_per_unit: BINS / (2 * REACH * std) },
    buffers: { values: dots, counts },
  });
  compute.run(norm, {
    dimensions: { rows: 1, length: pairs, parts: PARTS },
    buffers: { values: dots, norms },
  });
  const read = async (): Promise<Scores> => {
    const [parts, drawn] = await compute.readAll([norms, counts]);
    const squares = [...parts].reduce((sum, x) => sum + x * x, 0);
    return { width, counts: drawn, variance: squares / pairs };
  };
  return { width, dots, read };
}

/** Draws pairs of every width; done when the device is. */
export async function drawScores(compute: Compute, pairs: number, watch: Watch) {
  const all = WIDTHS.map((width) => queued(compute, width, pairs));
  await compute.finished(watch);
  return all;
}

/** The first dot products of every width against the twin's. */
export async function checkScores(
  compute: Compute,
  all: readonly { readonly width: number; readonly dots: Tensor }[],
): Promise<Agreement> {
  const running = await compute.readAll(all.map(({ dots }) => [dots, 0, CHECKED]));
  const agreements = await Promise.all(
    all.map(async ({ width }, i) => {
      const twin = await compute.twin(dotProducts, { ...callOf(width, CHECKED), buffers: {} });
      return compareWithTwin(running[i], twin.dots, dotProducts.bound, `of width ${width}`);
    }),
  );
  return { ...agreements.reduce(worse), what: 'dot products, the first of every width' };
}

/** The standard deviation of a measured variance: dot products have Var[x²] = 2d² + 6d. */
export const usualError = (width: number, pairs: number): number =>
  Math.sqrt((2 * width * width + 6 * width) / pairs);
