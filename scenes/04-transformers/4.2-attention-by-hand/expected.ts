import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: {
    scores: '1.000, 0.000; 0.000, 2.000',
    scaled: '0.707, 0.000; 0.000, 1.414',
    weights: '0.670, 0.330; 0.196, 0.804',
    out: '1.660, 2.660; 2.609, 3.609',
  },
  slips: {
    weights: {
      '0.731,0.269;0.119,0.881': 'unscaled',
      '0.622,0.378;0.269,0.731': 'divided by $d_k$',
      '0.670,0.196;0.330,0.804': 'down the columns',
    },
    out: {
      '1.538,2.538;2.762,3.762': 'unscaled',
      '1.755,2.755;2.462,3.462': 'divided by $d_k$',
      '1.256,2.122;2.744,3.878': 'down the columns',
    },
  },
  variants: [
    'Q=1,2;-1,0&K=1,-1;0,1&V=1,3;2,-1&causal=false',
    'Q=1,0;1,2&K=-1,1;2,-1&V=-1,2;-2,-2&causal=false',
    'Q=1,1;-1,1&K=1,1;2,-1&V=-1,3;4,4&causal=false',
  ],
};

export default expected;
