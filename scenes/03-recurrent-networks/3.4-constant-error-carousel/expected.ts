import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: { lstm_after: '0.366', rnn_after: '2.1e−35' },
  slips: {
    lstm_after: {
      '0.00': 'added up',
      '99': 'The gates were added',
      '0.370': 'One step is missing',
    },
    rnn_after: { '45': 'a power', '4.7e-35': 'One step is missing' },
  },
  variants: [
    'f=0.98&rnn_factor=0.3&steps=20',
    'f=0.98&rnn_factor=0.4&steps=40',
    'f=0.95&rnn_factor=0.35&steps=30',
  ],
};

export default expected;
