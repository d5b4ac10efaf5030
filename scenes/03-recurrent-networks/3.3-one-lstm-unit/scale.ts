import { numberGiven, scaleFor, wholeGiven, type Compute } from '../../../src/author';
import type { Givens } from './model';
import { GATES_AT_REST, LONGEST } from './pulse-settings';
import type { ScaleGivens } from './settings';

const sizes: Readonly<Record<Compute['adapter'], Pick<ScaleGivens, 'copies' | 'steps'>>> = {
  hardware: { copies: 64, steps: 500 },
  software: { copies: 16, steps: 300 },
  cpu: { copies: 16, steps: 300 },
};

export const scale = scaleFor<Givens>()({
  params: {
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
  question:
    'A forget gate sways with the input around its value at rest. Does a pulse last as long as $f^t$ says, longer, or not as long?',
  intro: `One random sequence drives units whose forget gates rest at ${GATES_AT_REST} values, for half-lives of 1 to ${LONGEST.toLocaleString('en')} steps. Each runs twice, with and without a pulse of 1 in its cell: colour is the share of the pulse that is left.`,
  kernels: ['lstm', 'matmul'],
  defaults: (adapter) => sizes[adapter],
  open: async (stage) => new (await import('./memory-at-scale')).MemoryAtScale(stage),
});
