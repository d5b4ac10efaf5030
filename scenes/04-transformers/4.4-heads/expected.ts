import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: {
    d_k: '64',
    flops_multi: '301989888',
    flops_single: '301989888',
    ratio: '1.000',
    gain: 'relations',
  },
  slips: {
    d_k: { '512': 'share the width', '4096': 'divide it' },
    flops_multi: {
      '33554432': 'scores and the mixing alone',
      '2415919104': 'full width',
      '37748736': 'one of the heads',
      '234881024': 'projected once more',
      '150994944': 'multiply-adds',
    },
    flops_single: { '33554432': 'scores and the mixing alone', '150994944': 'multiply-adds' },
    ratio: { '8': 'full width', '0.125': 'how many of them' },
  },
  variants: ['d_model=768&heads=8&n=32', 'd_model=192&heads=16&n=256', 'd_model=192&heads=8&n=64'],
};

export default expected;
