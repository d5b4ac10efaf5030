import { kernel, spread, type WasmForm } from '../../src/compute/kernel';
import { activations, activationIndex } from '../lib/activation';
import curves from '../lib/activation.wgsl?raw';
import {
  contracting,
  GATES,
  gatesOf,
  passesOf,
  quadForms,
  quadsFit,
  sequencesApart,
  unitsOf,
} from './lib/recurrence';
import cell from './lib/lstm.wgsl?raw';
import quads from '../lib/quads.wgsl?raw';
import sizes from './lib/steps.wgsl?raw';
import units from './lstm.wgsl?raw';
import subgroups from './lstm.subgroups.wgsl?raw';
import vec4 from './lstm.vec4.wgsl?raw';
import modules from './lstm.wasm.ts?simd';

const sigmoid = activations[activationIndex.sigmoid];

const wasm: WasmForm = {
  modules,
  run(heap, { dimensions: { steps, batch, hidden }, buffers }) {
    const { projected, u, h0, c0, h, c, gates, h_prev } = buffers;
    const work = heap.floats(heap.functions.workspace(batch, hidden) / 4);
    const opened = heap.outputFrom(projected, gates);
    const [weights, first, held] = [u, h0, c0].map((data) => heap.input(data));
    const [states, cells, before] = [h, c, h_prev].map((data) => heap.output(data));
    const given = [opened, weights, first, held];
    heap.functions.unroll(...given, states, cells, steps, batch, hidden, work);
    heap.move(before, first, h0.length);
    heap.move(before + 4 * h0.length, states, h.length - h0.length);
  },
};

/**
 * A layer of long short-term memory over all steps, for a batch of sequences: with
 * (f, i, c̃, o) = projected[t] + h[t − 1]·u, the gates f, i, o through the logistic curve and the
 * candidate c̃ through tanh, c[t] = f·c[t − 1] + i·c̃ and h[t] = o·tanh c[t], from h[−1] = h0 and
 * c[−1] = c0. States are rows; a row of `projected`, of `u` and of `gates` has all units of f, then
 * of i, of c̃ and of o (PyTorch has i, f, c̃, o). `projected` is x·w + b for all steps at once: one
 * `matmul` of steps·batch rows. For the way back there are the activated `gates`, the cells c, and in
 * `h_prev` the state before each step: with what `lstm_gradient` gives, the gradient of u is one
 * `matmul`, h_prevᵀ·projected_gradient, that of w another, xᵀ·projected_gradient.
 * Source: Hochreiter and Schmidhuber, 1997, “Long short-term memory”; the forget gate: Gers,
 * Schmidhuber and Cummins, 2000, “Learning to forget”.
 */
