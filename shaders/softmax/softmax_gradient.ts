import { kernel, spread } from '../../src/compute/kernel';
import wgsl from './softmax_gradient.wgsl?raw';

/**
 * The gradient of `softmax` with respect to its scores: p·(g − Σ p·g) in each row, with g what
 * arrives, `upstream`, and p the probabilities that `softmax` made. A score moves its share by how much
 * more arrives there than on average. (Bishop, “Pattern Recognition and Machine Learning”, 2006,
 * equation 4.106.)
 */
export default kernel({
  name: 'softmax_gradient',
  dimensions: ['rows', 'columns'],
  reads: {
    // Shares of about 1/columns, as those of a row are, though these need not sum to 1.
    probabilities: {
      shape: ['rows', 'columns'],
      fill: (random, { columns }) => (2 * random.uniform()) / columns,
    },
    upstream: { shape: ['rows', 'columns'] },
  },
  writes: { gradient: { shape: ['rows', 'columns'] } },
  division: () => ({ along: 'rows', buffers: ['probabilities', 'upstream', 'gradient'] }),
  variants: { rows: { wgsl, workgroups: ({ rows }) => spread(rows, 64) } },
  cpu({ dimensions: { rows, columns }, buffers: { probabilities, upstream, gradient } }) {
    for (let row = 0; row < rows; row += 1) {
      const first = row * columns;
      let expected = 0;
      for (let i = first; i < first + columns; i += 1) expected += probabilities[i] * upstream[i];
      for (let i = first; i < first + columns; i += 1) {
        gradient[i] = probabilities[i] * (upstream[i] - expected);
      }
    }
  },
  bound: {
    absolute: 5e-6,
    relative: 1e-6,
    why: 'a mean over some hundred products, each rounded to 2⁻²⁴ of a running sum of at most a few units, taken from what arrives and times a share of at most 2',
  },
  edges: [
    {
      title: 'what arrives everywhere alike moves nothing',
      dimensions: { rows: 1, columns: 4 },
      buffers: { probabilities: [0.5, 0.25, 0.125, 0.125], upstream: [3, 3, 3, 3] },
      expected: { gradient: [0, 0, 0, 0] },
    },
    {
      title: 'two equal shares are moved against each other',
      dimensions: { rows: 1, columns: 2 },
      buffers: { probabilities: [0.5, 0.5], upstream: [1, -1] },
      expected: { gradient: [0.5, -0.5] },
    },
    {
      title: 'a share of everything cannot be moved, nor can one of nothing',
      dimensions: { rows: 2, columns: 2 },
      buffers: { probabilities: [1, 0, 0, 1], upstream: [5, 100, -7, 2] },
      expected: { gradient: [0, 0, 0, 0] },
    },
  ],
});
