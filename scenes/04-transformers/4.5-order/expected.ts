import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: { equivariant: 'yes', max_difference: '0', why: 'set' },
  slips: {
    equivariant: { stay: 'so does its query', no: 'order its terms', equal: 'of their own' },
    why: { parallel: 'which is which', far: 'trouble of the RNN', softmax: 'know of positions' },
  },
  variants: [
    'tokens=Ann calls Bob again&order=2,1,3,0&positions=none',
    'tokens=Ann calls Bob again&order=2,3,1,0&positions=rope',
    'tokens=cats chase mice&order=2,1,0&positions=none',
  ],
};

export default expected;
