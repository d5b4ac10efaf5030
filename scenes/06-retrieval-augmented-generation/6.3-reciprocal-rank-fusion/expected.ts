import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: { score: '0.0315', contributions: '0.0161, 0.0154' },
  slips: {
    score: {
      '0.0320': 'counted from 0',
      '0.0149': 'below one line',
      '0.0158': 'mean of the contributions',
      '0.700': 'left out',
    },
    contributions: { '0.0164,0.0156': 'counted from 0', '0.5,0.2': 'left out' },
  },
  variants: ['ranks=8,9&k=40', 'ranks=4,9&k=60', 'ranks=10,8&k=20'],
};

export default expected;
