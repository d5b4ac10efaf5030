import { kernel, spread, type CpuCall } from '../../src/compute/kernel';
import { strideOf } from './lib/stride';
import wgsl from './rnn_step_back.wgsl?raw';

/** A shorter vector counts as this long: its square is still a normal float32. */
const SHORTEST = 1e-18;

/** Units are taken in turn, four radii at once: each weight read serves four vectors. */
function byQuadruples({ dimensions, knobs, buffers }: CpuCall): void {
  const { networks, radii, hidden, steps } = dimensions;
  const { weights, radius, states, vectors, carried, log_norms } = buffers;
  const stride = strideOf(hidden);
  const told = (knobs.step % steps) * networks * radii;
  const sums = [0, 1, 2, 3].map(() => new Float64Array(hidden));
  const [a, b, c, d] = sums;
  const squares = new Float64Array(4);
  const passed = new Float64Array(4);
  for (let network = 0; network < networks; network += 1) {
    for (let first = 0; first < radii; first += 4) {
      const count = Math.min(4, radii - first);
      const rows = sums.map((_, k) => (network * radii + first + Math.min(k, count - 1)) * stride);
      for (const sum of sums) sum.fill(0);
      squares.fill(0);
      for (let unit = 0; unit < hidden; unit += 1) {
        for (let k = 0; k < 4; k += 1) {
          const v = vectors[rows[k] + unit];
          const h = states[rows[k] + unit];
          squares[k] += v * v;
          passed[k] = (1 - h) * (1 + h) * v;
        }
        const [va, vb, vc, vd] = passed;
        const row = (network * stride + unit) * stride;
        for (let source = 0; source < hidden; source += 1) {
          const weight = weights[row + source];
          a[source] += weight * va;
          b[source] += weight * vb;
          c[source] += weight * vc;
          d[source] += weight * vd;
        }
      }
      for (let k = 0; k < count; k += 1) {
        const norm = Math.max(Math.sqrt(squares[k]), SHORTEST);
        const gain = radius[first + k] / (Math.sqrt(hidden) * norm);
        carried.fill(0, rows[k] + hidden, rows[k] + stride);
        for (let source = 0; source < hidden; source += 1) {
          carried[rows[k] + source] = gain * sums[k][source];
        }
        log_norms[told + network * radii + first + k] = Math.log(norm);
      }
    }
  }
}

/**
 * One step back through the networks of `rnn_step`, for one vector each: v′ = Wᵀ·diag(1 − h²)·v/‖v‖,
 * h being the state that the step led to. Dividing by the norm that the step before left behind
 * keeps the numbers in range however long the way; its logarithm goes to row `step` (modulo
 * `steps`) of `log_norms`, so that the logarithms of the rows so far add up to that of the true
 * norm. `rnn_gradient` does not rescale: at a radius of 0.1 its numbers would sink below float32
 * within forty steps. Here weights lie unit by unit, weights[network][unit][source]. A vector shorter
 * than 10⁻¹⁸ counts as that long. Rows are padded as in `rnn_step`.
 */
export default kernel({
  name: 'rnn_step_back',
  dimensions: ['networks', 'radii', 'hidden', 'steps'],
  knobs: { step: { type: 'u32', min: 0, max: 4095 } },
  reads: {
    weights: {
      shape: ['networks', ({ hidden }) => strideOf(hidden), ({ hidden }) => strideOf(hidden)],
    },
    radius: { shape: ['radii'], fill: (random) => 2 * random.uniform() },
    states: {
      shape: ['networks', 'radii', ({ hidden }) => strideOf(hidden)],
      fill: (random) => 2 * random.uniform() - 1,
    },
    vectors: { shape: ['networks', 'radii', ({ hidden }) => strideOf(hidden)] },
  },
  updates: { log_norms: { shape: ['steps', 'networks', 'radii'] } },
  writes: { carried: { shape: ['networks', 'radii', ({ hidden }) => strideOf(hidden)] } },
  variants: {
    tiled: {
      wgsl,
      workgroups: ({ networks, radii, hidden }) =>
        spread(networks * Math.ceil(radii / 4) * Math.ceil(hidden / 4), 64),
    },
  },
  check: ({ hidden }) =>
    hidden > 1024 ? `hidden is ${hidden}; a network has at most 1024 units` : undefined,
  cpu({ dimensions: { networks, radii, hidden, steps }, knobs: { step }, buffers }) {
    const { weights, radius, states, vectors, carried, log_norms } = buffers;
    const stride = strideOf(hidden);
    for (let network = 0; network < networks; network += 1) {
      for (let r = 0; r < radii; r += 1) {
        const row = (network * radii + r) * stride;
        let squares = 0;
        for (let unit = 0; unit < hidden; unit += 1) squares += vectors[row + unit] ** 2;
        const norm = Math.max(Math.sqrt(squares), SHORTEST);
        carried.fill(0, row, row + stride);
        for (let source = 0; source < hidden; source += 1) {
          let sum = 0;
          for (let unit = 0; unit < hidden; unit += 1) {
            const passed = (1 - states[row + unit] ** 2) * vectors[row + unit];
            sum += weights[(network * stride + unit) * stride + source] * passed;
          }
          carried[row + source] = ((radius[r] / Math.sqrt(hidden)) * sum) / norm;
        }
        log_norms[((step % steps) * networks + network) * radii + r] = Math.log(norm);
      }
    }
  },
  fast: byQuadruples,
  bound: {
    absolute: 1e-5,
    relative: 1e-5,
    why: 'a sum of up to 1,024 products with a vector of length 1, each rounded to 2⁻²⁴, times at most 2; the logarithm is good to 2⁻²¹',
  },
  suite: { largest: { steps: 7 } },
  edges: [
    {
      title: 'where tanh is flat nothing is carried back, and the length that came is still told',
      dimensions: { networks: 1, radii: 1, hidden: 2, steps: 1 },
      knobs: { step: 0 },
      buffers: { radius: [1], states: [1, -1, 0, 0], vectors: [3, 4, 7, 7] },
      expected: { carried: [0, 0, 0, 0], log_norms: [Math.log(5)] },
    },
    {
      title: 'a vector of zeros stays one, and counts as 10⁻¹⁸ long',
      dimensions: { networks: 1, radii: 1, hidden: 4, steps: 1 },
      knobs: { step: 0 },
      buffers: { radius: [1], states: [0, 0, 0, 0], vectors: [0, 0, 0, 0] },
      expected: { carried: [0, 0, 0, 0], log_norms: [Math.log(SHORTEST)] },
    },
    {
      title: 'a weight leads back from its unit to its source',
      dimensions: { networks: 1, radii: 1, hidden: 4, steps: 1 },
      knobs: { step: 0 },
      buffers: {
        weights: [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        radius: [2],
        states: [0, 0, 0, 0],
        vectors: [2, 0, 0, 0],
      },
      expected: { carried: [0, 1, 0, 0], log_norms: [Math.log(2)] },
    },
    {
      title: 'the record goes round: step 5 of 2 rows is written into row 1, and row 0 stays',
      dimensions: { networks: 1, radii: 1, hidden: 1, steps: 2 },
      knobs: { step: 5 },
      buffers: {
        weights: new Array<number>(16).fill(1),
        radius: [1],
        states: [0, 0, 0, 0],
        vectors: [1, 0, 0, 0],
        log_norms: [7, 8],
      },
      expected: { carried: [1, 0, 0, 0], log_norms: [7, 0] },
    },
  ],
});
