import type { Random } from '../../../src/author';
import type { Givens } from './model';
import { STAGES } from './recording';

const TOPICS = ['owls', 'trains', 'bread', 'rivers', 'chess', 'violins', 'maps', 'tides'];

export const vary = (random: Random): Givens => ({
  topic: random.pick(TOPICS),
  inputs: random.integer(2, 4),
  throws: random.pick(STAGES),
});
