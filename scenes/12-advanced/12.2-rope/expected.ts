import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: {
    dot: '0.071',
    dot_shifted: '0.071',
    relative: '3',
    proof: 'score, across, back, merge, result',
  },
  slips: {
    dot: {
      '-0.936': 'added',
      '1': 'almost nothing',
      '0.9997': 'almost nothing',
      '0.540': 'Only the query',
    },
    dot_shifted: { '0.977': 'Only one of the two', '1': 'almost nothing' },
    relative: { '-3': 'sign is reversed', '7': 'added', '1.5': 'an angle' },
    proof: {
      'score,kept,back,merge,result': 'does not stay as it is',
      'score,across,back,added,result': 'turns back',
    },
  },
  variants: [
    'q=1,-2&k=-2,2&m=4&n=5&theta=0.7&shift=29',
    'q=1,-2&k=-1,-1&m=8&n=5&theta=0.4&shift=31',
    'q=-2,1&k=1,-1&m=2&n=3&theta=0.9&shift=12',
  ],
};

export default expected;
