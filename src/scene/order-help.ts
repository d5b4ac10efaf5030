import type { Words } from '../math/value';
import { isDistractor, linesOf, orderOf } from './order-lines';
import type { Asked } from './prediction-kind';

/** What has been done to make an order easier. */
export interface OrderHelp {
  /** Lines taken out for good. */
  readonly out: readonly string[];
  /** Lines that stick to the one before them. */
  readonly joined: readonly string[];
}

export const NO_HELP: OrderHelp = { out: [], joined: [] };

/** Help is offered after as many different attempts with all lines in place. */
const ATTEMPTS = 3;
/** Lines are joined as long as more pieces than these are left to order. */
const FEWEST = 3;

/** Whether the reader has tried often enough to be offered help. */
export const helpIsDue = (attempts: readonly string[], asked: Asked): boolean =>
  attempts.filter((text) => text.split(',').length >= orderOf(asked).length).length >= ATTEMPTS;

/**
 * The next piece of help: takes out a line that was used and belongs nowhere, else joins two lines
 * that follow each other. Nothing where an order is as easy as it may get.
 */
export function nextHelp(placed: Words, help: OrderHelp, asked: Asked): OrderHelp | undefined {
  const lines = linesOf(asked);
  const used = placed.find((id) => isDistractor(lines[id]));
  if (used !== undefined) return { ...help, out: [...help.out, used] };
  const order = orderOf(asked);
  if (order.length - help.joined.length <= FEWEST) return undefined;
  const apart = order.slice(1).filter((id) => !help.joined.includes(id));
  const follows = (id: string): boolean => {
    const at = placed.indexOf(id);
    return at > 0 && placed[at - 1] === order[order.indexOf(id) - 1];
  };
  const joined = apart.find((id) => !follows(id)) ?? apart[0];
  const pair = [joined, order[order.indexOf(joined) - 1]];
  // What stands beside a line that is settled would only puzzle.
  const settled = Object.entries(lines).flatMap(([id, line]) =>
    isDistractor(line) && pair.includes(line.twin) && !help.out.includes(id) ? id : [],
  );
  return { out: [...help.out, ...settled], joined: [...help.joined, joined] };
}

/** The lines as they stand once help was given: without what is out, joined lines together. */
export function helped(placed: Words, help: OrderHelp, asked: Asked): Words {
  const { out } = help;
  let list = placed.filter((id) => !out.includes(id));
  for (const chain of piecesOf(orderOf(asked), help, asked)) {
    const first = chain.find((id) => list.includes(id));
    if (first === undefined) continue;
    const others = list.filter((id) => !chain.includes(id));
    const before = list.slice(0, list.indexOf(first)).filter((id) => others.includes(id));
    list = others.toSpliced(before.length, 0, ...chain);
  }
  return list;
}

/** A list as the pieces that move: joined lines are one. */
export function piecesOf(list: Words, { joined }: OrderHelp, asked: Asked): string[][] {
  const order = orderOf(asked);
  const pieces: string[][] = [];
  for (const [i, id] of list.entries()) {
    const sticks = joined.includes(id) && list[i - 1] === order[order.indexOf(id) - 1];
    if (sticks) pieces.at(-1)?.push(id);
    else pieces.push([id]);
  }
  return pieces;
}
