import { kernel, spread } from '../../src/compute/kernel';
import { activations } from '../lib/activation';
import activationWgsl from '../lib/activation.wgsl?raw';
import wgsl from './response_field.wgsl?raw';

const position = { type: 'f32', min: -8, max: 8 } as const;

/**
 * What a hidden layer answers to every point of a plane: Σ v·f(w₀·x + w₁·y + b) over its neurons, of
 * which `weights` has a row (w₀, w₁, b, v) each. The first row of the field is at the top; a cell is
 * the point in its middle. One neuron with v = 1 is the neuron itself.
 */
export default kernel({
  name: 'response_field',
  dimensions: ['columns', 'rows', 'neurons'],
  knobs: {
    left: position,
    right: position,
    bottom: position,
    top: position,
    activation: { type: 'u32', min: 0, max: activations.length - 1 },
  },
  reads: { weights: { shape: ['neurons', 4] } },
  writes: { field: { shape: ['rows', 'columns'] } },
  variants: {
    quads: {
      wgsl: activationWgsl + wgsl,
      workgroups: ({ columns, rows }) => spread(rows * Math.ceil(columns / 4), 64),
    },
  },
  cpu({ dimensions: { columns, rows, neurons }, knobs, buffers: { weights, field } }) {
    const { left, right, bottom, top } = knobs;
    const f = activations[knobs.activation];
    for (let row = 0; row < rows; row += 1) {
      const y = top + ((bottom - top) * (row + 0.5)) / rows;
      for (let column = 0; column < columns; column += 1) {
        const x = left + ((right - left) * (column + 0.5)) / columns;
        let sum = 0;
        for (let k = 0; k < 4 * neurons; k += 4) {
          sum += weights[k + 3] * f(weights[k] * x + weights[k + 1] * y + weights[k + 2]);
        }
        field[row * columns + column] = sum;
      }
    }
  },
  bound: {
    absolute: 2e-3,
    relative: 1e-5,
    why: 'positions up to 8 and sums of them up to 50 are rounded to 2⁻¹⁹, slopes are at most 1.2, and up to 130 neurons of weights below 5 add their roundings',
  },
  suite: { largest: { neurons: 130 } },
  edges: [
    {
      title: 'the middle of a plane around 0 is half a sigmoid',
      dimensions: { columns: 1, rows: 1, neurons: 1 },
      knobs: { left: -2, right: 2, bottom: -2, top: 2, activation: 3 },
      buffers: { weights: [5, -3, 0, 1] },
      expected: { field: [0.5] },
    },
    {
      title: 'rows run from the top down, columns from the left',
      dimensions: { columns: 2, rows: 2, neurons: 1 },
      knobs: { left: -2, right: 2, bottom: -2, top: 2, activation: 0 },
      buffers: { weights: [1, 10, 0, 1] },
      expected: { field: [9, 11, -11, -9] },
    },
    {
      title: 'two ReLUs make an absolute value',
      dimensions: { columns: 2, rows: 1, neurons: 2 },
      knobs: { left: -2, right: 2, bottom: 0, top: 0, activation: 1 },
      buffers: { weights: [1, 0, 0, 1, -1, 0, 0, 1] },
      expected: { field: [1, 1] },
    },
  ],
});
