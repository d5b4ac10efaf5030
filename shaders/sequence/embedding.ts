import { kernel, spread } from '../../src/compute/kernel';
import gather from './embedding.wgsl?raw';
import vec4 from './embedding.vec4.wgsl?raw';

/**
 * Looks rows up in a table: embedded[position] = table[tokens[position]], `width` numbers each. A
 * token that is not below `vocabulary` gives a row of zeros.
 */
export default kernel({
  name: 'embedding',
  dimensions: ['positions', 'vocabulary', 'width'],
  reads: {
    tokens: {
      shape: ['positions'],
      type: 'u32',
      fill: (random, { vocabulary }) => Math.floor(vocabulary * random.uniform()),
    },
    table: { shape: ['vocabulary', 'width'] },
  },
  writes: { embedded: { shape: ['positions', 'width'] } },
  variants: {
    vec4: {
      wgsl: vec4,
      workgroups: ({ positions, width }) => spread((positions * width) / 4, 512),
      fits: ({ width }) => width % 4 === 0,
    },
    gather: {
      wgsl: gather,
      workgroups: ({ positions, width }) => spread(positions * width, 512),
    },
  },
  cpu({ dimensions: { positions, vocabulary, width }, buffers: { tokens, table, embedded } }) {
    for (let position = 0; position < positions; position += 1) {
      const token = tokens[position];
      const to = position * width;
      if (token < vocabulary) embedded.set(table.subarray(token * width, (token + 1) * width), to);
      else embedded.fill(0, to, to + width);
    }
  },
  bound: { absolute: 0, relative: 0, why: 'numbers are moved, not computed' },
  edges: [
    {
      title: 'tokens may repeat, in any order',
      dimensions: { positions: 3, vocabulary: 2, width: 2 },
      buffers: { tokens: [1, 0, 1], table: [1, 2, 3, 4] },
      expected: { embedded: [3, 4, 1, 2, 3, 4] },
    },
    {
      title: 'a token past the vocabulary gives zeros',
      dimensions: { positions: 2, vocabulary: 1, width: 1 },
      buffers: { tokens: [0xffffffff, 0], table: [5] },
      expected: { embedded: [0, 5] },
    },
  ],
});
