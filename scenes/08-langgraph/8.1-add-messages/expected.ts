import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: { with_reducer: '4', without_reducer: '1' },
  slips: {
    with_reducer: { '1': 'Only what the node returned', '3': 'left as it was' },
    without_reducer: { '4': 'was appended', '3': 'was dropped' },
  },
  variants: [
    'history=6&returns=1&reducer=true',
    'history=5&returns=1&reducer=true',
    'history=2&returns=4&reducer=false',
  ],
};

export default expected;
