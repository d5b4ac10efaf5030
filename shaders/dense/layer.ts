import modules from './layer.wasm.ts?simd';
import activation from '../lib/activation.wgsl?raw';
import wgsl from './layer.wgsl?raw';
import vec4 from './layer.vec4.wgsl?raw';
import sizes from './lib/layer.wgsl?raw';
import { kernel, spread, type CpuCall, type WasmForm } from '../../src/compute/kernel';
import { activationIndex, activations } from '../lib/activation';
import { specialised } from '../lib/specialised';
import { isHeavy, layerActivations, quadsFit, weightRows } from './lib/layer';

const none = { activation: activationIndex.none };

/** Four outputs at a time, whose sums do not wait for each other. */
function byFours({ dimensions, knobs, buffers: { x, weights, y } }: CpuCall): void {
  const { networks, rows, inputs, outputs } = dimensions;
  const fours = outputs - (outputs % 4);
  for (let network = 0; network < networks; network += 1) {
    const first = network * (inputs + 1) * outputs;
    const biases = first + inputs * outputs;
    for (let row = network * rows; row < (network + 1) * rows; row += 1) {
      const [from, to] = [row * inputs, row * outputs];
      for (let j = 0; j < fours; j += 4) {
        let s0 = weights[biases + j];
        let s1 = weights[biases + j + 1];
        let s2 = weights[biases + j + 2];
        let s3 = weights[biases + j + 3];
        for (let k = 0, at = first + j; k < inputs; k += 1, at += outputs) {
          const value = x[from + k];
          s0 += value * weights[at];
          s1 += value * weights[at + 1];
          s2 += value * weights[at + 2];
          s3 += value * weights[at + 3];
        }
        y[to + j] = s0;
        y[to + j + 1] = s1;
        y[to + j + 2] = s2;
        y[to + j + 3] = s3;
      }
      for (let j = fours; j < outputs; j += 1) {
        let sum = weights[biases + j];
        for (let k = 0, at = first + j; k < inputs; k += 1, at += outputs) {
          sum += x[from + k] * weights[at];
        }
        y[to + j] = sum;
      }
    }
  }
  activateAll(y, knobs.activation);
}

// A loop for each: one for all would call through a pointer for every number.
function activateAll(y: CpuCall['buffers'][string], activation: number): void {
  const count = y.length;
  if (activation === activationIndex.relu) {
    for (let i = 0; i < count; i += 1) y[i] = (y[i] + Math.abs(y[i])) / 2;
  } else if (activation === activationIndex.tanh) {
    for (let i = 0; i < count; i += 1) y[i] = Math.tanh(y[i]);
  } else if (activation === activationIndex.sigmoid) {
    for (let i = 0; i < count; i += 1) y[i] = 1 / (1 + Math.exp(-y[i]));
  }
}

const wasm: WasmForm = {
  modules,
  run(heap, { dimensions, knobs, buffers }) {
    const { networks, rows, inputs, outputs } = dimensions;
    const x = heap.input(buffers.x);
    const weights = heap.input(buffers.weights);
    const y = heap.output(buffers.y);
    if (!isHeavy(dimensions)) {
      heap.functions.layers(x, weights, y, networks, rows, inputs, outputs, knobs.activation);
      return;
    }
    const work = heap.floats(heap.functions.workspace() / 4);
    for (let network = 0; network < networks; network += 1) {
      heap.functions.layer(
        x + network * rows * inputs * 4,
        weights + network * (inputs + 1) * outputs * 4,
        y + network * rows * outputs * 4,
        ...[rows, inputs, outputs, knobs.activation, work],
      );
    }
  },
};

/**
 * A layer of units, y = activation(x·W + b), for many networks of one shape at once, each with its own
 * weights and its own rows of inputs. `weights` are inputs + 1 rows for each network: W, and last the
 * biases b. `activation` is one of `layerActivations` in shaders/dense/lib/layer.ts.
 * Source: Goodfellow, Bengio and Courville, “Deep Learning” (2016), section 6.1.
 */
export default kernel({
  name: 'layer',
  dimensions: ['networks', 'rows', 'inputs', 'outputs'],
  knobs: { activation: { type: 'u32', min: 0, max: layerActivations.sigmoid } },
  reads: {
    x: { shape: ['networks', 'rows', 'inputs'] },
    weights: { shape: ['networks', weightRows, 'outputs'] },
  },
  writes: { y: { shape: ['networks', 'rows', 'outputs'] } },
  variants: specialised('activation', layerActivations, {
    vec4: {
      wgsl: activation + sizes + vec4,
      workgroups: ({ networks, rows, outputs }) =>
        spread(networks * Math.ceil(rows / 4) * Math.ceil(outputs / 8), 64),
      fits: quadsFit,
    },
    direct: {
      wgsl: activation + sizes + wgsl,
      workgroups: ({ networks, rows, outputs }) => spread(networks * rows * outputs, 64),
    },
  }),
  cpu({ dimensions, knobs, buffers: { x, weights, y } }) {
    const { networks, rows, inputs, outputs } = dimensions;
    const activate = activations[knobs.activation];
    for (let row = 0; row < networks * rows; row += 1) {
      const first = Math.floor(row / rows) * (inputs + 1) * outputs;
      for (let j = 0; j < outputs; j += 1) {
        let sum = weights[first + inputs * outputs + j];
        for (let k = 0; k < inputs; k += 1) {
          sum += x[row * inputs + k] * weights[first + k * outputs + j];
        }
        y[row * outputs + j] = activate(sum);
      }
    }
  },
  fast: byFours,
  division: () => ({ along: 'networks', buffers: ['x', 'weights', 'y'] }),
  wasm,
  bound: {
    absolute: 1e-4,
    relative: 1e-5,
    why: 'each of up to 131 products of numbers near 1 is rounded to 2⁻²⁴ of a total of some tens; activations have slopes of at most 1 and are good to a few units of 2⁻²²',
  },
  suite: { largest: { networks: 3 } },
  edges: [
    {
      title: 'the biases are the last row of the weights',
      dimensions: { networks: 1, rows: 1, inputs: 2, outputs: 2 },
      knobs: none,
      buffers: { x: [1, 10], weights: [1, 2, 3, 4, 100, 200] },
      expected: { y: [131, 242] },
    },
    {
      title: 'each network has weights and rows of its own',
      dimensions: { networks: 2, rows: 1, inputs: 1, outputs: 1 },
      knobs: none,
      buffers: { x: [1, 2], weights: [3, 10, 5, 20] },
      expected: { y: [13, 30] },
    },
    {
      title: 'large sums end at the limits of tanh',
      dimensions: { networks: 1, rows: 2, inputs: 1, outputs: 1 },
      knobs: { activation: activationIndex.tanh },
      buffers: { x: [1000, -1000], weights: [3, 0] },
      expected: { y: [1, -1] },
    },
    {
      title: 'a layer so large that WebAssembly multiplies it',
      dimensions: { networks: 2, rows: 33, inputs: 35, outputs: 9 },
      knobs: { activation: activationIndex.relu },
    },
    {
      title: 'whole vec4, with a rest of rows and half a block of outputs',
      dimensions: { networks: 2, rows: 19, inputs: 36, outputs: 12 },
      knobs: { activation: activationIndex.sigmoid },
    },
  ],
});
