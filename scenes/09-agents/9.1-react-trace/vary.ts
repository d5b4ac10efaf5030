import type { Random } from '../../../src/author';
import type { Broken } from './agent';
import type { Givens } from './model';
import { COUNTRIES } from './pages';

export const BROKEN: Readonly<Record<Broken, string>> = {
  thought: 'the first thought is left out',
  action: 'the first search is left out',
  observation: 'the first observation is lost',
  'thought-2': 'the second thought is left out',
  'action-2': 'the second search is left out',
  'observation-2': 'the second observation is lost',
  'thought-3': 'the last thought is left out',
  parallel: 'both searches are sent at once',
};

export const vary = (random: Random): Givens => ({
  country: random.pick(COUNTRIES),
  broken: random.pick(Object.keys(BROKEN) as Broken[]),
});
