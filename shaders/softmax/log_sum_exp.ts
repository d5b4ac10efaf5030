import { kernel, spread, type CpuCall } from '../../src/compute/kernel';
import decay from './lib/decay.wgsl?raw';
import { partsFit } from '../lib/parts';
import wgsl from './log_sum_exp.wgsl?raw';

/** Two passes over each part: its largest, then the exponentials. */
function twoPasses({ dimensions: { rows, length, parts }, buffers }: CpuCall): void {
  const { scores, largest, log_sums: logSums } = buffers;
  for (let i = 0; i < rows * parts; i += 1) {
    const row = Math.floor(i / parts) * length;
    const first = row + (i % parts);
    const end = row + length;
    let top = scores[first];
    for (let at = first; at < end; at += parts) if (scores[at] > top) top = scores[at];
    let sum = 0;
    for (let at = first; at < end; at += parts) sum += Math.exp(scores[at] - top);
    largest[i] = top;
    logSums[i] = Math.log(sum);
  }
}

/**
 * The logarithm of Σ e^score of each row, as two numbers, so that large scores cost no digits: the
 * largest score m, and log Σ e^(score − m). Rows are taken in `parts` interleaved parts, which
 * `log_sum_exp_merge` brings together. Scores are finite, at most 1.7e38 in size.
 */
export default kernel({
  name: 'log_sum_exp',
  dimensions: ['rows', 'length', 'parts'],
  reads: { scores: { shape: ['rows', 'length'] } },
  writes: { largest: { shape: ['rows', 'parts'] }, log_sums: { shape: ['rows', 'parts'] } },
  variants: {
    online: { wgsl: decay + wgsl, workgroups: ({ rows, parts }) => spread(rows * parts, 64) },
  },
  check: partsFit,
  cpu: twoPasses,
  bound: {
    absolute: 1e-5,
    relative: 1e-6,
    why: 'the sum is good to 1e-5 of its value: exp to (3 + 2|x|)·2⁻²⁴ where it matters, roundings of thousands of terms growing like their root; log turns that into an absolute error',
  },
  suite: { largest: { parts: 7 } },
  edges: [
    {
      title: 'one score is its own logarithm of a sum',
      dimensions: { rows: 1, length: 1, parts: 1 },
      buffers: { scores: [5] },
      expected: { largest: [5], log_sums: [0] },
    },
    {
      title: 'scores whose exponentials overflow keep their digits',
      dimensions: { rows: 1, length: 3, parts: 1 },
      buffers: { scores: [1000, 1000, -1000] },
      expected: { largest: [1000], log_sums: [Math.LN2] },
    },
    {
      title: 'a sum whose terms all underflow keeps its logarithm',
      dimensions: { rows: 2, length: 2, parts: 1 },
      buffers: { scores: [-1000, -1000, -1.5e38, 1.5e38] },
      expected: { largest: [-1000, Math.fround(1.5e38)], log_sums: [Math.LN2, 0] },
    },
    {
      title: 'parts are interleaved',
      dimensions: { rows: 1, length: 5, parts: 2 },
      buffers: { scores: [1, 7, 1, 7, 1] },
      expected: { largest: [1, 7], log_sums: [Math.log(3), Math.LN2] },
    },
  ],
});
