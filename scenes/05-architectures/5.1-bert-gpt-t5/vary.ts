import type { Random } from '../../../src/author';
import type { Givens } from './model';

const SENTENCES = [
  'My neighbour plants red tulips along the garden wall',
  'We missed the last train and walked home singing',
  'A small boat crossed the bay before the storm came',
  'Every winter the lake freezes and children skate on it',
  'The committee postponed its decision until next spring',
  'She found an old map inside the library book',
] as const;

/** Another sentence, and another draw of what is hidden in it. */
export const vary = (random: Random): Givens => ({
  sentence: random.pick(SENTENCES),
  draw: random.integer(2, 9999),
});
