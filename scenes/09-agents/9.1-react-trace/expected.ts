import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: {
    order: 'thought, action, observation, thought-2, action-2, observation-2, thought-3, answer',
    searches: '2',
    final: 'about 2.1 million',
    broken_final: 'about 68 million',
  },
  slips: {
    order: {
      'thought,action,thought-2,action-2,observation,observation-2,thought-3,answer':
        'Both searches are sent',
      'thought,observation,action,thought-2,action-2,observation-2,thought-3,answer':
        'before its action',
      'thought,action,observation,answer,thought-2,action-2,observation-2,thought-3':
        'without the second search',
      'thought,action,observation,thought-2,both,observation-2,thought-3,answer':
        'two facts at once',
      'thought,action,observation,thought-2,action-2,observation-2,thought-3,guess':
        'belong to the city',
    },
    searches: { '1': 'One search names the city', '3': 'Only actions' },
    final: { 'about 68 million': 'whole country', 'I do not know': 'has a page on the city' },
  },
  variants: [
    'country=Poland&broken=thought',
    'country=Austria&broken=action',
    'country=Spain&broken=thought-3',
  ],
};

export default expected;
