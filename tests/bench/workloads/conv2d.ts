import conv2d from '../../../shaders/convolution/conv2d';
import type { Compute } from '../../../src/compute/compute';
import { normals, once, rowsOf } from '../inputs';
import { onOrt } from '../peers/ort';
import { onTfjs, operation, tf } from '../peers/tfjs';
import { runTwin } from '../../twin-compute';
import type { Program, Workload } from '../workload';

const INPUTS = 16;
const OUTPUTS = 32;
const SIZE = 256;
const TAPS = 9;

/** Channels of the result that are verified, every pixel of them. */
const CHECKED = [0, 9, 22, 31];

const knobs = { stride: 1, padding: 1, dilation: 1, biased: 0 };

/** Images of `size` × `size` pixels, and kernels of 3 × 3. */
function program(
  compute: Compute,
  image: Float32Array,
  weights: Float32Array,
  size: number,
): Program {
  const outputs = weights.length / INPUTS / TAPS;
  const dimensions = {
    ...{ batch: 1, inputs: INPUTS, outputs, groups: 1, height: size, width: size },
    ...{ outHeight: size, outWidth: size, kernelHeight: 3, kernelWidth: 3 },
  };
  const output = compute.zeros(outputs * size * size);
  const buffers = {
    image: compute.upload(image),
    weights: compute.upload(weights),
    bias: compute.zeros(outputs),
    convolved: output,
  };
  return { output, run: () => compute.run(conv2d, { dimensions, knobs, buffers }) };
}

const image = once(() => normals(3, INPUTS * SIZE * SIZE));
const weights = once(() => normals(4, OUTPUTS * INPUTS * TAPS));

/** An array of `planes` × `positions` with its axes exchanged: planes last, or first again. */
function exchanged(values: Float32Array, planes: number): Float32Array<ArrayBuffer> {
  const positions = values.length / planes;
  const result = new Float32Array(values.length);
  for (let plane = 0; plane < planes; plane += 1) {
    for (let position = 0; position < positions; position += 1) {
      result[position * planes + plane] = values[plane * positions + position];
    }
  }
  return result;
}

/** The weights as taps × inputs × outputs. */
function filter(): Float32Array<ArrayBuffer> {
  const taps = exchanged(weights(), OUTPUTS * INPUTS);
  const size = INPUTS * OUTPUTS;
  const ordered = Array.from({ length: TAPS }, (_, tap) =>
    exchanged(taps.subarray(tap * size, (tap + 1) * size), OUTPUTS),
  );
  return Float32Array.from(ordered.flatMap((part) => [...part]));
}

const work = (size: number): number => 2 * size * size * INPUTS * OUTPUTS * TAPS;

const workload: Workload = {
  name: 'conv2d',
  title: `conv2d ${SIZE}×${SIZE}×${INPUTS}→${OUTPUTS}, 3×3`,
  work: { amount: work(SIZE), unit: 'flop' },
  bound: {
    absolute: 1e-3,
    relative: 1e-4,
    why: 'sums of 144 products of normal numbers; fast forms may add and subtract them first',
  },
  program: (compute) => program(compute, image(), weights(), SIZE),
  async expected() {
    const some = rowsOf(weights(), INPUTS * TAPS, CHECKED);
    const positions = CHECKED.flatMap((channel) =>
      Array.from({ length: SIZE * SIZE }, (_, i) => channel * SIZE * SIZE + i),
    );
    return { at: positions, values: runTwin((compute) => program(compute, image(), some, SIZE)) };
  },
  peers: {
    // Its WebAssembly takes images with channels last only: they are laid so before, not in, a run.
    ...onTfjs(
      operation(
        () => [
          { data: exchanged(image(), INPUTS), shape: [1, SIZE, SIZE, INPUTS] },
          { data: filter(), shape: [3, 3, INPUTS, OUTPUTS] },
        ],
        (x, taps) => tf.conv2d(x, taps, 1, 'same'),
      ),
      (values) => exchanged(values, SIZE * SIZE),
    ),
    ...onOrt(
      () => ({
        inputs: { image: [1, INPUTS, SIZE, SIZE] },
        constants: { weights: { data: weights(), shape: [OUTPUTS, INPUTS, 3, 3] } },
        nodes: [
          {
            type: 'Conv',
            inputs: ['image', 'weights'],
            output: 'convolved',
            attributes: { pads: [1, 1, 1, 1] },
          },
        ],
        output: { name: 'convolved', shape: [1, OUTPUTS, SIZE, SIZE] },
      }),
      () => ({ image: image() }),
    ),
  },
  sizes: [64, 128, 256, 512].map((size) => ({
    label: `${size}×${size}`,
    work: work(size),
    program: (compute) => program(compute, normals(3, INPUTS * size * size), weights(), size),
  })),
};

export default [workload];
