import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: {
    term: 'holds',
    policy: '0.121, 0.247, 0.609, 0.022',
    expected_reward: '3.052',
    kl: '0.859',
    objective: '2.193',
  },
  slips: {
    term: {
      spreads: 'leaving the reference',
      reversed: 'the reference comes first',
      scales: 'multiplies the reward',
    },
    policy: {
      '0.041,0.112,0.831,0.015': 'reference was left out',
      '0.286,0.429,0.286,0': 'in an exponent',
      '0,0,1,0': 'without the KL term',
    },
    expected_reward: { '1.4': 'what the reference earns' },
    kl: { '0.793': 'the other way round', '1.239': 'in bits' },
    objective: { '3.911': 'The KL was added' },
  },
  variants: [
    'reward=0,1,3,4&reference=0.2,0.2,0.1,0.5&beta=2.5',
    'reward=3,1,2&reference=0.1,0.3,0.6&beta=0.5',
    'reward=1,2,3,0&reference=0.2,0.1,0.2,0.5&beta=0.5',
  ],
};

export default expected;
