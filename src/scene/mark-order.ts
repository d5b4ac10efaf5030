import { sameValue, type Words } from '../math/value';
import { slipMark } from './mark';
import { isDistractor, linesOf, orderOf } from './order-lines';
import type { Asked, Mark } from './prediction-kind';

/**
 * Marks lines put in order: names the first that is wrong and what may be the matter, and says
 * nothing of those after it. A right beginning is right so far.
 */
export function markOrder(placed: Words, asked: Asked): Mark {
  const order = orderOf(asked);
  const wrong = placed.findIndex((id, i) => id !== order[i]);
  if (wrong < 0) {
    if (placed.length === order.length) return { verdict: 'right', message: 'Right.' };
    const message = 'Right so far, not yet complete.';
    return { verdict: 'unreadable', message, entries: placed.map(() => true) };
  }
  const entries = placed.slice(0, wrong + 1).map((_, i) => i < wrong);
  const slip = slipMark(placed, asked, (value) => sameValue(placed, value));
  if (slip) return { ...slip, entries };
  const line = linesOf(asked)[placed[wrong]];
  const position = `Line ${wrong + 1}`;
  return isDistractor(line)
    ? { verdict: 'slip', message: `${position} does not belong. ${line.hint}`, entries }
    : { verdict: 'wrong', message: `${position} comes too early. ${line.early ?? ''}`, entries };
}
