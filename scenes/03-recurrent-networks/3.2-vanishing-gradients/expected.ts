import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: { factor: '0.450', after: '1.16e−7', verdict: 'vanishes', half_life: '0.868' },
  slips: {
    factor: {
      '1.4': 'adds the two',
      '0.9': 'alone. Each step back',
      '0.5': 'passes through $W$',
    },
    after: {
      '9': 'times the number of steps',
      '0.122': 'This raises only',
      '837': 'is a sum',
      '2.6e-7': 'One step is missing',
    },
  },
  variants: [
    'w_norm=2.3&tanh_prime=0.2&steps=5',
    'w_norm=2.1&tanh_prime=0.3&steps=12',
    'w_norm=0.9&tanh_prime=0.8&steps=20',
  ],
};

export default expected;
