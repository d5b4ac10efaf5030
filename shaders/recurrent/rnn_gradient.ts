import { kernel, type WasmForm } from '../../src/compute/kernel';
import { contracting, passesOf, quadForms, sequencesApart, unitsOf } from './lib/recurrence';
import sizes from './lib/steps.wgsl?raw';
import units from './rnn_gradient.wgsl?raw';
import vec4 from './rnn_gradient.vec4.wgsl?raw';
import modules from './rnn_gradient.wasm.ts?simd';

const wasm: WasmForm = {
  modules,
  run(heap, { dimensions: { steps, batch, hidden }, buffers }) {
    const { w_hh, h, upstream, projected_gradient, h0_gradient } = buffers;
    const work = heap.floats(heap.functions.workspace(batch, hidden) / 4);
    const gradient = heap.outputFrom(upstream, projected_gradient);
    const [weights, states] = [w_hh, h].map((data) => heap.input(data));
    const first = heap.output(h0_gradient);
    heap.zero(first, h0_gradient.length);
    heap.functions.carryBack(gradient, first, weights, states, steps, batch, hidden, work);
  },
};

/**
 * The way back through `rnn`, through time: from `upstream`, the gradient of a loss by the states h
 * as what follows each of them sees it, to its gradient by `projected` and by h0. A state is answered
 * for by what follows it at its own step and by the next step: projected_gradient[t] = (upstream[t] +
 * projected_gradient[t + 1]·w_hhᵀ)·(1 − h[t]²).
 * Source: Werbos, 1990, “Backpropagation through time: what it does and how to do it”.
 */
export default kernel({
  name: 'rnn_gradient',
  dimensions: ['steps', 'batch', 'hidden'],
  reads: {
    w_hh: { shape: ['hidden', 'hidden'], fill: contracting },
    h: { shape: ['steps', 'batch', 'hidden'], fill: (random) => 2 * random.uniform() - 1 },
    upstream: { shape: ['steps', 'batch', 'hidden'] },
  },
  writes: {
    projected_gradient: { shape: ['steps', 'batch', 'hidden'] },
    h0_gradient: { shape: ['batch', 'hidden'] },
  },
  division: sequencesApart('h', 'upstream', 'projected_gradient', 'h0_gradient'),
  variants: {
    ...quadForms(sizes + vec4),
    units: { wgsl: sizes + units, ...passesOf(1) },
  },
  cpu({ dimensions: { steps, batch, hidden }, buffers }) {
    const { w_hh, h, upstream, projected_gradient, h0_gradient } = buffers;
    for (let t = steps - 1; t >= -1; t -= 1) {
      const [first, after] = [t * batch * hidden, (t + 1) * batch * hidden];
      for (const { sequence, unit, at } of unitsOf(batch, hidden)) {
        let sent = 0;
        for (let k = 0; t < steps - 1 && k < hidden; k += 1) {
          sent += projected_gradient[after + sequence * hidden + k] * w_hh[unit * hidden + k];
        }
        if (t < 0) h0_gradient[at] = sent;
        else
          projected_gradient[first + at] = (upstream[first + at] + sent) * (1 - h[first + at] ** 2);
      }
    }
  },
  wasm,
  bound: {
    absolute: 1e-5,
    relative: 1e-5,
    why: 'sums of up to 65 products, each rounded to 2⁻²⁴ of a few units; weights this small forget the roundings of later steps',
  },
  suite: { largest: { steps: 5, batch: 9, hidden: 65 } },
  edges: [
    {
      title: 'one unit, two steps: the second answers for the first',
      dimensions: { steps: 2, batch: 1, hidden: 1 },
      buffers: { w_hh: [0.8], h: [0.5, 0], upstream: [1, 2] },
      expected: { projected_gradient: [2.6 * 0.75, 2], h0_gradient: [2.6 * 0.75 * 0.8] },
    },
    {
      title: 'a weight leads back from its unit to its source',
      dimensions: { steps: 1, batch: 1, hidden: 4 },
      buffers: {
        w_hh: [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        h: [0, 0, 0, 0],
        upstream: [3, 5, 0, 0],
      },
      expected: { projected_gradient: [3, 5, 0, 0], h0_gradient: [5, 0, 0, 0] },
    },
    {
      title: 'where tanh is flat nothing is carried back',
      dimensions: { steps: 2, batch: 1, hidden: 1 },
      buffers: { w_hh: [1], h: [1, -1], upstream: [3, 4] },
      expected: { projected_gradient: [0, 0], h0_gradient: [0] },
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
