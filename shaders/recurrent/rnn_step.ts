import { kernel, spread, type CpuCall } from '../../src/compute/kernel';
import { strideOf } from './lib/stride';
import wgsl from './rnn_step.wgsl?raw';
import activation from '../lib/activation.wgsl?raw';

/** Sources are taken in turn, four radii at once: each weight read serves four rows of states. */
function byQuadruples({ dimensions, knobs, buffers }: CpuCall): void {
  const { networks, radii, hidden } = dimensions;
  const { weights, radius, states, inputs, next } = buffers;
  const stride = strideOf(hidden);
  const sums = [0, 1, 2, 3].map(() => new Float64Array(hidden));
  const [a, b, c, d] = sums;
  for (let network = 0; network < networks; network += 1) {
    for (let first = 0; first < radii; first += 4) {
      const count = Math.min(4, radii - first);
      const rows = sums.map((_, k) => (network * radii + first + Math.min(k, count - 1)) * stride);
      for (const sum of sums) sum.fill(0);
      for (let source = 0; source < hidden; source += 1) {
        const ha = states[rows[0] + source];
        const hb = states[rows[1] + source];
        const hc = states[rows[2] + source];
        const hd = states[rows[3] + source];
        const row = (network * stride + source) * stride;
        for (let unit = 0; unit < hidden; unit += 1) {
          const weight = weights[row + unit];
          a[unit] += weight * ha;
          b[unit] += weight * hb;
          c[unit] += weight * hc;
          d[unit] += weight * hd;
        }
      }
      for (let k = 0; k < count; k += 1) {
        const gain = radius[first + k] / Math.sqrt(hidden);
        next.fill(0, rows[k] + hidden, rows[k] + stride);
        for (let unit = 0; unit < hidden; unit += 1) {
          const input = knobs.noise * inputs[network * stride + unit];
          next[rows[k] + unit] = Math.tanh(gain * sums[k][unit] + input);
        }
      }
    }
  }
}

/**
 * One step of many tanh networks at once, each at many spectral radii:
 * h′ = tanh(W·h + noise·input) with W = radius·G/√hidden. For a G of standard normals the circular
 * law (Girko, 1985) puts the eigenvalues of G/√hidden into the unit disc, so that `radius` is the
 * spectral radius of W when the network is large. All radii share a G, so that a weight that is
 * loaded serves them all; `rnn`, one network over many steps in one call, would need a matrix each. Weights lie source by source,
 * weights[network][source][unit]; one input drives a network at all its radii. Rows are padded to
 * quadruples (lib/stride.ts): what stands in the padding is not used, what is written there is 0.
 */
export default kernel({
  name: 'rnn_step',
  dimensions: ['networks', 'radii', 'hidden'],
  knobs: { noise: { type: 'f32', min: 0, max: 2 } },
  reads: {
    weights: {
      shape: ['networks', ({ hidden }) => strideOf(hidden), ({ hidden }) => strideOf(hidden)],
    },
    radius: { shape: ['radii'], fill: (random) => 2 * random.uniform() },
    states: {
      shape: ['networks', 'radii', ({ hidden }) => strideOf(hidden)],
      fill: (random) => 2 * random.uniform() - 1,
    },
    inputs: { shape: ['networks', ({ hidden }) => strideOf(hidden)] },
  },
  writes: { next: { shape: ['networks', 'radii', ({ hidden }) => strideOf(hidden)] } },
  variants: {
    tiled: {
      wgsl: activation + wgsl,
      workgroups: ({ networks, radii, hidden }) =>
        spread(networks * Math.ceil(radii / 4) * Math.ceil(hidden / 4), 64),
    },
  },
  check: ({ hidden }) =>
    hidden > 1024 ? `hidden is ${hidden}; a network has at most 1024 units` : undefined,
  cpu({ dimensions: { networks, radii, hidden }, knobs: { noise }, buffers }) {
    const { weights, radius, states, inputs, next } = buffers;
    const stride = strideOf(hidden);
    for (let network = 0; network < networks; network += 1) {
      for (let r = 0; r < radii; r += 1) {
        const row = (network * radii + r) * stride;
        next.fill(0, row, row + stride);
        for (let unit = 0; unit < hidden; unit += 1) {
          let sum = 0;
          for (let source = 0; source < hidden; source += 1) {
            sum += weights[(network * stride + source) * stride + unit] * states[row + source];
          }
          const input = noise * inputs[network * stride + unit];
          next[row + unit] = Math.tanh((radius[r] / Math.sqrt(hidden)) * sum + input);
        }
      }
    }
  },
  fast: byQuadruples,
  bound: {
    absolute: 1e-5,
    relative: 1e-5,
    why: 'a sum of up to 1,024 products, each rounded to 2⁻²⁴ of a total of a few units, and a tanh good to a few units of 2⁻²²',
  },
  edges: [
    {
      title: 'without weights a network says tanh of its input, and nothing in the padding',
      dimensions: { networks: 1, radii: 1, hidden: 2 },
      knobs: { noise: 1 },
      buffers: {
        weights: new Array<number>(16).fill(0),
        radius: [1],
        states: [1, 1, 7, 7],
        inputs: [0.5, -2, 7, 7],
      },
      expected: { next: [Math.tanh(0.5), Math.tanh(-2), 0, 0] },
    },
    {
      title: 'a weight leads from its source to its unit, not back',
      dimensions: { networks: 1, radii: 1, hidden: 4 },
      knobs: { noise: 0 },
      buffers: {
        weights: [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        radius: [2],
        states: [0.5, 0.25, 0, 0],
      },
      expected: { next: [0, Math.tanh(0.5), 0, 0] },
    },
    {
      title: 'sums that saturate tanh end at 1 and −1',
      dimensions: { networks: 1, radii: 1, hidden: 4 },
      knobs: { noise: 2 },
      buffers: { radius: [0], inputs: [900, -900, 0, 0] },
      expected: { next: [1, -1, 0, 0] },
    },
  ],
});
