import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: { bi_online: '1', cross_full: '1000000', pipeline: '101' },
  slips: {
    bi_online: { '1000001': 'read again', '1000000': 'read again' },
    cross_full: { '1000001': 'texts were counted', '100': 'shortlist was counted' },
    pipeline: {
      '100': 'pass of the question',
      '1000001': 'read again',
      '1000100': 'Every document',
    },
  },
  variants: [
    'documents=500000&queries=2&shortlist=20',
    'documents=200000&queries=3&shortlist=50',
    'documents=50000&queries=8&shortlist=100',
  ],
};

export default expected;
