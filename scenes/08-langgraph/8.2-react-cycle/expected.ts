import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: { cycle_edge: 'tools → agent', stops_by: 'no tool calls', steps: '5' },
  slips: {
    cycle_edge: { 'agent → tools': 'leads on' },
    stops_by: { 'recursion limit': 'backstop' },
    steps: { '4': 'last turn', '3': 'counted as one step', '6': 'Neither is a step' },
  },
  variants: [
    'tool_rounds=6&recursion_limit=8',
    'tool_rounds=5&recursion_limit=8',
    'tool_rounds=2&recursion_limit=15',
  ],
};

export default expected;
