import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: {
    dot: '8.000',
    norm_a: '3.000',
    norm_b: '3.000',
    cosine: '0.889',
    angle: '27.3',
  },
  slips: {
    dot: { '9': 'product of the two lengths', '25': 'added first' },
    norm_a: { '9': 'sum of the squares', '5': 'added without squaring' },
    norm_b: { '9': 'sum of the squares' },
    cosine: {
      '8': 'still the dot product',
      '2.667': 'Only one length',
      '0.099': 'squared lengths',
      '0.111': 'cosine distance',
    },
    angle: { '0.476': 'in radians', '80.0': 'no share of a right angle' },
  },
  variants: ['a=2,3,-2&b=2,-1,-1', 'a=3,-1,0&b=-2,2,3', 'a=3,2&b=-1,-2'],
};

export default expected;
