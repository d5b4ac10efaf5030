import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: { c: '2.000', h: '0.675' },
  slips: {
    c: {
      '1.25': 'exchanged',
      '2.3': 'input gate is missing',
      '2.2': 'forget gate is missing',
      '1.85': 'as a GRU does',
    },
    h: {
      '0.594': 'exchanged',
      '0.686': 'input gate is missing',
      '0.683': 'forget gate is missing',
      '0.666': 'as a GRU does',
      '1.4': 'bare cell',
      '0.617': 'sigmoid',
      '0.964': 'output gate is missing',
    },
  },
  variants: [
    'f=0.5&i=0.6&c_tilde=0.5&c_prev=1.5&o=0.8',
    'f=0.4&i=0.3&c_tilde=0.5&c_prev=2&o=0.9',
    'f=0.4&i=0.9&c_tilde=-0.6&c_prev=3&o=0.6',
  ],
};

export default expected;
