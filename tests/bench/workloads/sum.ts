import { stageFor } from '../../../shaders/lib/parts';
import sum from '../../../shaders/reduction/sum';
import type { Compute, Tensor } from '../../../src/compute/compute';
import type { Dimensions } from '../../../src/compute/kernel';
import { normals, once } from '../inputs';
import { jax, onJax } from '../peers/jax';
import { onOrt } from '../peers/ort';
import { onTfjs, operation, tf } from '../peers/tfjs';
import { runTwin } from '../../twin-compute';
import type { Program, Workload } from '../workload';

const COUNT = 2 ** 22;

interface Stage {
  readonly dimensions: Dimensions;
  readonly values: Tensor;
  readonly sums: Tensor;
}

/** As `reduce` of shaders/lib/parts.ts goes about it; the stages keep their tensors here. */
function stagesOf(compute: Compute, values: Tensor): Stage[] {
  const dimensions = stageFor({ rows: 1, length: values.length });
  const sums = compute.zeros(dimensions.rows * dimensions.parts);
  const stage = { dimensions, values, sums };
  return sums.length === 1 ? [stage] : [stage, ...stagesOf(compute, sums)];
}

function program(compute: Compute, data: Float32Array): Program {
  const stages = stagesOf(compute, compute.upload(data));
  return {
    output: stages[stages.length - 1].sums,
    run() {
      for (const { dimensions, values, sums } of stages) {
        compute.run(sum, { dimensions, buffers: { values, sums } });
      }
    },
  };
}

const numbers = once(() => normals(10, COUNT));
const shape = [COUNT];
const inputs = () => [{ data: numbers(), shape }];

const workload: Workload = {
  name: 'sum',
  title: 'sum of 4M numbers',
  work: { amount: 4 * COUNT, unit: 'byte' },
  bound: {
    absolute: 0.5,
    relative: 1e-4,
    why: 'one running float32 sum that wanders to some thousands is rounded 4M times to 2⁻¹³',
  },
  program: (compute) => program(compute, numbers()),
  async expected() {
    return { values: runTwin((compute) => program(compute, numbers())) };
  },
  peers: {
    ...onTfjs(operation(inputs, (x) => tf.sum(x))),
    ...onOrt(
      () => ({
        inputs: { x: shape },
        nodes: [{ type: 'ReduceSum', inputs: ['x'], output: 'y', attributes: { keepdims: 1 } }],
        output: { name: 'y', shape: [1] },
      }),
      () => ({ x: numbers() }),
    ),
    ...onJax(inputs, (x) => jax.numpy.sum(x)),
  },
  sizes: [18, 20, 22, 24].map((power) => ({
    label: `2^${power}`,
    work: 2 ** power,
    program: (compute) => program(compute, normals(10, 2 ** power)),
  })),
};

export default [workload];
