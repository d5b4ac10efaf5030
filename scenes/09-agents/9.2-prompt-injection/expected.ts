import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: { leaked: 'yes', stopped_by: 'nothing' },
  slips: {
    leaked: { no: 'only text', 'less likely': 'Less likely than what' },
    stopped_by: { approval: 'switched off', sanitise: 'switched off' },
  },
  variants: [
    'untrusted_data=true&isolation=true&least_privilege=false&approval=false&sanitise=false&attack=tool-output',
    'untrusted_data=true&isolation=true&least_privilege=false&approval=true&sanitise=false&attack=tool-output',
    'untrusted_data=true&isolation=false&least_privilege=false&approval=false&sanitise=false&attack=hidden',
  ],
};

export default expected;
