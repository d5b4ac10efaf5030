import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: { z: '0.800', a: '0.690' },
  slips: {
    z: {
      '0.70': 'bias',
      '1.40': 'sign of a weight',
      '0.00': 'wrong inputs',
      '0.321': 'comes last',
    },
    a: {
      '0.668': 'bias',
      '0.802': 'sign of a weight',
      '0.310': 'exponent',
      '0.50': 'wrong inputs',
      '0.80': 'still the pre-activation',
    },
  },
  variants: [
    'w=-0.1,-0.9,0.5&x=3,-3,-2&b=-0.1&activation=relu',
    'w=-0.2,0.4,-0.5&x=3,-1,1&b=0.4&activation=sigmoid',
    'w=-0.9,-0.2&x=-1,3&b=0.3&activation=relu',
  ],
};

export default expected;
