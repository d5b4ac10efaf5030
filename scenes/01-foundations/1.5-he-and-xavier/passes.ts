import binary, { binaryIndex } from '../../../shaders/elementwise/binary';
import elementwise from '../../../shaders/elementwise/elementwise';
import elementwiseGradient from '../../../shaders/elementwise/elementwise_gradient';
import scaledCopy from '../../../shaders/elementwise/scaled_copy';
import matmul from '../../../shaders/dense/matmul';
import { activationIndex } from '../../../shaders/lib/activation';
import normals from '../../../shaders/random/normals';
import norm from '../../../shaders/reduction/norm';
import type { Compute, Tensor } from '../../../src/author';
import type { Activation } from './model';
import { DEPTH, GAINS, type ScaleGivens } from './settings';

/** Interleaved parts of a norm: as many threads. */
const PARTS = 64;

const inKernel: Readonly<Record<Activation, number>> = {
  relu: activationIndex.relu,
  tanh: activationIndex.tanh,
  identity: activationIndex.none,
};

/** What every pass is made with: weights of deviation 1, inputs and the last gradient. */
export interface Draws {
  readonly weights: readonly Tensor[];
  readonly inputs: Tensor;
  readonly gradient: Tensor;
  /** Stands where a product has no bias. */
  readonly noBias: Tensor;
}

/** Draws of streams of their own, the same on either device. */
export function draw(work: Compute, { width, inputs }: ScaleGivens): Draws {
  const normal = (count: number, stream: number): Tensor => {
    const tensor = work.zeros(count);
    work.run(normals, {
      dimensions: { count },
      knobs: { seed: 15, stream },
      buffers: { normals: tensor },
    });
    return tensor;
  };
  return {
    weights: Array.from({ length: DEPTH }, (_, layer) => normal(width * width, layer)),
    inputs: normal(inputs * width, DEPTH),
    gradient: normal(inputs * width, DEPTH + 1),
    noBias: work.zeros(width),
  };
}

/** The deviation of He for these layers. */
const heOf = (width: number): number => Math.sqrt(2 / width);

/** A product of rows with the weights of a layer, or with their transpose on the way back. */
function times(
  work: Compute,
  { width }: ScaleGivens,
  { noBias }: Draws,
  rows: number,
  buffers: { a: Tensor; b: Tensor; c: Tensor },
  { activation = 0, transposeB = 0 } = {},
): void {
  work.run(matmul, {
    dimensions: { batch: 1, rows, inner: width, columns: width },
    knobs: { transposeA: 0, transposeB, biased: 0, activation },
    buffers: { ...buffers, bias: noBias },
  });
}

/** Queues the norms of so many rows. */
function measure(work: Compute, values: Tensor, rows: number): Tensor {
  const norms = work.zeros(rows * PARTS);
  work.run(norm, {
    dimensions: { rows, length: values.length / rows, parts: PARTS },
    buffers: { values, norms },
  });
  return norms;
}

/** E[x²] of each row, from the norms of its parts; ∞ or NaN where float32 has overflowed. */
async function squaresOf(work: Compute, norms: Tensor, count: number): Promise<number[]> {
  const parts = await work.read(norms);
  return Array.from({ length: parts.length / PARTS }, (_, row) => {
    let squares = 0;
    for (let i = 0; i < PARTS; i += 1) squares += parts[row * PARTS + i] ** 2;
    return squares / count;
  });
}

/** E[x²] after each layer for all of GAINS at once: family[layer][gain]. */
export async function forwardFamily(
  work: Compute,
  values: ScaleGivens,
  draws: Draws,
): Promise<number[][]> {
  const { width, inputs, activation } = values;
  const each = inputs * width;
  const rows = GAINS.length * inputs;
  const factors = work.upload(Float32Array.from(GAINS, (gain) => gain * heOf(width)));
  const [x, scaled] = [work.zeros(rows * width), work.zeros(rows * width)];
  GAINS.forEach((_, i) =>
    work.run(scaledCopy, {
      dimensions: { count: each, total: rows * width },
      knobs: { first: i * each, factor: 1 },
      buffers: { source: draws.inputs, copied: x },
    }),
  );
  const measured = draws.weights.map((b) => {
    work.run(binary, {
      dimensions: { outer: 1, length: GAINS.length, inner: each },
      knobs: { operation: binaryIndex.multiply },
      buffers: { left: x, right: factors, results: scaled },
    });
    times(work, values, draws, rows, { a: scaled, b, c: x }, { activation: inKernel[activation] });
    return measure(work, x, GAINS.length);
  });
  return Promise.all(measured.map((norms) => squaresOf(work, norms, each)));
}

/** What a pass forward and back makes: E[x²] after each layer, and E[g²] before each. */
export interface Passes {
  readonly forward: readonly number[];
  readonly backward: readonly number[];
  /** The scaled inputs and the sums of the first two layers, to be checked. */
  readonly checked: readonly { readonly a: Tensor; readonly c: Tensor; readonly b: Tensor }[];
}

/** Forward from the inputs and back from a gradient, at the reader's gain. */
export function passBothWays(
  work: Compute,
  values: ScaleGivens,
  draws: Draws,
): () => Promise<Passes> {
  const { width, inputs, activation, gain } = values;
  const count = inputs * width;
  const operation = inKernel[activation];
  const factor = gain * heOf(width);
  const scaledBy = (by: number, source: Tensor, copied: Tensor): void =>
    work.run(scaledCopy, {
      dimensions: { count, total: count },
      knobs: { first: 0, factor: by },
      buffers: { source, copied },
    });
  const x = work.zeros(count);
  scaledBy(1, draws.inputs, x);
  const sums: Tensor[] = [];
  const scaled: Tensor[] = [];
  const spare = work.zeros(count);
  const forward = draws.weights.map((b, layer) => {
    const a = layer < 2 ? work.zeros(count) : spare;
    const c = work.zeros(count);
    scaledBy(factor, x, a);
    times(work, values, draws, inputs, { a, b, c });
    work.run(elementwise, {
      dimensions: { count },
      knobs: { operation },
      buffers: { inputs: c, outputs: x },
    });
    sums.push(c);
    scaled.push(a);
    return measure(work, x, 1);
  });
  const [upstream, gradient] = [work.zeros(count), work.zeros(count)];
  scaledBy(1, draws.gradient, upstream);
  const backward = draws.weights
    .map((b, layer) => ({ b, z: sums[layer] }))
    .toReversed()
    .map(({ b, z }) => {
      work.run(elementwiseGradient, {
        dimensions: { count },
        knobs: { operation },
        buffers: { inputs: z, upstream, gradient },
      });
      scaledBy(factor, gradient, spare);
      times(work, values, draws, inputs, { a: spare, b, c: upstream }, { transposeB: 1 });
      return measure(work, upstream, 1);
    })
    .toReversed();
  return async () => ({
    forward: (await Promise.all(forward.map((norms) => squaresOf(work, norms, count)))).flat(),
    backward: (await Promise.all(backward.map((norms) => squaresOf(work, norms, count)))).flat(),
    checked: [0, 1].map((layer) => ({
      a: scaled[layer],
      b: draws.weights[layer],
      c: sums[layer],
    })),
  });
}
