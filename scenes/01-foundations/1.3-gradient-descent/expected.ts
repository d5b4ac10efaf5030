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
    w1: ['0.3', '-0.6'],
    w2: ['1.2', '0.57', '-1.32'],
    w3: ['1.8', '0.813', '-2.184'],
    multiplier: ['0.9', '0.2', '1.2'],
    fixed_point: ['0', '1.464'],
  },
  variants: ['c=-4&w0=-6&lr=0.7', 'c=-7&w0=-4&lr=0.6', 'c=-1&w0=4&lr=0.15'],
};

export default expected;
