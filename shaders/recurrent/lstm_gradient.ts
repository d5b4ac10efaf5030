import { kernel, type WasmForm } from '../../src/compute/kernel';
import curves from '../lib/activation.wgsl?raw';
import {
  contracting,
  GATES,
  gatesOf,
  passesOf,
  quadForms,
  sequencesApart,
  unitsOf,
} from './lib/recurrence';
import sizes from './lib/steps.wgsl?raw';
import units from './lstm_gradient.wgsl?raw';
import vec4 from './lstm_gradient.vec4.wgsl?raw';
import modules from './lstm_gradient.wasm.ts?simd';

const wasm: WasmForm = {
  modules,
  run(heap, { dimensions: { steps, batch, hidden }, buffers }) {
    const { u, gates, c, c0, upstream, projected_gradient, h0_gradient, c0_gradient } = buffers;
    const work = heap.floats(heap.functions.workspace(batch, hidden) / 4);
    const [gradient, arriving] = [heap.outputFrom(gates, projected_gradient), heap.copy(upstream)];
    const [weights, cells, first] = [u, c, c0].map((data) => heap.input(data));
    const ends = [h0_gradient, c0_gradient].map((data) => heap.output(data));
    for (const end of ends) heap.zero(end, batch * hidden);
    const sizes = [steps, batch, hidden];
    heap.functions.carryBack(gradient, arriving, ...ends, weights, cells, first, ...sizes, work);
  },
};

/**
 * The way back through `lstm`, through time: from `upstream`, the gradient of a loss by the states h
 * as what follows each of them sees it, to its gradient by `projected`, by h0 and by c0. A state is
 * answered for by what follows it at its own step and by the gates of the next, a cell by its state
 * and, through the forget gate, by the next cell: the constant error carousel where f is 1.
 * Source: Hochreiter and Schmidhuber, 1997, “Long short-term memory”; all paths through time as in
 * Werbos, 1990, “Backpropagation through time: what it does and how to do it”.
 */
export default kernel({
  name: 'lstm_gradient',
  dimensions: ['steps', 'batch', 'hidden'],
  reads: {
    u: { shape: ['hidden', gatesOf], fill: contracting },
    gates: { shape: ['steps', 'batch', gatesOf], fill: (random) => random.uniform() },
    c: { shape: ['steps', 'batch', 'hidden'] },
    c0: { shape: ['batch', 'hidden'] },
    upstream: { shape: ['steps', 'batch', 'hidden'] },
  },
  writes: {
    projected_gradient: { shape: ['steps', 'batch', gatesOf] },
    h0_gradient: { shape: ['batch', 'hidden'] },
    c0_gradient: { shape: ['batch', 'hidden'] },
  },
  division: sequencesApart(
    'gates',
    'c',
    'c0',
    'upstream',
    'projected_gradient',
    'h0_gradient',
    'c0_gradient',
  ),
  variants: {
    ...quadForms(curves + sizes + vec4),
    units: { wgsl: curves + sizes + units, ...passesOf(1) },
  },
  cpu({ dimensions: { steps, batch, hidden }, buffers }) {
    const { u, gates, c, c0, upstream, projected_gradient, h0_gradient, c0_gradient } = buffers;
    const wide = GATES * hidden;
    c0_gradient.fill(0);
    for (let t = steps - 1; t >= -1; t -= 1) {
      const first = t * batch * hidden;
      for (const { sequence, unit, at } of unitsOf(batch, hidden)) {
        const after = ((t + 1) * batch + sequence) * wide;
        let sent = 0;
        for (let k = 0; t < steps - 1 && k < wide; k += 1) {
          sent += projected_gradient[after + k] * u[unit * wide + k];
        }
        if (t < 0) {
          h0_gradient[at] = sent;
          continue;
        }
        const positions = [0, 1, 2, 3].map((gate) => after - batch * wide + gate * hidden + unit);
        const [f, i, candidate, o] = positions.map((position) => gates[position]);
        const before = t > 0 ? c[first - batch * hidden + at] : c0[at];
        const squashed = Math.tanh(c[first + at]);
        const arriving = upstream[first + at] + sent;
        // What the cell itself answers for; through f the cell before.
        const cell = c0_gradient[at] + arriving * o * (1 - squashed ** 2);
        c0_gradient[at] = cell * f;
        projected_gradient[positions[0]] = cell * before * f * (1 - f);
        projected_gradient[positions[1]] = cell * candidate * i * (1 - i);
        projected_gradient[positions[2]] = cell * i * (1 - candidate ** 2);
        projected_gradient[positions[3]] = arriving * squashed * o * (1 - o);
      }
    }
  },
  wasm,
  bound: {
    absolute: 2e-5,
    relative: 2e-5,
    why: 'sums of up to 260 products, each rounded to 2⁻²⁴ of a few units, and a tanh good to a few units of 2⁻²²; weights this small and gates below 1 forget the roundings of later steps',
  },
  suite: { largest: { steps: 5, batch: 9, hidden: 65 } },
  edges: [
    {
      title:
        'the constant error carousel: an open forget gate carries the gradient of a cell unchanged',
      dimensions: { steps: 3, batch: 1, hidden: 1 },
      buffers: {
        u: [0, 0, 0, 0],
        gates: [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0.5],
        c: [0, 0, 0],
        c0: [0],
        upstream: [0, 0, 6],
      },
      expected: { c0_gradient: [3], h0_gradient: [0] },
    },
    {
      title: 'a forget gate of one half halves it at every step, as exercise 3.4 has it',
      dimensions: { steps: 3, batch: 1, hidden: 1 },
      buffers: {
        u: [0, 0, 0, 0],
        gates: [0.5, 0, 0, 0, 0.5, 0, 0, 0, 0.5, 0, 0, 1],
        c: [0, 0, 0],
        c0: [2],
        upstream: [0, 0, 1],
      },
      expected: {
        c0_gradient: [0.125],
        projected_gradient: [0.25 * 2 * 0.25, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      },
    },
    {
      title: 'one step of one sequence: every gate gets its share',
      dimensions: { steps: 1, batch: 1, hidden: 1 },
      buffers: {
        u: [1, 10, 100, 1000],
        gates: [0.5, 0.5, 0.5, 0.5],
        c: [0],
        c0: [2],
        upstream: [8],
      },
      expected: {
        projected_gradient: [2, 0.5, 1.5, 0],
        h0_gradient: [2 + 5 + 150],
        c0_gradient: [2],
      },
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
