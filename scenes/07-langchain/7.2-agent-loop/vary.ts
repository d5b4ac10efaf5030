import type { Random } from '../../../src/author';
import type { Givens } from './model';
import { scripts, type ScriptName } from './scripts.js';

export const vary = (random: Random): Givens => ({
  script: random.pick(Object.keys(scripts) as ScriptName[]),
  max_turns: random.integer(2, 10),
});
