import type { Slip } from '../../../src/author';
import type { Model } from './model';
import { DEFENCES, type Defence } from './recording';

/** Why a switch that is on did not stop this attack. */
const MISSED: Readonly<Record<Defence, string>> = {
  sanitise:
    'Sanitising takes out hidden text, known phrases, and pictures in the answer. Does this order come that way?',
  isolation: 'Isolation works on what is read. Is there still an order in it by then?',
  untrusted_data: 'A mark in the prompt asks the model to heed it. Nothing makes it do so.',
  least_privilege:
    'Without a mail tool no mail can be sent. Is it a mail that leaves here, and does the order come that far?',
  approval:
    'Approval is asked when a mail is sent, not when a page is read. Is it a mail that leaves here, and does the order come that far?',
};

export const slips: readonly Slip<Model>[] = [
  {
    field: 'leaked',
    value: ({ leaked }) => (leaked === 'yes' ? 'no' : undefined),
    hint: 'The system prompt forbids it, but a rule in a prompt is only text, like the order. What stands between the call and the mailbox?',
    highlights: ['call'],
  },
  {
    field: 'leaked',
    value: ({ leaked }) => (leaked === 'yes' ? 'less likely' : undefined),
    hint: 'Less likely than what? The scripted model obeys what it reads, unless something in its prompt marks the order as data.',
    highlights: ['read'],
  },
  {
    field: 'leaked',
    value: ({ leaked }) => (leaked === 'less likely' ? 'no' : undefined),
    hint: 'The order is marked as data, and the model may heed that. Is there anything that makes it?',
    highlights: ['read'],
  },
  {
    field: 'leaked',
    value: ({ leaked }) => (leaked === 'no' ? 'yes' : undefined),
    hint: 'Follow the order from the page to the call, and the call out into the world. Which of the switches that are on does it meet?',
    highlights: ['defences'],
  },
  ...DEFENCES.flatMap((name): Slip<Model>[] => [
    {
      field: 'stopped_by',
      value: (model) => (!model[name] ? name : undefined),
      hint: 'That defence is switched off here.',
      highlights: ['defences'],
    },
    {
      field: 'stopped_by',
      value: (model) => (model[name] && model.stoppedBy !== name ? name : undefined),
      hint: MISSED[name],
      highlights: ['defences'],
    },
  ]),
];
