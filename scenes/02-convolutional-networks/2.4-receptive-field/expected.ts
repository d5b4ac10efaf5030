import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: { field: '7', stack_params: '27', single_params: '49', nonlinearities_gained: '2' },
  slips: {
    field: { 9: 'overlap', 6: 'one cell', 5: 'One layer' },
    stack_params: { 9: 'one layer', 81: 'Square the kernel first' },
    single_params: {
      7: 'one side',
      81: 'overlap',
      9: 'as small as',
      36: 'one cell',
      25: 'One layer',
    },
    nonlinearities_gained: { 3: 'one as well' },
  },
  variants: [
    'layers=4&kernel=3&stride=1&dilation=2',
    'layers=5&kernel=3&stride=1&dilation=2',
    'layers=3&kernel=5&stride=1&dilation=1',
  ],
};

export default expected;
