import { kernel, spread, type CpuCall } from '../src/compute/kernel';
import wgsl from './rnn_step_back.wgsl?raw';

/** A shorter vector counts as this long: its square is still a normal float32. */
const SHORTEST = 1e-18;

/** Units are taken in turn, each adding its row of weights to the whole vector. */
function byRows({ dimensions, knobs, buffers }: CpuCall): void {
  const { networks, radii, hidden, steps } = dimensions;
  const { weights, radius, states, vectors, carried, log_norms } = buffers;
  const row = (knobs.step % steps) * networks * radii;
  const sum = new Float64Array(hidden);
  for (let each = 0; each < networks * radii; each += 1) {
    const first = each * hidden;
    const matrix = Math.floor(each / radii) * hidden * hidden;
    let squares = 0;
    sum.fill(0);
    for (let unit = 0; unit < hidden; unit += 1) {
      const v = vectors[first + unit];
      const h = states[first + unit];
      squares += v * v;
      const slope = (1 - h) * (1 + h) * v;
      const at = matrix + unit * hidden;
      for (let source = 0; source < hidden; source += 1)
        sum[source] += weights[at + source] * slope;
    }
    const norm = Math.max(Math.sqrt(squares), SHORTEST);
    const gain = radius[each % radii] / (Math.sqrt(hidden) * norm);
    for (let source = 0; source < hidden; source += 1) carried[first + source] = gain * sum[source];
    log_norms[row + each] = Math.log(norm);
  }
}

/**
 * One step back through the networks of `rnn_step`, for one vector each: v′ = Wᵀ·diag(1 − h²)·v/‖v‖.
 * Dividing by the norm that the step before left behind keeps the numbers in range however long the
 * way; its logarithm is kept in row `step` (modulo `steps`) of `log_norms`, so that the logarithms of
 * the rows so far add up to that of the true norm. Here weights lie unit by unit,
 * weights[network][unit][source]. A vector shorter than 10⁻¹⁸ counts as that long.
 */
export default kernel({
  name: 'rnn_step_back',
  dimensions: ['networks', 'radii', 'hidden', 'steps'],
  knobs: { step: { type: 'u32', min: 0, max: 4095 } },
  reads: {
    weights: { shape: ['networks', 'hidden', 'hidden'] },
    radius: { shape: ['radii'], fill: (random) => 2 * random.uniform() },
    states: { shape: ['networks', 'radii', 'hidden'], fill: (random) => 2 * random.uniform() - 1 },
    vectors: { shape: ['networks', 'radii', 'hidden'] },
  },
  updates: { log_norms: { shape: ['steps', 'networks', 'radii'] } },
  writes: { carried: { shape: ['networks', 'radii', 'hidden'] } },
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
    for (let network = 0; network < networks; network += 1) {
      for (let r = 0; r < radii; r += 1) {
        const first = (network * radii + r) * hidden;
        let squares = 0;
        for (let unit = 0; unit < hidden; unit += 1) squares += vectors[first + unit] ** 2;
        const norm = Math.max(Math.sqrt(squares), SHORTEST);
        for (let source = 0; source < hidden; source += 1) {
          let sum = 0;
          for (let unit = 0; unit < hidden; unit += 1) {
            const slope = 1 - states[first + unit] ** 2;
            sum +=
              weights[(network * hidden + unit) * hidden + source] * slope * vectors[first + unit];
          }
          carried[first + source] = ((radius[r] / Math.sqrt(hidden)) * sum) / norm;
        }
        log_norms[((step % steps) * networks + network) * radii + r] = Math.log(norm);
      }
    }
  },
  fast: byRows,
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
      buffers: { weights: [1, 2, 3, 4], radius: [1], states: [1, -1], vectors: [3, 4] },
      expected: { carried: [0, 0], log_norms: [Math.log(5)] },
    },
    {
      title: 'a vector of zeros stays one, and counts as 10⁻¹⁸ long',
      dimensions: { networks: 1, radii: 1, hidden: 2, steps: 1 },
      knobs: { step: 0 },
      buffers: { weights: [1, 2, 3, 4], radius: [1], states: [0, 0], vectors: [0, 0] },
      expected: { carried: [0, 0], log_norms: [Math.log(1e-18)] },
    },
    {
      title: 'a weight leads back from its unit to its source',
      dimensions: { networks: 1, radii: 1, hidden: 2, steps: 1 },
      knobs: { step: 0 },
      buffers: { weights: [0, 1, 0, 0], radius: [Math.SQRT2], states: [0, 0], vectors: [2, 0] },
      expected: { carried: [0, 1], log_norms: [Math.log(2)] },
    },
    {
      title: 'the record goes round: step 5 of 2 rows is written into row 1, and row 0 stays',
      dimensions: { networks: 1, radii: 1, hidden: 1, steps: 2 },
      knobs: { step: 5 },
      buffers: { weights: [1], radius: [1], states: [0], vectors: [1], log_norms: [7, 8] },
      expected: { carried: [1], log_norms: [7, 0] },
    },
  ],
});
