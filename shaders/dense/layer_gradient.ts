import modules from './layer_gradient.wasm.ts?simd';
import wgsl from './layer_gradient.wgsl?raw';
import vec4 from './layer_gradient.vec4.wgsl?raw';
import sizes from './lib/layer_gradient.wgsl?raw';
import { kernel, spread, type CpuCall, type WasmForm } from '../../src/compute/kernel';
import type { Numbers } from '../../src/compute/numbers';
import { activationIndex } from '../lib/activation';
import { specialised } from '../lib/specialised';
import { isHeavy, layerActivations, quadsFit, slopesAt, weightRows } from './lib/layer';

// A loop for each activation: one for all would call through a pointer for every number.
/** The gradient at the sums of units, from the one at their outputs y. */
function atSums(y: Numbers, upstream: Numbers, activation: number, sums: Numbers): void {
  const count = y.length;
  if (activation === activationIndex.relu) {
    for (let i = 0; i < count; i += 1) sums[i] = y[i] > 0 ? upstream[i] : 0;
  } else if (activation === activationIndex.tanh) {
    for (let i = 0; i < count; i += 1) sums[i] = upstream[i] * (1 - y[i] * y[i]);
  } else if (activation === activationIndex.sigmoid) {
    for (let i = 0; i < count; i += 1) sums[i] = upstream[i] * y[i] * (1 - y[i]);
  } else sums.set(upstream);
}

/** Used again from call to call: a training step allocates nothing. */
let scratch = new Float64Array(0);

function inOneGo({ dimensions, knobs, buffers }: CpuCall): void {
  const { networks, rows, inputs, outputs } = dimensions;
  const { x, weights, y, upstream, x_gradient: back, weights_gradient: gradient } = buffers;
  if (scratch.length < y.length) scratch = new Float64Array(y.length);
  const sums = scratch;
  atSums(y, upstream, knobs.activation, sums);
  gradient.fill(0);
  if (knobs.onward === 0) back.fill(0);
  for (let network = 0; network < networks; network += 1) {
    const first = network * (inputs + 1) * outputs;
    const biases = first + inputs * outputs;
    for (let row = network * rows; row < (network + 1) * rows; row += 1) {
      const [from, to] = [row * inputs, row * outputs];
      for (let k = 0, at = first; k < inputs; k += 1, at += outputs) {
        const value = x[from + k];
        for (let j = 0; j < outputs; j += 1) gradient[at + j] += value * sums[to + j];
        if (knobs.onward === 0) continue;
        let sent = 0;
        for (let j = 0; j < outputs; j += 1) sent += sums[to + j] * weights[at + j];
        back[from + k] = sent;
      }
      for (let j = 0; j < outputs; j += 1) gradient[biases + j] += sums[to + j];
    }
  }
}

const wasm: WasmForm = {
  modules,
  run(heap, { dimensions, knobs, buffers }) {
    const { networks, rows, inputs, outputs } = dimensions;
    const { activation, onward } = knobs;
    const x = heap.input(buffers.x);
    const weights = heap.input(buffers.weights);
    const y = heap.input(buffers.y);
    const back = heap.output(buffers.x_gradient);
    const gradient = heap.output(buffers.weights_gradient);
    const upstream = heap.input(buffers.upstream);
    const none = activation === activationIndex.none;
    const sums = none ? upstream : heap.floats(buffers.y.length);
    const { carryAllBack, carryBack, workspace } = heap.functions;
    if (!none) heap.functions.atSums(y, upstream, sums, buffers.y.length, activation);
    if (onward === 0) heap.zero(back, networks * rows * inputs);
    if (!isHeavy(dimensions)) {
      const turned = heap.floats(inputs * outputs);
      // prettier-ignore
      carryAllBack(x, weights, sums, back, gradient, networks, rows, inputs, outputs, onward, turned);
      return;
    }
    const work = heap.floats(workspace() / 4);
    for (let network = 0; network < networks; network += 1) {
      const values = network * rows * inputs * 4;
      const parameters = network * (inputs + 1) * outputs * 4;
      carryBack(
        ...[x + values, weights + parameters, sums + network * rows * outputs * 4],
        ...[back + values, gradient + parameters, rows, inputs, outputs, onward, work],
      );
    }
  },
};

/**
 * The way back through `layer`: from `upstream`, the gradient of a loss by the outputs y, to its
 * gradient by the weights, the biases their last row, and by the inputs x: of the first layer nobody
 * needs that, and zeros are written where `onward` is 0. Slopes are told from y.
 * Source: Rumelhart, Hinton and Williams, “Learning representations by back-propagating errors” (1986).
 */
