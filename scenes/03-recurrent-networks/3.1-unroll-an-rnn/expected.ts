import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: { h1: '0.537', h2: '0.910', y: '1.321' },
  slips: {
    h1: { '0.6': 'the sum itself', '0.646': 'sigmoid', '0.462': 'bias' },
    h2: {
      '1.58': 'the sum itself',
      '0.800': 'state before is missing',
      '0.834': 'sigmoid',
    },
    y: {
      '2.660': 'the sum itself',
      '1.101': 'state before is missing',
      '1.169': 'sigmoid',
      '0.867': 'read off linearly',
      '0.574': 'first state',
    },
  },
  variants: [
    'w_xh=-0.3&w_hh=1.2&b_h=0.2&w_hy=-3&b_y=-1&h0=0&x=-2,1,2',
    'w_xh=0.4&w_hh=-0.5&b_h=0.2&w_hy=-3&b_y=-1&h0=0&x=1.5,-1',
    'w_xh=-0.4&w_hh=-0.5&b_h=-0.4&w_hy=2&b_y=1.5&h0=-0.5&x=2,-1',
  ],
};

export default expected;
