import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: { variance: '64', std: '8.000', scale: '8.000', breaks: 'saturates' },
  slips: {
    variance: { '8': 'standard deviation', '1': 'One product', '4096': 'not multiplied' },
    std: { '64': 'This is the variance', '1': 'one product' },
    scale: { '64': 'falls below 1' },
    breaks: { mean: 'mean 0', uniform: 'do not shrink', overflow: 'nothing overflows' },
  },
  variants: ['d_k=144&scaled=true', 'd_k=100&scaled=true', 'd_k=16&scaled=true'],
};

export default expected;
