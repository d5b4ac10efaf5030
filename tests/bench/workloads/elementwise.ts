import elementwise from '../../../shaders/elementwise/elementwise';
import { mapIndex } from '../../../shaders/elementwise/lib/maps';
import type { Compute } from '../../../src/compute/compute';
import { normals, once } from '../inputs';
import { jax, onJax } from '../peers/jax';
import { onOrt } from '../peers/ort';
import { onTfjs, operation, tf } from '../peers/tfjs';
import { runTwin } from '../../twin-compute';
import type { Program, Workload } from '../workload';

const COUNT = 2 ** 22;

function program(compute: Compute, data: Float32Array, map: number): Program {
  const output = compute.zeros(data.length);
  const dimensions = { count: data.length };
  const knobs = { operation: map };
  const buffers = { inputs: compute.upload(data), outputs: output };
  return { output, run: () => compute.run(elementwise, { dimensions, knobs, buffers }) };
}

const numbers = once(() => normals(9, COUNT, 2));
const shape = [COUNT];
const inputs = () => [{ data: numbers(), shape }];

/** A map of many numbers: relu is hardly more than a copy, tanh has something to compute. */
function workload(name: 'relu' | 'tanh', type: 'Relu' | 'Tanh', why: string): Workload {
  const map = mapIndex[name];
  const onJaxToo = { relu: jax.nn.relu, tanh: jax.numpy.tanh }[name];
  return {
    name,
    title: `${name} of 4M numbers`,
    work: { amount: 2 * 4 * COUNT, unit: 'byte' },
    bound: { absolute: 1e-5, relative: 1e-4, why },
    program: (compute) => program(compute, numbers(), map),
    async expected() {
      return { values: runTwin((compute) => program(compute, numbers(), map)) };
    },
    peers: {
      ...onTfjs(operation(inputs, (x) => tf[name](x))),
      ...onOrt(
        () => ({
          inputs: { x: shape },
          nodes: [{ type, inputs: ['x'], output: 'y' }],
          output: { name: 'y', shape },
        }),
        () => ({ x: numbers() }),
      ),
      ...onJax(inputs, (x) => onJaxToo(x)),
    },
    sizes: [18, 20, 22, 24].map((power) => ({
      label: `2^${power}`,
      work: 2 ** power,
      program: (compute) => program(compute, normals(9, 2 ** power, 2), map),
    })),
  };
}

export default [
  workload('relu', 'Relu', 'no rounding at all; the bound is that of tanh'),
  workload('tanh', 'Tanh', 'exponentials and quotients of float32'),
];
