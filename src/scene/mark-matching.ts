import type { Words } from '../math/value';
import { sameValue } from '../math/value';
import { BadValue } from '../state/bad-value';
import { slipMark } from './mark';
import type { Asked, Mark } from './prediction-kind';

/** What is matched with each of so many: names split by commas. A pair left open is not wrong. */
export function readMatching(text: string, count: number): Words {
  const names = text.split(',').map((name) => name.trim());
  const open = count - names.filter(Boolean).length;
  if (open === count) throw new BadValue('is still open; choose one for each');
  if (open > 0) throw new BadValue(`has ${open} of ${count} still open`);
  return names;
}

/** Marks pairs one by one. */
export function markMatching(names: Words, asked: Asked): Mark {
  const truth = asked.answer.value as Words;
  if (sameValue(names, truth)) return { verdict: 'right', message: 'Right.' };
  const entries = truth.map((name, i) => name === names[i]);
  const right = entries.filter(Boolean).length;
  const said = slipMark(names, asked, (wrong) => sameValue(names, wrong)) ?? {
    verdict: 'wrong',
    message:
      right === 0
        ? 'Not yet.'
        : `${right} of ${truth.length} pairs ${right === 1 ? 'is' : 'are'} right.`,
  };
  return { ...said, entries };
}
