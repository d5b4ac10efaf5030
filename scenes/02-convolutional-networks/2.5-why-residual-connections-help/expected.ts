import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: {
    backward: 'added',
    grad_plain: '0',
    grad_residual: '1.000',
    plain_after: '0',
    residual_after: '1',
  },
  slips: {
    backward: { multiplied: 'were multiplied', plain: 'without a skip', shifted: 'was added' },
    grad_plain: { '1': 'was added' },
    grad_residual: { '0': 'skip is missing' },
    residual_after: { '20': 'times the depth', '0': 'without skips' },
  },
  variants: [
    'f_prime=0.2&depth=3&upstream=0.5',
    'f_prime=-0.2&depth=10&upstream=4',
    'f_prime=-0.3&depth=10&upstream=2',
  ],
};

export default expected;
