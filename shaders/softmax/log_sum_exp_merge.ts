import { kernel, spread } from '../../src/compute/kernel';
import decay from './lib/decay.wgsl?raw';
import wgsl from './log_sum_exp_merge.wgsl?raw';

/** The largest scores and logarithms of sums of the parts of each row, from `log_sum_exp`, as one. */
export default kernel({
  name: 'log_sum_exp_merge',
  dimensions: ['rows', 'parts'],
  reads: {
    part_largest: { shape: ['rows', 'parts'] },
    part_log_sums: { shape: ['rows', 'parts'], fill: (random) => 10 * random.uniform() },
  },
  writes: { largest: { shape: ['rows'] }, log_sums: { shape: ['rows'] } },
  variants: { serial: { wgsl: decay + wgsl, workgroups: ({ rows }) => spread(rows, 64) } },
  cpu({ dimensions: { rows, parts }, buffers }) {
    const { part_largest: tops, part_log_sums: sums } = buffers;
    for (let row = 0; row < rows; row += 1) {
      const first = row * parts;
      let top = tops[first];
      for (let i = first; i < first + parts; i += 1) top = Math.max(top, tops[i]);
      let sum = 0;
      for (let i = first; i < first + parts; i += 1) sum += Math.exp(tops[i] - top + sums[i]);
      buffers.largest[row] = top;
      buffers.log_sums[row] = Math.log(sum);
    }
  },
  bound: {
    absolute: 1e-5,
    relative: 1e-6,
    why: 'exponentials good to (3 + 2|x|)·2⁻²⁴ of their value and some hundred sums, under a logarithm',
  },
  edges: [
    {
      title: 'one part is the whole',
      dimensions: { rows: 1, parts: 1 },
      buffers: { part_largest: [-1e38], part_log_sums: [3] },
      expected: { largest: [Math.fround(-1e38)], log_sums: [3] },
    },
    {
      title: 'a part far below weighs nothing',
      dimensions: { rows: 1, parts: 3 },
      buffers: { part_largest: [-1.5e38, 1000, 1000], part_log_sums: [5, 0, 0] },
      expected: { largest: [1000], log_sums: [Math.LN2] },
    },
  ],
});
