import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: {
    bert: 'bidirectional, masked tokens',
    gpt: 'causal, next token',
    t5: 'bidirectional encoder + causal decoder with cross-attention, span corruption',
  },
  slips: {
    bert: {
      'bidirectional,next token': 'was given the next token',
      'causal,masked tokens': 'from both sides',
      'bidirectional encoder + causal decoder with cross-attention,masked tokens': 'no decoder',
    },
    gpt: {
      'bidirectional,next token': 'copying',
      'causal,span corruption': 'go on where the text ends',
    },
    t5: {
      'causal,span corruption': 'decoder only',
      'bidirectional,span corruption': 'encoder alone',
      'bidirectional encoder + causal decoder with causal cross-attention,span corruption':
        'none of it is the future',
    },
  },
  variants: [
    'sentence=The committee postponed its decision until next spring&draw=579',
    'sentence=Every winter the lake freezes and children skate on it&draw=1839',
    'sentence=We missed the last train and walked home singing&draw=7811',
  ],
};

export default expected;
