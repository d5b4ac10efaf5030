import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: { he_std: '0.0625', xavier_std: '0.0510', reason: 'halves' },
  slips: {
    he_std: {
      '0.0039': 'the variance',
      '0.0884': 'counts the outputs',
      '0.0442': 'takes half',
      '0.0510': 'both fans',
    },
    xavier_std: {
      '0.0026': 'the variance',
      '0.0361': 'over their mean',
      '0.0442': 'forward pass alone',
    },
    reason: { mean: 'squares', twice: 'one ReLU', swapped: 'loses half' },
  },
  variants: [
    'fan_in=512&fan_out=64&activation=relu',
    'fan_in=400&fan_out=100&activation=relu',
    'fan_in=100&fan_out=512&activation=relu',
  ],
};

export default expected;
