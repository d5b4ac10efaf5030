import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: {
    mask: '0, −∞, −∞, −∞; 0, 0, −∞, −∞; 0, 0, 0, −∞; 0, 0, 0, 0',
    visible: '10',
    enforces: 'past',
  },
  slips: {
    mask: {
      '-Infinity,-Infinity,-Infinity,-Infinity;0,-Infinity,-Infinity,-Infinity;0,0,-Infinity,-Infinity;0,0,0,-Infinity':
        'diagonal is hidden',
      '0,0,0,0;-Infinity,0,0,0;-Infinity,-Infinity,0,0;-Infinity,-Infinity,-Infinity,0':
        'upside down',
      '0,0,0,0;0,0,0,0;0,0,0,0;0,0,0,0': 'Nothing is hidden',
      '0,0,-Infinity,-Infinity;0,0,0,-Infinity;0,0,0,0;0,0,0,0': 'one token ahead',
    },
    visible: { '6': 'without the diagonal', '16': 'all the cells', '8': 'not cut in half' },
    enforces: { previous: 'end to end', order: 'which came first', cheap: 'on the side' },
  },
  variants: ['n=7&draw=579', 'n=7&draw=1839', 'n=3&draw=7811'],
};

export default expected;
