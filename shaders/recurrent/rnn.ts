import { kernel, type WasmForm } from '../../src/compute/kernel';
import curves from '../lib/activation.wgsl?raw';
import { contracting, passesOf, quadForms, sequencesApart, unitsOf } from './lib/recurrence';
import sizes from './lib/steps.wgsl?raw';
import units from './rnn.wgsl?raw';
import vec4 from './rnn.vec4.wgsl?raw';
import modules from './rnn.wasm.ts?simd';

const wasm: WasmForm = {
  modules,
  run(heap, { dimensions: { steps, batch, hidden }, buffers }) {
    const { projected, w_hh, h0, h, h_prev } = buffers;
    const work = heap.floats(heap.functions.workspace(batch, hidden) / 4);
    const [weights, first] = [w_hh, h0].map((data) => heap.input(data));
    const [states, before] = [heap.outputFrom(projected, h), heap.output(h_prev)];
    heap.functions.unroll(states, weights, first, steps, batch, hidden, work);
    heap.move(before, first, h0.length);
    heap.move(before + 4 * h0.length, states, h.length - h0.length);
  },
};

/**
 * A layer of tanh units over all steps: h[t] = tanh(projected[t] + h[t − 1]·w_hh), from h[−1] = h0,
 * for a batch of sequences. States are rows. `projected` is x·w_xh + b_h for all steps at once: one
 * `matmul` of steps·batch rows. `h_prev` has the state before each step: with what `rnn_gradient`
 * gives, the gradient of w_hh is one `matmul`, h_prevᵀ·projected_gradient, that of w_xh another,
 * xᵀ·projected_gradient. `rnn_step` is the same step for many random networks, each at many radii
 * at once, which this kernel would need a matrix each for.
 * Source: Elman, 1990, “Finding structure in time”.
 */
export default kernel({
  name: 'rnn',
  dimensions: ['steps', 'batch', 'hidden'],
  reads: {
    projected: { shape: ['steps', 'batch', 'hidden'] },
    w_hh: { shape: ['hidden', 'hidden'], fill: contracting },
    h0: { shape: ['batch', 'hidden'], fill: (random) => 2 * random.uniform() - 1 },
  },
  writes: {
    h: { shape: ['steps', 'batch', 'hidden'] },
    h_prev: { shape: ['steps', 'batch', 'hidden'] },
  },
  division: sequencesApart('projected', 'h0', 'h', 'h_prev'),
  variants: {
    ...quadForms(curves + sizes + vec4),
    units: { wgsl: curves + sizes + units, ...passesOf(1) },
  },
  cpu({ dimensions: { steps, batch, hidden }, buffers: { projected, w_hh, h0, h, h_prev } }) {
    let before = h0;
    for (let t = 0; t < steps; t += 1) {
      const first = t * batch * hidden;
      h_prev.set(before, first);
      for (const { sequence, unit, at } of unitsOf(batch, hidden)) {
        let sum = projected[first + at];
        for (let k = 0; k < hidden; k += 1) {
          sum += before[sequence * hidden + k] * w_hh[k * hidden + unit];
        }
        h[first + at] = Math.tanh(sum);
      }
      before = h.subarray(first, first + batch * hidden);
    }
  },
  wasm,
  bound: {
    absolute: 1e-5,
    relative: 1e-5,
    why: 'sums of up to 65 products, each rounded to 2⁻²⁴ of a few units, and a tanh good to a few units of 2⁻²²; weights this small forget the roundings of earlier steps',
  },
  suite: { largest: { steps: 5, batch: 9, hidden: 65 } },
  edges: [
    {
      title: 'one unit, two steps: the unrolled network of exercise 3.1',
      dimensions: { steps: 2, batch: 1, hidden: 1 },
      buffers: { projected: [0.5 * 1 + 0.1, 0.5 * 2 + 0.1], w_hh: [0.8], h0: [0] },
      expected: {
        h: [Math.tanh(0.6), Math.tanh(1.1 + 0.8 * Math.tanh(0.6))],
        h_prev: [0, Math.tanh(0.6)],
      },
    },
    {
      title: 'one step of one sequence begins with the state it is given',
      dimensions: { steps: 1, batch: 1, hidden: 4 },
      buffers: {
        projected: [0, 0, 0, 0],
        w_hh: [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        h0: [0.5, 0.25, 0, 0],
      },
      expected: { h: [0, Math.tanh(0.5), 0, 0], h_prev: [0.5, 0.25, 0, 0] },
    },
    {
      title: 'sums that saturate tanh end at 1 and −1, and do not overflow',
      dimensions: { steps: 1, batch: 1, hidden: 4 },
      buffers: {
        projected: [900, -900, 3e38, -3e38],
        w_hh: new Array<number>(16).fill(0),
        h0: [1, 1, 1, 1],
      },
      expected: { h: [1, -1, 1, -1] },
    },
    {
      title: 'without weights every step stands alone',
      dimensions: { steps: 3, batch: 1, hidden: 1 },
      buffers: { projected: [1, 0, -1], w_hh: [0], h0: [1] },
      expected: { h: [Math.tanh(1), 0, Math.tanh(-1)] },
    },
    {
      title: 'many steps of whole vec4, with a rest of sequences',
      dimensions: { steps: 70, batch: 5, hidden: 12 },
    },
    {
      title: 'as many units as one workgroup has, and a pass that only arrives',
      dimensions: { steps: 64, batch: 2, hidden: 64 },
    },
  ],
});
