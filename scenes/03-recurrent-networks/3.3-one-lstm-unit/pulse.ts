import matmul from '../../../shaders/dense/matmul';
import lstm from '../../../shaders/recurrent/lstm';
import {
  compareWithTwin,
  Random,
  worse,
  type Agreement,
  type Compute,
  type Tensor,
} from '../../../src/author';
import { GATES_AT_REST, gateOf, halfLifeOf } from './pulse-settings';
import type { ScaleGivens } from './settings';

export type Sizes = Pick<ScaleGivens, 'copies' | 'steps' | 'sway' | 'recurrence'>;

/** Rests of the other gates: an input gate that is mostly shut, all others half open. */
const INPUT_BIAS = -1;
const SEED = 33;
/** Steps of all sequences that are checked against the twin. */
const CHECKED = 12;
const GATES = 4;

export const unitsOf = ({ copies }: Sizes): number => GATES_AT_REST * copies;

/** What the run read and wrote. A unit without its pulse stands as far on as there are units. */
export interface Run {
  readonly sizes: Sizes;
  readonly inputs: Float32Array<ArrayBuffer>;
  readonly weights: Float32Array<ArrayBuffer>;
  readonly biases: Float32Array<ArrayBuffer>;
  readonly own: Float32Array<ArrayBuffer>;
  readonly begin: Float32Array<ArrayBuffer>;
  readonly projected: Tensor;
  readonly cells: Tensor;
}

/** Drives all units by one sequence, each with and without a pulse in its cell. */
export async function drive(
  compute: Compute,
  sizes: Sizes,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<Run> {
  const { steps, copies, sway, recurrence } = sizes;
  const units = unitsOf(sizes);
  const batch = 2 * units;
  const [sequence, draws] = [new Random(SEED, 0), new Random(SEED, 1)];
  const inputs = Float32Array.from({ length: steps }, () => sequence.normal());
  const [weights, biases] = [new Float32Array(batch * GATES), new Float32Array(batch * GATES)];
  for (let unit = 0; unit < units; unit += 1) {
    const gate = gateOf(halfLifeOf(Math.floor(unit / copies)));
    const seen = [sway, 1, 1, 1].map((deviation) => deviation * draws.normal());
    const rests = [Math.log(gate / (1 - gate)), INPUT_BIAS, 0, 0];
    for (const twin of [unit, units + unit]) {
      weights.set(seen, twin * GATES);
      biases.set(rests, twin * GATES);
    }
  }
  const own = new Float32Array(GATES).fill(recurrence);
  const begin = new Float32Array(batch).fill(1, 0, units);
  const projected = compute.zeros(steps * batch * GATES);
  const cells = compute.zeros(steps * batch);
  compute.run(matmul, {
    dimensions: { batch: 1, rows: steps, inner: 1, columns: batch * GATES },
    knobs: PROJECTION,
    buffers: {
      a: compute.upload(inputs),
      b: compute.upload(weights),
      bias: compute.upload(biases),
      c: projected,
    },
  });
  compute.run(lstm, {
    dimensions: { steps, batch, hidden: 1 },
    buffers: {
      projected,
      u: compute.upload(own),
      h0: compute.zeros(batch),
      c0: compute.upload(begin),
      h: compute.zeros(steps * batch),
      c: cells,
      gates: compute.zeros(steps * batch * GATES),
      h_prev: compute.zeros(steps * batch),
    },
  });
  await compute.finished({ progress, signal });
  return { sizes, inputs, weights, biases, own, begin, projected, cells };
}

const PROJECTION = { transposeA: 0, transposeB: 0, biased: 1, activation: 0 };

/** The first steps of all sequences against the twins of both kernels. */
export async function checkSteps(compute: Compute, run: Run): Promise<Agreement> {
  const { inputs, weights, biases, own, begin, projected, cells } = run;
  const batch = begin.length;
  const steps = Math.min(CHECKED, inputs.length);
  const count = steps * batch;
  const [sums, running] = await compute.readAll([
    [projected, 0, count * GATES],
    [cells, 0, count],
  ]);
  const product = await compute.twin(matmul, {
    dimensions: { batch: 1, rows: steps, inner: 1, columns: batch * GATES },
    knobs: PROJECTION,
    buffers: {
      a: inputs.slice(0, steps),
      b: weights,
      bias: biases,
      c: new Float32Array(sums.length),
    },
  });
  const twin = await compute.twin(lstm, {
    dimensions: { steps, batch, hidden: 1 },
    buffers: {
      projected: sums,
      u: own,
      h0: new Float32Array(batch),
      c0: begin,
      h: new Float32Array(count),
      c: new Float32Array(count),
      gates: new Float32Array(count * GATES),
      h_prev: new Float32Array(count),
    },
  });
  return worse(
    compareWithTwin(sums, product.c, matmul.bound, 'sums'),
    compareWithTwin(running, twin.c, lstm.bound, `cells of the first ${steps} steps`),
  );
}
