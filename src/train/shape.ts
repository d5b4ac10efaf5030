import type { Settings } from './settings';

/** How many numbers each layer puts out, the inputs first and the one output last. */
export const sizesOf = ({ inputs, hidden }: Pick<Settings, 'inputs' | 'hidden'>): number[] => [
  inputs.length,
  ...hidden,
  1,
];
