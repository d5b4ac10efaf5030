import type { Agreement } from './compute';
import type { Kernel } from './kernel';
import type { Numbers } from './numbers';

/** |a − b|; equal infinities differ by 0, and so do two NaN; one NaN alone gives NaN. */
function difference(a: number, b: number): number {
  return Object.is(a, b) || a === b ? 0 : Math.abs(a - b);
}

/**
 * Compares what a device computed with the kernel's twin, element by element: `holds` when each is
 * within absolute + relative·|twin|.
 */
export function compare(
  running: ArrayLike<number> | Numbers,
  twin: ArrayLike<number> | Numbers,
  bound: Pick<Kernel['bound'], 'absolute' | 'relative'>,
  what: string,
): Agreement {
  if (running.length !== twin.length) {
    throw new RangeError(`${running.length} numbers cannot be compared with ${twin.length}`);
  }
  let largest = 0;
  let top = 0;
  let holds = true;
  for (let i = 0; i < twin.length; i += 1) {
    const size = Number.isFinite(twin[i]) ? Math.abs(twin[i]) : 0;
    const off = difference(running[i], twin[i]);
    top = Math.max(top, size);
    // Math.max hands NaN on, and a NaN is not within anything.
    largest = Math.max(largest, off);
    holds &&= off <= bound.absolute + bound.relative * size;
  }
  const limit = bound.absolute + bound.relative * top;
  return { largest, limit, holds, compared: twin.length, what };
}

/** Of two agreements the one that comes nearer to its limit, or breaks it. */
export function worse(a: Agreement, b: Agreement): Agreement {
  const compared = a.compared + b.compared;
  const what = `${a.what} and ${b.what}`;
  const strained = ({ holds, largest, limit }: Agreement): number =>
    holds ? largest / limit : Infinity;
  return { ...(strained(a) >= strained(b) ? a : b), compared, what };
}
