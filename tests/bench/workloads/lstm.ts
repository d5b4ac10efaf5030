import lstm from '../../../shaders/recurrent/lstm';
import matmul from '../../../shaders/dense/matmul';
import type { Compute } from '../../../src/compute/compute';
import { normals, once } from '../inputs';
import type { Graph } from '../peers/onnx';
import { onOrtWasm } from '../peers/ort';
import { onTfjs, tf, type TfjsProgram } from '../peers/tfjs';
import { runTwin } from '../../twin-compute';
import type { Program, Workload } from '../workload';

const STEPS = 128;
const BATCH = 16;
const WIDTH = 256;
const HIDDEN = 256;
const COLUMNS = 4 * HIDDEN;

/** Sequences that are verified, by their last state: it depends on all the others. */
const CHECKED = [0, 6, 15];

/** Blocks of columns, a gate each: forget, input, candidate, output. */
const weights = once(() => ({
  w: normals(20, WIDTH * COLUMNS, 1 / Math.sqrt(WIDTH)),
  u: normals(21, HIDDEN * COLUMNS, 1 / Math.sqrt(HIDDEN)),
  b: normals(22, COLUMNS, 0.1),
}));

/** steps × sequences × width. */
const inputs = once(() => normals(23, STEPS * BATCH * WIDTH));

/** The products with the inputs for all steps at once, then step by step. */
function program(compute: Compute, x: Float32Array, batch: number): Program {
  const steps = x.length / batch / WIDTH;
  const [a, b, bias, u] = [x, weights().w, weights().b, weights().u].map((data) =>
    compute.upload(data),
  );
  const states = () => compute.zeros(steps * batch * HIDDEN);
  const projected = compute.zeros(steps * batch * COLUMNS);
  const gates = compute.zeros(steps * batch * COLUMNS);
  const [h, c, before] = [states(), states(), states()];
  const [h0, c0] = [compute.zeros(batch * HIDDEN), compute.zeros(batch * HIDDEN)];
  return {
    output: h,
    run() {
      compute.run(matmul, {
        dimensions: { batch: 1, rows: steps * batch, inner: WIDTH, columns: COLUMNS },
        knobs: { transposeA: 0, transposeB: 0, biased: 1, activation: 0 },
        buffers: { a, b, bias, c: projected },
      });
      compute.run(lstm, {
        dimensions: { steps, batch, hidden: HIDDEN },
        buffers: { projected, u, h0, c0, h, c, gates, h_prev: before },
      });
    },
  };
}

/** A matrix with its four blocks of columns in another order. */
function reordered(matrix: Float32Array, order: readonly number[]): Float32Array<ArrayBuffer> {
  const result = new Float32Array(matrix.length);
  for (let row = 0; row < matrix.length; row += COLUMNS) {
    order.forEach((gate, i) => {
      const from = row + gate * HIDDEN;
      result.set(matrix.subarray(from, from + HIDDEN), row + i * HIDDEN);
    });
  }
  return result;
}

/** Rows as columns. */
function transposed(matrix: Float32Array): Float32Array<ArrayBuffer> {
  const rows = matrix.length / COLUMNS;
  const result = new Float32Array(matrix.length);
  for (let i = 0; i < matrix.length; i += 1) {
    result[(i % COLUMNS) * rows + Math.floor(i / COLUMNS)] = matrix[i];
  }
  return result;
}

/** The cell of tfjs, step by step: its gates are input, candidate, forget, output. */
function peer(): TfjsProgram {
  const { w, u, b } = weights();
  const order = [1, 2, 0, 3];
  const x = tf.tensor(inputs(), [STEPS, BATCH, WIDTH]);
  const steps = tf.unstack(x);
  const both = new Float32Array(w.length + u.length);
  both.set(reordered(w, order));
  both.set(reordered(u, order), w.length);
  const kernel = tf.tensor(both, [WIDTH + HIDDEN, COLUMNS]);
  const bias = tf.tensor(reordered(b, order), [COLUMNS]);
  const zeros = tf.zeros([BATCH, HIDDEN]);
  let output: tf.Tensor | undefined;
  return {
    run() {
      output?.dispose();
      output = tf.tidy(() => {
        let [c, h] = [zeros, zeros];
        for (const step of steps) [c, h] = tf.basicLSTMCell(0, kernel, bias, step, c, h);
        return h;
      });
      return output;
    },
    release() {
      for (const tensor of [x, ...steps, kernel, bias, zeros, output]) tensor?.dispose();
    },
  };
}

/** The operator of ONNX: its gates are input, output, forget, candidate, and it has two biases. */
function graph(): Graph {
  const { w, u, b } = weights();
  const order = [1, 3, 0, 2];
  const biases = new Float32Array(2 * COLUMNS);
  biases.set(reordered(b, order));
  return {
    inputs: { x: [STEPS, BATCH, WIDTH] },
    constants: {
      w: { data: transposed(reordered(w, order)), shape: [1, COLUMNS, WIDTH] },
      r: { data: transposed(reordered(u, order)), shape: [1, COLUMNS, HIDDEN] },
      b: { data: biases, shape: [1, 2 * COLUMNS] },
    },
    nodes: [
      {
        type: 'LSTM',
        inputs: ['x', 'w', 'r', 'b'],
        output: 'y',
        attributes: { hidden_size: HIDDEN },
      },
    ],
    output: { name: 'y', shape: [STEPS, 1, BATCH, HIDDEN] },
  };
}

const LAST = (STEPS - 1) * BATCH * HIDDEN;

const work = (steps: number): number => 2 * steps * BATCH * (WIDTH + HIDDEN) * COLUMNS;

const workload: Workload = {
  name: 'lstm',
  title: `LSTM, ${STEPS} steps, batch ${BATCH}, hidden ${HIDDEN}`,
  work: { amount: work(STEPS), unit: 'flop' },
  bound: {
    absolute: 1e-4,
    relative: 1e-3,
    why: 'sums of 512 products are off by 10⁻⁶, and what is off in a state is carried along 128 steps',
  },
  program: (compute) => program(compute, inputs(), BATCH),
  async expected() {
    const part = new Float32Array(STEPS * CHECKED.length * WIDTH);
    for (let step = 0; step < STEPS; step += 1) {
      CHECKED.forEach((sequence, i) => {
        const from = (step * BATCH + sequence) * WIDTH;
        part.set(inputs().subarray(from, from + WIDTH), (step * CHECKED.length + i) * WIDTH);
      });
    }
    const states = runTwin((compute) => program(compute, part, CHECKED.length));
    return {
      at: CHECKED.flatMap((sequence) =>
        Array.from({ length: HIDDEN }, (_, unit) => LAST + sequence * HIDDEN + unit),
      ),
      values: states.slice(-CHECKED.length * HIDDEN),
    };
  },
  peers: {
    // It gives the last state only.
    ...onTfjs(peer, (values) => {
      const states = new Float32Array(LAST + values.length);
      states.set(values, LAST);
      return states;
    }),
    ...onOrtWasm(graph, () => ({ x: inputs() })),
  },
  sizes: [16, 32, 64, 128].map((steps) => ({
    label: `${steps} steps`,
    work: work(steps),
    program: (compute) => program(compute, normals(23, steps * BATCH * WIDTH), BATCH),
  })),
};

export default [workload];
