import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: {
    m: '1.000, 3.000',
    l: '1.000, 1.135',
    o: '1.000, 1.135',
    rescale: '0.000, 0.135',
    out: '1.000',
    direct_weights: '0.119, 0.881',
    difference: '0',
  },
  slips: {
    rescale: { '0,7.389': 'never above 1', '1,0.135': 'nothing is there to keep' },
    l: {
      '1,2': 'old maximum',
      '1,2.000': 'old maximum',
      '1,8.389': 'the wrong way',
      '2.718,22.804': 'scores themselves',
    },
    o: {
      '1,2': 'old maximum',
      '1,2.000': 'old maximum',
      '1,8.389': 'the wrong way',
      '2.718,22.804': 'scores themselves',
    },
    out: {
      '0.568': '$\\ell$ was not',
      '1.762': '$o$ was not',
    },
  },
  variants: [
    'scores=0,-2,2&values=5,-1,-2&block=1',
    'scores=2,-2,0,3&values=2,1,5,2&block=1',
    'scores=2,1,-2,4&values=-2,1,2,0&block=2',
  ],
};

export default expected;
