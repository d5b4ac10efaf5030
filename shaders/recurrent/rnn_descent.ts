import { kernel, spread } from '../../src/compute/kernel';
import wgsl from './rnn_descent.wgsl?raw';

/** Derivatives beyond this count as so large: their squares stay within float32. */
const MOST = 1e18;

const bounded = (x: number): number => Math.min(MOST, Math.max(-MOST, x));

/** The loss at a bias alone, where 0 is wanted, and its slope. */
function lossAt(b: number): [number, number] {
  const h = 1 / (1 + Math.exp(-b));
  return [h * h, 2 * h * h * (1 - h)];
}

/**
 * Gradient descent of many walkers on the loss of a network of one unit over its two weights:
 * hₜ = σ(w·hₜ₋₁ + b) from h₀ = `start`, `horizon` times; the loss is (h − wanted)². Before each
 * step the gradient is clipped by its norm at `limit`. A walker leaves `records` quadruples
 * (w, b, loss, norm of the gradient), the first where it starts; with one record, `starts` are points
 * of the surface. Source: Pascanu, Mikolov and Bengio, “On the difficulty of training recurrent neural
 * networks” (ICML 2013), section 2 and figure 6.
 */
export default kernel({
  name: 'rnn_descent',
  dimensions: ['walkers', 'records'],
  knobs: {
    lr: { type: 'f32', min: 0, max: 1000 },
    limit: { type: 'f32', min: 0.001, max: 1e30 },
    horizon: { type: 'u32', min: 1, max: 200 },
    start: { type: 'f32', min: 0, max: 1 },
    wanted: { type: 'f32', min: 0, max: 1 },
  },
  reads: {
    starts: { shape: ['walkers', 2], fill: (random) => 6 * random.uniform() - 3 },
  },
  writes: { path: { shape: ['walkers', 'records', 4] } },
  division: () => ({ along: 'walkers', buffers: ['starts', 'path'] }),
  variants: { direct: { wgsl, workgroups: ({ walkers }) => spread(walkers, 64) } },
  cpu({ dimensions: { walkers, records }, knobs, buffers: { starts, path } }) {
    const { lr, limit, horizon, start, wanted } = knobs;
    for (let walker = 0; walker < walkers; walker += 1) {
      let [w, b] = [starts[2 * walker], starts[2 * walker + 1]];
      for (let record = 0; record < records; record += 1) {
        let [h, byW, byB] = [start, 0, 0];
        for (let time = 0; time < horizon; time += 1) {
          const z = Math.min(80, Math.max(-80, w * h + b));
          const e = Math.exp(-Math.abs(z));
          const slope = e / (1 + e) ** 2;
          byW = bounded(slope * (h + w * byW));
          byB = bounded(slope * (1 + w * byB));
          h = z >= 0 ? 1 / (1 + e) : e / (1 + e);
        }
        const off = h - wanted;
        const [gw, gb] = [2 * off * byW, 2 * off * byB];
        const size = Math.sqrt(gw * gw + gb * gb);
        path.set([w, b, off * off, size], 4 * (walker * records + record));
        const step = lr * Math.min(1, limit / Math.max(size, 1e-30));
        w -= step * gw;
        b -= step * gb;
      }
    }
  },
  bound: {
    absolute: 1e-4,
    relative: 1e-4,
    why: 'while |w| stays below 4 a state forgets its roundings, of 2⁻²² a step; a step of descent multiplies what is left by lr and by a curvature of a few units. Beyond, next to the cliff, no bound holds',
  },
  suite: { largest: { records: 3, lr: 0.5, limit: 2 } },
  edges: [
    {
      title: 'without weights the state is ½ and a step goes along the bias alone',
      dimensions: { walkers: 1, records: 2 },
      knobs: { lr: 1, limit: 100, horizon: 1, start: 0, wanted: 0 },
      buffers: { starts: [0, 0] },
      expected: { path: [0, 0, 0.25, 0.25, 0, -0.25, ...lossAt(-0.25)] },
    },
    {
      title: 'a gradient that is too long is clipped, and keeps its direction',
      dimensions: { walkers: 1, records: 2 },
      knobs: { lr: 1, limit: 0.05, horizon: 1, start: 0, wanted: 0 },
      buffers: { starts: [0, 0] },
      expected: { path: [0, 0, 0.25, 0.25, 0, -0.05, ...lossAt(-0.05)] },
    },
    {
      title: 'far away the unit is saturated and nothing moves',
      dimensions: { walkers: 1, records: 2 },
      knobs: { lr: 10, limit: 1, horizon: 20, start: 0.5, wanted: 0.75 },
      buffers: { starts: [1e6, 1e6] },
      expected: { path: [1e6, 1e6, 0.0625, 0, 1e6, 1e6, 0.0625, 0] },
    },
    {
      title: 'on the edge of the cliff a gradient that overflows is as large as it may be',
      dimensions: { walkers: 1, records: 1 },
      knobs: { lr: 1, limit: 1, horizon: 200, start: 0.5, wanted: 0 },
      buffers: { starts: [64, -32] },
    },
  ],
});
