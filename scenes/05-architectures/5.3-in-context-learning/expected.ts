import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: {
    why: 'prompt',
    icl_prediction: '−0.764',
    icl_error: '0.0108',
    least_squares_prediction: '−0.688',
    least_squares_error: '0.0008',
    classifier_label: '−0.800',
    classifier_error: '0.0196',
  },
  slips: {
    why: {
      weights: 'Which of them changed',
      more: 'Does each pair bring it closer',
      longer: 'How many labels',
    },
    icl_prediction: {
      '-0.255': 'W_V',
      '-6.113': 'added up',
      '-1.273': 'query was left out',
      '-0.738': 'softmax',
    },
    icl_error: { '0.104': 'This is the distance', '0.164': 'W_V' },
    least_squares_prediction: { '-0.716': 'through the origin', '-1.147': 'This is the slope' },
    least_squares_error: { '0.0284': 'This is the distance', '0.0031': 'through the origin' },
    classifier_label: { '-1.6': 'nearer to the truth', '0': 'nearer', '-0.66': 'truth itself' },
    classifier_error: { '0.14': 'This is the distance', '0.0013': 'in-context prediction' },
  },
  variants: [
    'examples=2&noise=0.3&draw=97&query=0.4',
    'examples=2&noise=0.3&draw=90&query=-0.8',
    'examples=2&noise=0.3&draw=21&query=0.6',
  ],
};

export default expected;