export default kernel({
  name: 'lstm',
  dimensions: ['steps', 'batch', 'hidden'],
  reads: {
    projected: { shape: ['steps', 'batch', gatesOf] },
    u: { shape: ['hidden', gatesOf], fill: contracting },
    h0: { shape: ['batch', 'hidden'], fill: (random) => 2 * random.uniform() - 1 },
    c0: { shape: ['batch', 'hidden'] },
  },
  writes: {
    h: { shape: ['steps', 'batch', 'hidden'] },
    c: { shape: ['steps', 'batch', 'hidden'] },
    gates: { shape: ['steps', 'batch', gatesOf] },
    h_prev: { shape: ['steps', 'batch', 'hidden'] },
  },
  division: sequencesApart('projected', 'h0', 'c0', 'h', 'c', 'gates', 'h_prev'),
  variants: {
    subgroups: {
      ...passesOf(4),
      wgsl: quads + curves + sizes + cell + subgroups,
      needs: 'subgroups',
      // Half a block of sequences is as soon done in smaller ones.
      fits: (dimensions) => quadsFit(dimensions) && dimensions.batch > 8,
      workgroups: ({ batch, hidden }) => spread(Math.ceil(batch / 16) * (hidden / 4), 8),
    },
    ...quadForms(curves + sizes + cell + vec4),
    units: { wgsl: curves + sizes + units, ...passesOf(1) },
  },
  cpu({ dimensions: { steps, batch, hidden }, buffers }) {
    const { projected, u, h0, c0, h, c, gates, h_prev } = buffers;
    let [states, cells] = [h0, c0];
    for (let t = 0; t < steps; t += 1) {
      const first = t * batch * hidden;
      h_prev.set(states, first);
      for (const { sequence, unit, at } of unitsOf(batch, hidden)) {
        const row = GATES * (first + sequence * hidden);
        const [f, i, candidate, o] = [0, 1, 2, 3].map((gate) => {
          const column = gate * hidden + unit;
          let sum = projected[row + column];
          for (let k = 0; k < hidden; k += 1) {
            sum += states[sequence * hidden + k] * u[k * GATES * hidden + column];
          }
          return (gates[row + column] = gate === 2 ? Math.tanh(sum) : sigmoid(sum));
        });
        c[first + at] = f * cells[at] + i * candidate;
        h[first + at] = o * Math.tanh(c[first + at]);
      }
      states = h.subarray(first, first + batch * hidden);
      cells = c.subarray(first, first + batch * hidden);
    }
  },
  wasm,
  bound: {
    absolute: 1e-5,
    relative: 1e-5,
    why: 'sums of up to 65 products, each rounded to 2⁻²⁴ of a few units, and curves good to a few units of 2⁻²²; weights this small and gates below 1 forget the roundings of earlier steps',
  },
  suite: { largest: { steps: 5, batch: 9, hidden: 65 } },
  edges: [
    {
      title: 'one unit: the gates of exercise 3.3, from what they are the logistic curve of',
      dimensions: { steps: 1, batch: 1, hidden: 1 },
      buffers: {
        projected: [Math.log(9), Math.log(2 / 3), Math.atanh(0.5), Math.log(7 / 3)],
        u: [0, 0, 0, 0],
        h0: [0.5],
        c0: [2],
      },
      expected: {
        gates: [0.9, 0.4, 0.5, 0.7],
        c: [2],
        h: [0.7 * Math.tanh(2)],
        h_prev: [0.5],
      },
    },
    {
      title: 'each state leads to the gates of all units, in the order f, i, c̃, o',
      dimensions: { steps: 1, batch: 1, hidden: 4 },
      buffers: {
        projected: new Array<number>(16).fill(0),
        u: Array.from({ length: 64 }, (_, at) => (at === 1 || at === 16 + 11 ? 1 : 0)),
        h0: [0.5, 0.25, 0, 0],
        c0: [0, 2, 0, 0],
      },
      expected: {
        gates: [
          ...[0.5, sigmoid(0.5), 0.5, 0.5],
          ...[0.5, 0.5, 0.5, 0.5],
          ...[0, 0, 0, Math.tanh(0.25)],
          ...[0.5, 0.5, 0.5, 0.5],
        ],
        c: [0, 2 * sigmoid(0.5), 0, 0.5 * Math.tanh(0.25)],
      },
    },
    {
      title: 'gates that are shut and open to the end: nothing overflows, the cell is kept',
      dimensions: { steps: 3, batch: 1, hidden: 1 },
      buffers: {
        projected: [300, -300, 1, 300, 3e38, -3e38, -3e38, 3e38, 300, -300, 7, -300],
        u: [0, 0, 0, 0],
        h0: [0],
        c0: [40],
      },
      expected: { c: [40, 40, 40], h: [1, 1, 0] },
    },
    {
      title: 'without weights every state is what its own input makes of the cell',
      dimensions: { steps: 2, batch: 1, hidden: 1 },
      buffers: { projected: new Array<number>(8).fill(0), u: [0, 0, 0, 0], h0: [1], c0: [8] },
      expected: { c: [4, 2], h: [0.5 * Math.tanh(4), 0.5 * Math.tanh(2)] },
    },
    {
      title: 'many steps of whole vec4, with a rest of sequences',
      dimensions: { steps: 70, batch: 5, hidden: 12 },
    },
    {
      title: 'as many units as one workgroup has, and a pass that only arrives',
      dimensions: { steps: 64, batch: 2, hidden: 64 },
    },
    {
      title: 'more sequences than one block holds, with a rest of five',
      dimensions: { steps: 4, batch: 21, hidden: 20 },
    },
  ],
});
