import matmul from '../../../shaders/dense/matmul';
import type { Compute } from '../../../src/compute/compute';
import { normals, once, positionsOfRows, rowsOf, spreadRows } from '../inputs';
import { jax, onJax } from '../peers/jax';
import { onOrt } from '../peers/ort';
import { onTfjs, operation, tf } from '../peers/tfjs';
import { runTwin } from '../../twin-compute';
import type { Program, Workload } from '../workload';

const plain = { transposeA: 0, transposeB: 0, biased: 0, activation: 0 };

/** Rows of the product that are verified: each is a whole row of sums. */
const CHECKED = 32;

/** a of rows × inner times b of inner × columns. */
function program(compute: Compute, a: Float32Array, b: Float32Array, inner: number): Program {
  const [rows, columns] = [a.length / inner, b.length / inner];
  const [left, right, bias] = [a, b, new Float32Array(columns)].map((data) => compute.upload(data));
  const output = compute.zeros(rows * columns);
  const dimensions = { batch: 1, rows, inner, columns };
  const buffers = { a: left, b: right, bias, c: output };
  return { output, run: () => compute.run(matmul, { dimensions, knobs: plain, buffers }) };
}

function square(size: number): Workload {
  const a = once(() => normals(1, size * size));
  const b = once(() => normals(2, size * size));
  const shape = [size, size];
  const inputs = () => [
    { data: a(), shape },
    { data: b(), shape },
  ];
  return {
    name: `matmul-${size}`,
    title: `matmul ${size}³`,
    work: { amount: 2 * size ** 3, unit: 'flop' },
    bound: {
      absolute: 1e-3,
      relative: 1e-4,
      why: 'sums of up to 1,024 products of normal numbers, of which a running float32 sum keeps 10⁻⁴',
    },
    program: (compute) => program(compute, a(), b(), size),
    async expected() {
      const rows = spreadRows(size, CHECKED);
      const part = rowsOf(a(), size, rows);
      return {
        at: positionsOfRows(size, rows),
        values: runTwin((compute) => program(compute, part, b(), size)),
      };
    },
    peers: {
      ...onTfjs(operation(inputs, (x, y) => tf.matMul(x, y))),
      ...onOrt(
        () => ({
          inputs: { a: shape, b: shape },
          nodes: [{ type: 'MatMul', inputs: ['a', 'b'], output: 'c' }],
          output: { name: 'c', shape },
        }),
        () => ({ a: a(), b: b() }),
      ),
      ...onJax(inputs, (x, y) => jax.numpy.matmul(x, y)),
    },
    sizes: (size === 512 ? [128, 256, 512, 1024] : []).map((n) => ({
      label: `${n}³`,
      work: 2 * n ** 3,
      program: (compute: Compute) => program(compute, normals(1, n * n), normals(2, n * n), n),
    })),
  };
}

export default [square(512), square(1024)];
