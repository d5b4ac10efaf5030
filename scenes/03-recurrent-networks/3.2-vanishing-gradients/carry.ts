import meanLogNorm from '../../../shaders/reduction/mean_log_norm';
import normals from '../../../shaders/random/normals';
import rnnStep from '../../../shaders/recurrent/rnn_step';
import rnnStepBack from '../../../shaders/recurrent/rnn_step_back';
import { strideOf } from '../../../shaders/recurrent/lib/stride';
import transpose from '../../../shaders/dense/transpose';
import { KernelError, type Compute, type Tensor } from '../../../src/author';
import type { ScaleGivens } from './settings';

/** Columns of the picture: radii spread evenly over the axis, each in the middle of its column. */
export const RADII = 64;
/** Standard deviation of what drives every unit at every step. */
export const NOISE = 0.3;
/** Steps forward before the first that counts: by then the start is forgotten. */
const BURN_IN = 20;
const SEED = 32;

/** States kept for the way back must fit in this. */
const MOST_BYTES = 2 ** 28;

export type Sizes = Pick<ScaleGivens, 'hidden' | 'networks' | 'radius' | 'horizon'>;

export const radiusOf = (column: number, largest: number): number =>
  (largest * (column + 0.5)) / RADII;

/** What the last steps read and wrote, for the check against the twin. */
export interface LastSteps {
  readonly weights: Tensor;
  readonly transposed: Tensor;
  readonly radius: Tensor;
  /** The state before the last step forward, its input, and the state after it. */
  readonly before: Tensor;
  readonly inputs: Tensor;
  readonly after: Tensor;
  /** The first state that counts, which the last step back passes; its vectors before and after. */
  readonly first: Tensor;
  readonly vectors: Tensor;
  readonly carried: Tensor;
  readonly logNorms: Tensor;
}

/** Multiply-adds of all steps, forward and back. */
export const multiplyAdds = ({ hidden, networks, horizon }: Sizes): number =>
  networks * RADII * hidden * hidden * (BURN_IN + horizon + horizon + 1);

/** @throws KernelError before anything is allocated. */
export function checkRoom({ hidden, networks, horizon }: Sizes): void {
  const bytes = networks * RADII * strideOf(hidden) * (horizon + 1) * 4;
  if (bytes <= MOST_BYTES) return;
  const mebibytes = (n: number): string => Math.ceil(n / 2 ** 20).toLocaleString('en');
  throw new KernelError(
    `The way back needs every state of the way forward, here ${mebibytes(bytes)} MiB; ${mebibytes(MOST_BYTES)} MiB is the most. Take fewer hidden units, networks or steps.`,
  );
}

/**
 * Runs all networks at all radii forward through noise and then carries one vector each back, all
 * of them in step: one dispatch a step. Writes the logarithm of the mean norm, (horizon + 1) × RADII,
 * into `mean`.
 */
export async function carryBack(
  compute: Compute,
  sizes: Sizes,
  mean: Tensor,
  progress: (share: number) => void,
): Promise<LastSteps> {
  const { hidden, networks, radius: largest, horizon } = sizes;
  const dimensions = { networks, radii: RADII, hidden };
  const stride = strideOf(hidden);
  const rows = networks * RADII * stride;

  const radius = compute.upload(
    Float32Array.from({ length: RADII }, (_, column) => radiusOf(column, largest)),
  );
  const weights = compute.zeros(networks * stride * stride);
  const transposed = compute.zeros(networks * stride * stride);
  const draw = (tensor: Tensor, stream: number): void =>
    compute.run(normals, {
      dimensions: { count: tensor.length },
      knobs: { seed: SEED, stream },
      buffers: { normals: tensor },
    });
  draw(weights, 0);
  compute.run(transpose, {
    dimensions: { batch: networks, rows: stride, columns: stride },
    buffers: { matrices: weights, transposed },
  });

  const inputs = compute.zeros(networks * stride);
  const early = [compute.zeros(rows), compute.zeros(rows)];
  const states: Tensor[] = [];
  let before = early[0];
  let after = early[0];
  for (let step = 1; step <= BURN_IN + horizon; step += 1) {
    before = after;
    after = step < BURN_IN ? early[step % 2] : compute.zeros(rows);
    if (step >= BURN_IN) states.push(after);
    draw(inputs, step);
    compute.run(rnnStep, {
      dimensions,
      knobs: { noise: NOISE },
      buffers: { weights, radius, states: before, inputs, next: after },
    });
  }

  // The weights are alike in all directions, so the vector may begin as any of length 1.
  let vectors = compute.upload(new Float32Array(rows).fill(1 / Math.sqrt(hidden)));
  let carried = compute.zeros(rows);
  const logNorms = compute.zeros((horizon + 1) * networks * RADII);
  for (let step = 0; step <= horizon; step += 1) {
    if (step > 0) [vectors, carried] = [carried, vectors];
    compute.run(rnnStepBack, {
      dimensions: { ...dimensions, steps: horizon + 1 },
      knobs: { step },
      buffers: {
        weights: transposed,
        radius,
        states: states[horizon - step],
        vectors,
        carried,
        log_norms: logNorms,
      },
    });
  }
  compute.run(meanLogNorm, {
    dimensions: { steps: horizon + 1, networks, radii: RADII },
    buffers: { log_norms: logNorms, mean },
  });
  await compute.finished({ progress });
  const [first] = states;
  return { weights, transposed, radius, before, inputs, after, first, vectors, carried, logNorms };
}
