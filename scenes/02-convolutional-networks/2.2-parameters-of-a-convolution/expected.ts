import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: { per_filter: '28', params: '1792', dense_params: '201392128' },
  slips: {
    per_filter: { '27': 'adds a bias', '10': 'one channel' },
    params: {
      '1728': 'biases are missing',
      '1920': 'each channel of each filter',
      '640': 'sees one channel',
      '1835008': 'every position',
    },
    dense_params: { '201326592': 'every output' },
  },
  variants: [
    'in_channels=16&filters=8&kernel=3&bias=false&groups=1',
    'in_channels=8&filters=8&kernel=5&bias=true&groups=2',
    'in_channels=4&filters=64&kernel=5&bias=true&groups=1',
  ],
};

export default expected;
