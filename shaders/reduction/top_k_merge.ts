import { kernel, spread } from '../../src/compute/kernel';
import wgsl from './top_k_merge.wgsl?raw';

/**
 * The k largest among candidates that carry labels, largest first; of equal scores the lowest label
 * comes first. It brings together what `top_k` found in the parts of a row: candidates = parts·k,
 * labels = positions. Scores are finite.
 */
export default kernel({
  name: 'top_k_merge',
  dimensions: ['rows', 'candidates', 'k'],
  reads: {
    scores: { shape: ['rows', 'candidates'] },
    labels: {
      shape: ['rows', 'candidates'],
      type: 'u32',
      fill: (random) => Math.floor(1e6 * random.uniform()),
    },
  },
  writes: {
    largest: { shape: ['rows', 'k'] },
    positions: { shape: ['rows', 'k'], type: 'u32' },
  },
  variants: { direct: { wgsl, workgroups: ({ rows }) => spread(rows, 64) } },
  check: ({ candidates, k }) =>
    k > candidates ? `k is ${k}; there are only ${candidates} candidates` : undefined,
  cpu({ dimensions: { rows, candidates, k }, buffers: { scores, labels, largest, positions } }) {
    for (let row = 0; row < rows; row += 1) {
      const own = Array.from({ length: candidates }, (_, c) => row * candidates + c);
      own.sort((a, b) => scores[b] - scores[a] || labels[a] - labels[b]);
      for (let j = 0; j < k; j += 1) {
        largest[row * k + j] = scores[own[j]];
        positions[row * k + j] = labels[own[j]];
      }
    }
  },
  bound: { absolute: 0, relative: 0, why: 'numbers are compared and moved, not computed' },
  suite: { largest: { rows: 65, k: 7 } },
  edges: [
    {
      title: 'of equal scores the lowest label comes first, wherever it stands',
      dimensions: { rows: 1, candidates: 4, k: 2 },
      buffers: { scores: [7, 7, 1, 7], labels: [30, 10, 5, 20] },
      expected: { largest: [7, 7], positions: [10, 20] },
    },
    {
      title: 'what two parts found becomes what the row has',
      dimensions: { rows: 1, candidates: 4, k: 2 },
      buffers: { scores: [5, 3, 4, 2], labels: [4, 2, 3, 1] },
      expected: { largest: [5, 4], positions: [4, 3] },
    },
    {
      title: 'each row keeps its own',
      dimensions: { rows: 2, candidates: 2, k: 1 },
      buffers: { scores: [-1, -2, -4, -3], labels: [8, 9, 6, 7] },
      expected: { largest: [-1, -3], positions: [8, 7] },
    },
  ],
});
