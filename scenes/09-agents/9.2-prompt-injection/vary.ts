import type { Random } from '../../../src/author';
import type { Givens } from './model';
import { ATTACKS, DEFENCES, type Switches } from './recording';

/** One attack, and one to three defences that are on. */
export function vary(random: Random): Givens {
  const on = random.shuffle([...DEFENCES]).slice(0, random.integer(1, 3));
  const switches = Object.fromEntries(DEFENCES.map((name) => [name, on.includes(name)]));
  return { ...(switches as Switches), attack: random.pick(ATTACKS) };
}
