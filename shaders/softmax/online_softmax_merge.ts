import { kernel, spread } from '../../src/compute/kernel';
import decay from './lib/decay.wgsl?raw';
import wgsl from './online_softmax_merge.wgsl?raw';

const LARGEST_FAN = 4096;

/**
 * Merges the registers (m, l) of neighbouring blocks, `fan` at a time: one level of the tree that
 * ends in the registers of the whole tape. m is the larger, l is rescaled to it. An l of 0 marks a
 * pair that saw no scores; its m does not count.
 */
export default kernel({
  name: 'online_softmax_merge',
  dimensions: ['count', 'fan'],
  reads: {
    m: { shape: ['count'] },
    l: { shape: ['count'], fill: (random) => (random.uniform() < 0.2 ? 0 : 1 + random.uniform()) },
  },
  writes: {
    merged_m: { shape: [({ count, fan }) => Math.ceil(count / fan)] },
    merged_l: { shape: [({ count, fan }) => Math.ceil(count / fan)] },
  },
  variants: {
    serial: {
      wgsl: decay + wgsl,
      workgroups: ({ count, fan }) => spread(Math.ceil(count / fan), 64),
    },
  },
  check: ({ fan }) =>
    fan > LARGEST_FAN
      ? `fan is ${fan}; at most ${LARGEST_FAN} pairs are merged at once`
      : undefined,
  cpu({ dimensions: { count, fan }, buffers: { m, l, merged_m, merged_l } }) {
    for (let group = 0; group * fan < count; group += 1) {
      const first = group * fan;
      let top = m[first];
      let sum = l[first];
      for (let i = first + 1; i < Math.min(first + fan, count); i += 1) {
        if (l[i] === 0) continue;
        const larger = sum === 0 ? m[i] : Math.max(top, m[i]);
        const kept = sum === 0 ? 0 : sum * Math.exp(top - larger);
        sum = kept + l[i] * Math.exp(m[i] - larger);
        top = larger;
      }
      merged_m[group] = top;
      merged_l[group] = sum;
    }
  },
  // The largest first, then the sum relative to it, in float32: nothing is ever rescaled.
  fast({ dimensions: { count, fan }, buffers: { m, l, merged_m, merged_l } }) {
    for (let group = 0; group * fan < count; group += 1) {
      const end = Math.min((group + 1) * fan, count);
      let top = -Infinity;
      for (let i = group * fan; i < end; i += 1) if (l[i] > 0 && m[i] > top) top = m[i];
      let sum = 0;
      for (let i = group * fan; i < end; i += 1) {
        if (l[i] === 0) continue;
        const decay = Math.fround(Math.exp(Math.fround(m[i] - top)));
        sum = Math.fround(sum + Math.fround(l[i] * decay));
      }
      // Pairs that saw no scores keep the first one's m, which does not count.
      merged_m[group] = sum === 0 ? m[group * fan] : top;
      merged_l[group] = sum;
    }
  },
  bound: {
    absolute: 1e-37,
    relative: 2e-5,
    why: 'as for one block: up to 4,096 rescalings, each rounded to 2⁻²⁴, and exp itself',
  },
  edges: [
    {
      title: 'merging the blocks 1 and 3 gives 3 and 1.135',
      dimensions: { count: 2, fan: 2 },
      buffers: { m: [1, 3], l: [1, 1] },
      expected: { merged_m: [3], merged_l: [1 + Math.exp(-2)] },
    },
    {
      title: 'empty pairs change nothing, whatever their m',
      dimensions: { count: 4, fan: 4 },
      buffers: { m: [3e38, 2, 3e38, 2], l: [0, 1.5, 0, 0.5] },
      expected: { merged_m: [2], merged_l: [2] },
    },
    {
      title: 'a last group that is not full holds what is left',
      dimensions: { count: 5, fan: 2 },
      buffers: { m: [0, 0, 0, 0, 7], l: [1, 2, 3, 4, 5] },
      expected: { merged_m: [0, 0, 7], merged_l: [3, 7, 5] },
    },
  ],
});
