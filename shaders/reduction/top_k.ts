import { kernel, spread } from '../../src/compute/kernel';
import wgsl from './top_k.wgsl?raw';

/**
 * The k largest scores of each row and their positions in it, largest first; of equal ones the lowest
 * position comes first. With k = 1 these are maximum and argmax. Long rows are taken in `parts`
 * interleaved parts, each with k of its own, which `top_k_merge` brings together. Scores are
 * finite.
 */
export default kernel({
  name: 'top_k',
  dimensions: ['rows', 'length', 'parts', 'k'],
  reads: { scores: { shape: ['rows', 'length'] } },
  writes: {
    largest: { shape: ['rows', 'parts', 'k'] },
    positions: { shape: ['rows', 'parts', 'k'], type: 'u32' },
  },
  variants: {
    direct: { wgsl, workgroups: ({ rows, parts }) => spread(rows * parts, 64) },
  },
  check: ({ length, parts, k }) =>
    k * parts > length
      ? `k is ${k}; ${parts} parts of a row of ${length} have ${Math.floor(length / parts)} each`
      : undefined,
  cpu({ dimensions: { rows, length, parts, k }, buffers: { scores, largest, positions } }) {
    for (let i = 0; i < rows * parts; i += 1) {
      const row = Math.floor(i / parts) * length;
      const own: number[] = [];
      for (let position = i % parts; position < length; position += parts) own.push(position);
      // Sorting is stable: the lowest of equal scores' positions stays first.
      own.sort((a, b) => scores[row + b] - scores[row + a]);
      for (let j = 0; j < k; j += 1) {
        largest[i * k + j] = scores[row + own[j]];
        positions[i * k + j] = own[j];
      }
    }
  },
  fast({ dimensions: { rows, length, parts, k }, buffers: { scores, largest, positions } }) {
    for (let i = 0; i < rows * parts; i += 1) {
      const row = Math.floor(i / parts) * length;
      const first = i * k;
      let found = 0;
      let last = 0;
      for (let position = i % parts; position < length; position += parts) {
        const score = scores[row + position];
        if (found === k && score <= last) continue;
        found = Math.min(found + 1, k);
        let at = first + found - 1;
        for (; at > first && largest[at - 1] < score; at -= 1) {
          largest[at] = largest[at - 1];
          positions[at] = positions[at - 1];
        }
        largest[at] = score;
        positions[at] = position;
        last = largest[first + found - 1];
      }
    }
  },
  bound: { absolute: 0, relative: 0, why: 'numbers are compared and moved, not computed' },
  suite: { largest: { rows: 3, k: 7 } },
  edges: [
    {
      title: 'of equal scores the lowest position comes first',
      dimensions: { rows: 1, length: 5, parts: 1, k: 3 },
      buffers: { scores: [1, 7, 3, 7, 7] },
      expected: { largest: [7, 7, 7], positions: [1, 3, 4] },
    },
    {
      title: 'with k = 1 it is the maximum and its position, row by row',
      dimensions: { rows: 2, length: 3, parts: 1, k: 1 },
      buffers: { scores: [-3, -1, -2, 5, 5, 5] },
      expected: { largest: [-1, 5], positions: [1, 0] },
    },
    {
      title: 'parts are interleaved, each with its own',
      dimensions: { rows: 1, length: 5, parts: 2, k: 2 },
      buffers: { scores: [1, 2, 3, 4, 5] },
      expected: { largest: [5, 3, 4, 2], positions: [4, 2, 3, 1] },
    },
    {
      title: 'as many as there are is a sorted row',
      dimensions: { rows: 1, length: 4, parts: 1, k: 4 },
      buffers: { scores: [2, -1e38, 1e38, 0] },
      expected: {
        largest: [Math.fround(1e38), 2, 0, Math.fround(-1e38)],
        positions: [2, 0, 3, 1],
      },
    },
  ],
});
