import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: { per_token: '524288', values: '1073741824', total: '2147483648' },
  slips: {
    per_token: {
      '262144': 'factor of 2',
      '16384': 'share of one head',
      '16777216': 'counted twice',
      '16 KiB': 'share of one head',
    },
    values: { '536870912': 'keys alone', '2147483648': 'These are bytes' },
    total: {
      '1073741824': 'factor of 2',
      '1 GiB': 'factor of 2',
      '64 MiB': 'share of one head',
      '64 GiB': 'counted twice',
      '2.15 GiB': 'GiB stands behind',
      '2.00 GB': 'GB stands behind',
    },
  },
  variants: [
    'layers=40&kv_heads=4&d_head=64&bytes=4&batch=2&context=8192&preset=own',
    'layers=40&kv_heads=4&d_head=80&bytes=2&batch=8&context=8192&preset=own',
    'layers=12&kv_heads=12&d_head=96&bytes=1&batch=1&context=2048&preset=own',
  ],
};

export default expected;
