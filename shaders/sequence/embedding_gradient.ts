import { kernel, spread } from '../../src/compute/kernel';
import wgsl from './embedding_gradient.wgsl?raw';

/**
 * The gradient of `embedding` with respect to its table: for each token the sum of `upstream` over
 * the positions that looked it up, in their order, so that every run gives the same. It is gathered
 * entry by entry, at a cost of vocabulary·width·positions / 8 comparisons on a graphics card: meant
 * for vocabularies of characters and small words. A token past the vocabulary adds nothing.
 */
export default kernel({
  name: 'embedding_gradient',
  dimensions: ['positions', 'vocabulary', 'width'],
  reads: {
    tokens: {
      shape: ['positions'],
      type: 'u32',
      fill: (random, { vocabulary }) => Math.floor(vocabulary * random.uniform()),
    },
    upstream: { shape: ['positions', 'width'] },
  },
  writes: { gradient: { shape: ['vocabulary', 'width'] } },
  variants: {
    gather: {
      wgsl,
      workgroups: ({ vocabulary, width }) => spread(vocabulary * Math.ceil(width / 8), 64),
    },
  },
  cpu({ dimensions: { positions, vocabulary, width }, buffers: { tokens, upstream, gradient } }) {
    const sums = new Float64Array(vocabulary * width);
    for (let position = 0; position < positions; position += 1) {
      const row = tokens[position] * width;
      if (tokens[position] >= vocabulary) continue;
      for (let i = 0; i < width; i += 1) sums[row + i] += upstream[position * width + i];
    }
    gradient.set(sums);
  },
  bound: {
    absolute: 2e-5,
    relative: 1e-5,
    why: 'a sum over some hundred positions, each rounded to 2⁻²⁴ of the running sum',
  },
  edges: [
    {
      title: 'a token that was looked up twice gets both gradients, one that was not gets 0',
      dimensions: { positions: 3, vocabulary: 3, width: 2 },
      buffers: { tokens: [2, 0, 2], upstream: [1, 2, 3, 4, 10, 20] },
      expected: { gradient: [3, 4, 0, 0, 11, 22] },
    },
    {
      title: 'a token past the vocabulary adds nothing',
      dimensions: { positions: 2, vocabulary: 1, width: 1 },
      buffers: { tokens: [7, 0], upstream: [100, 1] },
      expected: { gradient: [1] },
    },
  ],
});
