import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: { conv_out: '28', pool_out: '14', same: 'yes' },
  slips: {
    conv_out: { 27: 'starts from', 26: 'counted once', 24: 'left out' },
    pool_out: { 27: 'stride of its own', 13: 'one too few' },
  },
  variants: [
    'input=26&kernel=5&stride=1&padding=2&dilation=1&pool=3&pool_stride=2',
    'input=13&kernel=7&stride=1&padding=3&dilation=1&pool=3&pool_stride=2',
    'input=30&kernel=3&stride=1&padding=3&dilation=1&pool=3&pool_stride=2',
  ],
};

export default expected;
