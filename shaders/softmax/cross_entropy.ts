import { kernel, spread } from '../../src/compute/kernel';
import wgsl from './cross_entropy.wgsl?raw';
import decay from './lib/decay.wgsl?raw';

/**
 * Log-softmax and cross-entropy in one: for each row of logits the loss −log p[target], and the
 * gradient with respect to the logits, (p − onehot(target))·scale; with scale = 1 / rows it is that
 * of the mean loss. `largest` and `log_sums` are what `log_sum_exp` (and its merge) made of the
 * rows. Targets are class numbers below `classes`; logits are finite. (Bishop, “Pattern Recognition
 * and Machine Learning”, 2006, section 4.3.4.)
 */
export default kernel({
  name: 'cross_entropy',
  dimensions: ['rows', 'classes'],
  knobs: { scale: { type: 'f32', min: 0, max: 1 } },
  reads: {
    logits: { shape: ['rows', 'classes'] },
    // Above every logit the suite draws, as a largest score and its sum have to be.
    largest: { shape: ['rows'], fill: (random) => 6 + random.uniform() },
    log_sums: { shape: ['rows'], fill: (random) => random.uniform() },
    targets: {
      shape: ['rows'],
      type: 'u32',
      fill: (random, { classes }) => Math.floor(classes * random.uniform()),
    },
  },
  writes: { losses: { shape: ['rows'] }, gradient: { shape: ['rows', 'classes'] } },
  variants: {
    direct: {
      wgsl: decay + wgsl,
      workgroups: ({ rows, classes }) => spread(rows * classes, 1024),
    },
  },
  cpu({ dimensions: { rows, classes }, knobs: { scale }, buffers }) {
    const { logits, largest, log_sums: logSums, targets, losses, gradient } = buffers;
    for (let row = 0; row < rows; row += 1) {
      const first = row * classes;
      for (let i = first; i < first + classes; i += 1) {
        gradient[i] = scale * Math.exp(logits[i] - largest[row] - logSums[row]);
      }
      const target = first + targets[row];
      losses[row] = logSums[row] - (logits[target] - largest[row]);
      gradient[target] -= scale;
    }
  },
  // As above, but p − 1 is formed before it is rounded to float32.
  fast({ dimensions: { rows, classes }, knobs: { scale }, buffers }) {
    const { logits, largest, log_sums: logSums, targets, losses, gradient } = buffers;
    for (let row = 0; row < rows; row += 1) {
      const first = row * classes;
      const shift = largest[row] + logSums[row];
      for (let i = first; i < first + classes; i += 1) {
        gradient[i] = scale * Math.exp(logits[i] - shift);
      }
      const target = first + targets[row];
      losses[row] = shift - logits[target];
      gradient[target] = scale * (Math.exp(logits[target] - shift) - 1);
    }
  },
  bound: {
    absolute: 2e-7,
    relative: 2e-5,
    why: 'WGSL gives exp to (3 + 2|x|)·2⁻²⁴, its argument rounded to 2⁻²⁴ of a few units; p − 1 loses what p has rounded at 1',
  },
  edges: [
    {
      title: 'two equal logits, however large, cost log 2',
      dimensions: { rows: 1, classes: 2 },
      knobs: { scale: 1 },
      buffers: { logits: [1000, 1000], largest: [1000], log_sums: [Math.LN2], targets: [1] },
      expected: { losses: [Math.LN2], gradient: [0.5, -0.5] },
    },
    {
      title: 'a target that has all the weight costs nothing and moves nothing',
      dimensions: { rows: 1, classes: 3 },
      knobs: { scale: 1 },
      buffers: { logits: [200, 0, -3e38], largest: [200], log_sums: [0], targets: [0] },
      expected: { losses: [0], gradient: [0, 0, 0] },
    },
    {
      title: 'a target without weight is pushed up as hard as can be',
      dimensions: { rows: 1, classes: 2 },
      knobs: { scale: 0.5 },
      buffers: { logits: [0, -300], largest: [0], log_sums: [0], targets: [1] },
      expected: { losses: [300], gradient: [0.5, -0.5] },
    },
    {
      title: 'each row has its own target',
      dimensions: { rows: 2, classes: 1 },
      knobs: { scale: 1 },
      buffers: { logits: [4, -4], largest: [4, -4], log_sums: [0, 0], targets: [0, 0] },
      expected: { losses: [0, 0], gradient: [0, 0] },
    },
  ],
});
