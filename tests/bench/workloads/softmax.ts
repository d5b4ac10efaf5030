import softmax from '../../../shaders/softmax/softmax';
import type { Compute } from '../../../src/compute/compute';
import { normals, once, positionsOfRows, rowsOf, spreadRows } from '../inputs';
import { jax, onJax } from '../peers/jax';
import { onOrt } from '../peers/ort';
import { onTfjs, operation, tf } from '../peers/tfjs';
import { runTwin } from '../../twin-compute';
import type { Program, Workload } from '../workload';

const ROWS = 1024;
const COLUMNS = 4096;
const SPREAD = 4;
const CHECKED = 64;

function program(compute: Compute, data: Float32Array, columns: number): Program {
  const output = compute.zeros(data.length);
  const dimensions = { rows: data.length / columns, columns };
  const buffers = { scores: compute.upload(data), probabilities: output };
  return { output, run: () => compute.run(softmax, { dimensions, buffers }) };
}

const scores = once(() => normals(5, ROWS * COLUMNS, SPREAD));
const shape = [ROWS, COLUMNS];
const inputs = () => [{ data: scores(), shape }];

const workload: Workload = {
  name: 'softmax',
  title: `softmax ${ROWS}×${COLUMNS}`,
  work: { amount: 2 * 4 * ROWS * COLUMNS, unit: 'byte' },
  bound: {
    absolute: 1e-9,
    relative: 1e-4,
    why: 'differences of scores up to 40 are off by 2⁻¹⁹, and sums are of 4,096 shares',
  },
  program: (compute) => program(compute, scores(), COLUMNS),
  async expected() {
    const rows = spreadRows(ROWS, CHECKED);
    const part = rowsOf(scores(), COLUMNS, rows);
    return {
      at: positionsOfRows(COLUMNS, rows),
      values: runTwin((compute) => program(compute, part, COLUMNS)),
    };
  },
  peers: {
    ...onTfjs(operation(inputs, (x) => tf.softmax(x))),
    ...onOrt(
      () => ({
        inputs: { scores: shape },
        nodes: [{ type: 'Softmax', inputs: ['scores'], output: 'y', attributes: { axis: 1 } }],
        output: { name: 'y', shape },
      }),
      () => ({ scores: scores() }),
    ),
    ...onJax(inputs, (x) => jax.nn.softmax(x)),
  },
  sizes: [128, 512, 2048, 4096].map((rows) => ({
    label: `${rows}×1024`,
    work: rows * 1024,
    program: (compute) => program(compute, normals(5, rows * 1024, SPREAD), 1024),
  })),
};

export default [workload];
