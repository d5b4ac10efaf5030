import { kernel, spread, type CpuCall, type WasmForm } from '../../src/compute/kernel';
import type { Numbers } from '../../src/compute/numbers';
import modules from './elementwise.wasm.ts?simd';
import wgsl from './elementwise.wgsl?raw';
import unaligned from './elementwise.unaligned.wgsl?raw';
import infinity from '../lib/infinity.wgsl?raw';
import { mapIndex, maps, quickGelu, quickTanh } from './lib/maps';
import activationWgsl from '../lib/activation.wgsl?raw';
import mapsWgsl from './lib/maps.wgsl?raw';
import { specialised } from '../lib/specialised';
import { wholeOrNot } from './lib/whole';

/** Numbers of a workgroup. */
const EACH = 1024;

type Loop = (inputs: Numbers, outputs: Numbers, count: number) => void;

// A loop for each map: one loop for all would call through a pointer for every number.
const loops: readonly Loop[] = [
  (inputs, outputs) => outputs.set(inputs),
  (inputs, outputs, count) => {
    // Math.max branches, and every other guess of a processor about signs is wrong: ten times as slow.
    for (let i = 0; i < count; i += 1) outputs[i] = (inputs[i] + Math.abs(inputs[i])) / 2;
  },
  (inputs, outputs, count) => {
    for (let i = 0; i < count; i += 1) outputs[i] = quickTanh(inputs[i]);
  },
  (inputs, outputs, count) => {
    for (let i = 0; i < count; i += 1) outputs[i] = 1 / (1 + Math.exp(-inputs[i]));
  },
  (inputs, outputs, count) => {
    for (let i = 0; i < count; i += 1) outputs[i] = quickGelu(inputs[i]);
  },
  (inputs, outputs, count) => {
    for (let i = 0; i < count; i += 1) outputs[i] = Math.exp(inputs[i]);
  },
  (inputs, outputs, count) => {
    for (let i = 0; i < count; i += 1) outputs[i] = Math.log(inputs[i]);
  },
  (inputs, outputs, count) => {
    for (let i = 0; i < count; i += 1) outputs[i] = inputs[i] * inputs[i];
  },
];

function fast({ dimensions, knobs, buffers: { inputs, outputs } }: CpuCall): void {
  loops[knobs.operation](inputs, outputs, dimensions.count);
}

/** The maps that WebAssembly has over vectors; relu and squares wait for memory as it is. */
const vectorMaps = new Map<number, string>([
  [mapIndex.tanh, 'tanhs'],
  [mapIndex.sigmoid, 'sigmoids'],
]);

/** Numbers handed to WebAssembly at a time: they stay in the nearest cache. */
const PIECE = 2 ** 13;

const wasm: WasmForm = {
  modules,
  run(heap, call) {
    const map = vectorMaps.get(call.knobs.operation);
    if (map === undefined) return fast(call);
    const { count } = call.dimensions;
    const { inputs, outputs } = call.buffers;
    for (let start = 0; start < count; start += PIECE) {
      const length = Math.min(PIECE, count - start);
      heap.piece(() =>
        heap.functions[map](heap.outputFrom(inputs, outputs, start, length), length),
      );
    }
  },
};

/**
 * One map of every number: `operation` is one of `mapIndex` in shaders/elementwise/lib/maps.ts (none, relu, tanh,
 * sigmoid, gelu, exp, log, square). Inputs are finite. GELU is the form with tanh (Hendrycks and
 * Gimpel, 2016, section 2): ½x·(1 + tanh(√(2/π)·(x + 0.044715x³))). What overflows is ∞; the logarithm of 0 is −∞,
 * that of a negative number NaN.
 */
export default kernel({
  name: 'elementwise',
  dimensions: ['count'],
  knobs: { operation: { type: 'u32', min: 0, max: maps.length - 1 } },
  reads: { inputs: { shape: ['count'] } },
  writes: { outputs: { shape: ['count'] } },
  division: () => ({ along: 'count', buffers: ['inputs', 'outputs'] }),
  variants: specialised('operation', mapIndex, {
    ...wholeOrNot(
      'quads',
      {
        wgsl: infinity + activationWgsl + mapsWgsl + wgsl,
        workgroups: ({ count }) => spread(count, EACH),
        fits: ({ count }) => count % 4 === 0,
      },
      { each: EACH, count: ({ count }) => count },
    ),
    unaligned: {
      wgsl: infinity + activationWgsl + mapsWgsl + unaligned,
      workgroups: ({ count }) => spread(count, EACH),
    },
  }),
  cpu({ dimensions: { count }, knobs: { operation }, buffers: { inputs, outputs } }) {
    for (let i = 0; i < count; i += 1) outputs[i] = maps[operation](inputs[i]);
  },
  fast,
  wasm,
  bound: {
    absolute: 1e-6,
    relative: 2e-5,
    why: 'WGSL gives exp to (3 + 2|x|)·2⁻²⁴ of its value, 1.1e-5 at the ends, and log to 2⁻²¹ between ½ and 2; the quotient for tanh is good to 3e-7',
  },
  suite: { largest: { count: EACH } },
  edges: [
    {
      title: 'relu keeps what is positive',
      dimensions: { count: 5 },
      knobs: { operation: mapIndex.relu },
      buffers: { inputs: [-2, -0.5, 0, 0.5, 3e38] },
      expected: { outputs: [0, 0, 0, 0.5, Math.fround(3e38)] },
    },
    {
      title: 'tanh and sigmoid saturate, however large the number',
      dimensions: { count: 4 },
      knobs: { operation: mapIndex.tanh },
      buffers: { inputs: [-3e38, -20, 20, 3e38] },
      expected: { outputs: [-1, -1, 1, 1] },
    },
    {
      title: 'sigmoid ends at 0 and 1',
      dimensions: { count: 5 },
      knobs: { operation: mapIndex.sigmoid },
      buffers: { inputs: [-3e38, -90, 0, 90, 3e38] },
      expected: { outputs: [0, 0, 0.5, 1, 1] },
    },
    {
      title: 'tanh of more numbers than are handed to WebAssembly at a time',
      dimensions: { count: PIECE + 3 },
      knobs: { operation: mapIndex.tanh },
    },
    {
      title: 'gelu of 1 is 0.841192, and far from 0 it is relu',
      dimensions: { count: 5 },
      knobs: { operation: mapIndex.gelu },
      buffers: { inputs: [1, -3e38, -20, 20, 3e38] },
      expected: { outputs: [0.841192, 0, 0, 20, Math.fround(3e38)] },
    },
    {
      title: 'the exponential is ∞ past 88.72 and 0 below −104',
      dimensions: { count: 6 },
      knobs: { operation: mapIndex.exp },
      buffers: { inputs: [0, 1, 88.73, 1e30, -105, -1e30] },
      expected: { outputs: [1, Math.E, Infinity, Infinity, 0, 0] },
    },
    {
      title: 'the logarithm knows 0, numbers below it and subnormal ones',
      dimensions: { count: 5 },
      knobs: { operation: mapIndex.log },
      buffers: { inputs: [1, 0, -1, 2 ** -149, 2 ** -130] },
      expected: { outputs: [0, -Infinity, NaN, -149 * Math.LN2, -130 * Math.LN2] },
    },
    {
      title: 'a square that float32 does not hold is ∞',
      dimensions: { count: 4 },
      knobs: { operation: mapIndex.square },
      buffers: { inputs: [3, -2e19, 1e38, 1e-30] },
      expected: { outputs: [9, Infinity, Infinity, 0] },
    },
  ],
});
