import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: { out: '−4, −4; −4, −4', constant: 'yes' },
  slips: {
    out: {
      '6,8;12,14': 'keep their signs',
      '4,4;4,4': 'wrong way round',
      '12,16;24,28': 'sums of the pixels',
      '-4,-4,3;-4,-4,6;7,8,9': 'padded',
      '-1,-2,-3;-4,-4,-4;-7,-4,-4': 'padded',
    },
    constant: { no: 'A single one that differs' },
  },
  variants: [
    'image=0,9,3;4,5,6;6,7,0&kernel=1,-2;-2,-1&stride=1&padding=0&flip=false',
    'image=3,3,7;4,3,7;7,2,3&kernel=-2,1;1,2&stride=1&padding=0&flip=false',
    'image=3,4,5;5,6,7;7,8,9&kernel=2,-2;0,0&stride=1&padding=0&flip=false',
  ],
};

export default expected;