export default kernel({
  name: 'layer_gradient',
  dimensions: ['networks', 'rows', 'inputs', 'outputs'],
  knobs: {
    activation: { type: 'u32', min: 0, max: layerActivations.sigmoid },
    onward: { type: 'u32', min: 0, max: 1 },
  },
  reads: {
    x: { shape: ['networks', 'rows', 'inputs'] },
    weights: { shape: ['networks', weightRows, 'outputs'] },
    // What tanh or a logistic curve might have put out.
    y: { shape: ['networks', 'rows', 'outputs'], fill: (random) => 2 * random.uniform() - 1 },
    upstream: { shape: ['networks', 'rows', 'outputs'] },
  },
  writes: {
    x_gradient: { shape: ['networks', 'rows', 'inputs'] },
    weights_gradient: { shape: ['networks', weightRows, 'outputs'] },
  },
  variants: specialised('activation', layerActivations, {
    vec4: {
      wgsl: sizes + vec4,
      workgroups({ networks, rows, inputs, outputs }) {
        const values = Math.ceil(rows / 4) * (inputs / 4);
        return spread(networks * (values + (inputs / 4 + 1) * (outputs / 4)), 32);
      },
      fits: quadsFit,
    },
    direct: {
      wgsl: sizes + wgsl,
      workgroups: ({ networks, rows, inputs, outputs }) =>
        spread(networks * (rows * inputs + (inputs + 1) * outputs), 64),
    },
  }),
  cpu({ dimensions, knobs, buffers }) {
    const { networks, rows, inputs, outputs } = dimensions;
    const { x, weights, y, upstream, x_gradient: back, weights_gradient: gradient } = buffers;
    const slope = slopesAt[knobs.activation];
    back.fill(0);
    gradient.fill(0);
    for (let row = 0; row < networks * rows; row += 1) {
      const first = Math.floor(row / rows) * (inputs + 1) * outputs;
      for (let j = 0; j < outputs; j += 1) {
        const unit = row * outputs + j;
        const atSum = upstream[unit] * slope(y[unit]);
        for (let k = 0; k < inputs; k += 1) {
          gradient[first + k * outputs + j] += x[row * inputs + k] * atSum;
          if (knobs.onward === 1) {
            back[row * inputs + k] += atSum * weights[first + k * outputs + j];
          }
        }
        gradient[first + inputs * outputs + j] += atSum;
      }
    }
  },
  fast: inOneGo,
  division: () => ({
    along: 'networks',
    buffers: ['x', 'weights', 'y', 'upstream', 'x_gradient', 'weights_gradient'],
  }),
  wasm,
  bound: {
    absolute: 1e-4,
    relative: 1e-5,
    why: 'sums of up to 130 products of numbers near 1, each rounded to 2⁻²⁴ of a total of some tens',
  },
  suite: { largest: { networks: 3 } },
  edges: [
    {
      title: 'one unit: the input gets the weight, the weight the input, the bias what arrives',
      dimensions: { networks: 1, rows: 1, inputs: 1, outputs: 1 },
      knobs: { activation: activationIndex.none, onward: 1 },
      buffers: { x: [3], weights: [5, 1], y: [16], upstream: [2] },
      expected: { x_gradient: [10], weights_gradient: [6, 2] },
    },
    {
      title: 'a unit of relu that is off carries nothing back, at its kink neither',
      dimensions: { networks: 1, rows: 2, inputs: 1, outputs: 1 },
      knobs: { activation: activationIndex.relu, onward: 1 },
      buffers: { x: [3, 3], weights: [5, 1], y: [0, 2], upstream: [2, 2] },
      expected: { x_gradient: [0, 10], weights_gradient: [6, 2] },
    },
    {
      title: 'a saturated unit of tanh carries nothing back',
      dimensions: { networks: 1, rows: 1, inputs: 1, outputs: 1 },
      knobs: { activation: activationIndex.tanh, onward: 1 },
      buffers: { x: [3], weights: [5, 1], y: [1], upstream: [2] },
      expected: { x_gradient: [0], weights_gradient: [0, 0] },
    },
    {
      title: 'rows of a batch add up in the weights, and stay apart in the inputs',
      dimensions: { networks: 1, rows: 2, inputs: 1, outputs: 1 },
      knobs: { activation: activationIndex.none, onward: 1 },
      buffers: { x: [1, 10], weights: [2, 0], y: [2, 20], upstream: [1, 3] },
      expected: { x_gradient: [2, 6], weights_gradient: [31, 4] },
    },
    {
      title: 'what nobody needs further on is 0',
      dimensions: { networks: 1, rows: 1, inputs: 1, outputs: 1 },
      knobs: { activation: activationIndex.none, onward: 0 },
      buffers: { x: [3], weights: [5, 1], y: [16], upstream: [2] },
      expected: { x_gradient: [0], weights_gradient: [6, 2] },
    },
    {
      title: 'a layer so large that WebAssembly multiplies it',
      dimensions: { networks: 2, rows: 33, inputs: 35, outputs: 9 },
      knobs: { activation: activationIndex.sigmoid, onward: 1 },
    },
    ...Object.entries(layerActivations).map(([name, activation]) => ({
      title: `whole vec4 with a rest of rows, ${name}`,
      dimensions: { networks: 2, rows: 19, inputs: 36, outputs: 12 },
      knobs: { activation, onward: 1 },
    })),
    {
      title: 'whole vec4 that nobody needs further on are 0',
      dimensions: { networks: 2, rows: 17, inputs: 8, outputs: 4 },
      knobs: { activation: activationIndex.tanh, onward: 0 },
    },
  ],
});
