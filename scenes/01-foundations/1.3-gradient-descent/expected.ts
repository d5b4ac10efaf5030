import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: {
    w1: '0.600',
    w2: '1.080',
    w3: '1.464',
    multiplier: '0.800',
    fixed_point: '3.000',
    regime: 'converges',
  },
  slips: {
    w1: {
      '0.3': 'factor 2',
      '-0.6': 'uphill',
    },
    w2: {
      '1.2': 'first slope',
      '0.57': 'factor 2',
      '-1.32': 'uphill',
    },
    w3: {
      '1.8': 'first slope',
      '0.813': 'factor 2',
      '-2.184': 'uphill',
    },
    multiplier: {
      '0.9': 'factor 2',
      '0.2': 'what it leaves',
      '1.2': 'its sign',
    },
    fixed_point: {
      '0': 'where the run begins',
      '1.464': 'how far these steps come',
    },
    regime: { oscillates: 'crosses' },
  },
  variants: ['c=-4&w0=-6&lr=0.7', 'c=-7&w0=-4&lr=0.6', 'c=-1&w0=4&lr=0.15'],
};

export default expected;
