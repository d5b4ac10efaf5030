import {
  choice,
  numberGiven,
  PROSE_SIZE,
  proseText,
  scaleFor,
  wholeGiven,
  type Compute,
} from '../../../src/author';
import type { Givens } from './model';
import { properties, propertyNames } from './properties';
import { GATES_AT_REST, LONGEST } from './pulse-settings';
import type { ScaleGivens } from './settings';

const sizes: Readonly<Record<Compute['adapter'], Pick<ScaleGivens, 'copies' | 'steps'>>> = {
  hardware: { copies: 64, steps: 500 },
  software: { copies: 16, steps: 300 },
  cpu: { copies: 16, steps: 300 },
};

const kept = Object.fromEntries(propertyNames.map((name) => [name, properties[name].name]));

const PULSE = ['copies', 'steps', 'sway', 'recurrence'] as const;

export const scale = scaleFor<Givens>()({
  params: {
    picture: choice<ScaleGivens['picture']>({
      label: 'picture',
      default: 'text',
      choices: { text: 'a trained network reads', pulse: 'pulses through untrained units' },
    }),
    keeps: choice<ScaleGivens['keeps']>({
      label: 'unit that keeps',
      default: 'best',
      choices: { best: 'what is kept best', ...kept, own: 'anything: by its number' } as Record<
        ScaleGivens['keeps'],
        string
      >,
    }),
    unit: wholeGiven({ label: 'unit', default: 1, min: 1, max: 256 }),
    text: proseText(
      '"I never saw so dark a room," said Catherine; "the candle went out, and I could find neither the door nor the bed." Henry laughed. "And what had you been reading?" She did not answer. The carriage waited below, and the rain had come again. "You shall see," he said at last, "that the old abbey keeps no secrets."',
    ),
    copies: wholeGiven({ label: 'units at each gate', default: 64, min: 1, max: 64 }),
    steps: wholeGiven({ label: 'steps', default: 500, min: 10, max: 500, step: 10 }),
    sway: numberGiven({ label: 'sway of the forget gate', default: 2, min: 0, max: 4, step: 0.5 }),
    recurrence: numberGiven({
      label: 'weight of the own state',
      default: 0,
      min: 0,
      max: 2,
      step: 0.25,
    }),
  },
  question: 'What does a unit keep in its cell, and for how long?',
  intro: `A trained network of 256 units reads your text in the ${PROSE_SIZE} characters of the novel it learned from: its cells and gates are shown over the text. A unit keeps a property when its cell follows it better than any cell follows the same property shifted along the text. The other picture drives untrained units whose forget gates rest at ${GATES_AT_REST} values, for half-lives of 1 to ${LONGEST.toLocaleString('en')} steps, with and without a pulse of 1 in their cells. Does it last as long as $f^t$ says?`,
  kernels: ['lstm', 'embedding', 'layer', 'softmax', 'matmul'],
  idle: ({ picture, keeps }) =>
    picture === 'pulse' ? ['text', 'keeps', 'unit'] : keeps === 'own' ? PULSE : [...PULSE, 'unit'],
  defaults: (adapter) => sizes[adapter],
  open: async (stage) => (await import('./lstm-at-scale')).lstmAtScale(stage),
});
