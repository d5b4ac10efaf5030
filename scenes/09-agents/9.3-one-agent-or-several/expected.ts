import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: { calls: '12', latency_total: '24.0', cost_total: '0.120', p_all: '0.774' },
  slips: {
    calls: { '4': 'calls of one agent', '14': 'hand-off was counted' },
    latency_total: { '8': 'in parallel', '6': 'One call for each agent' },
    cost_total: { '0.04': 'one agent’s calls' },
    p_all: {
      '0.9': 'averaged',
      '0.729': 'hand-offs were forgotten',
      '0.857': 'hand-offs were forgotten',
      '0.658': 'gain was forgotten',
      '0.735': 'too many',
    },
  },
  variants: [
    'agents=4&p_success=0.7&p_handoff=0.85&calls_per_agent=6&latency=1.5&price=0.02&specialist_gain=0.05',
    'agents=3&p_success=0.75&p_handoff=0.9&calls_per_agent=3&latency=3&price=0.02&specialist_gain=0.03',
    'agents=3&p_success=0.7&p_handoff=0.86&calls_per_agent=2&latency=1&price=0.05&specialist_gain=0.08',
  ],
};

export default expected;
