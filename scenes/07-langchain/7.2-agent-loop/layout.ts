import {
  messageBoxes,
  type Box,
  type Message,
  type Role,
  type Unfolding,
} from '../../../src/author';
import type { Row } from './record.js';
import { causeOf, isTurn, type Played } from './rows';

export interface Layout {
  /** The turns that the limit allows. */
  readonly turns: readonly Box[];
  /** Where the handle of the limit stands. */
  readonly grip: { readonly x: number; readonly y: number };
  readonly pitch: number;
  readonly list: { readonly x: number; readonly y: number; readonly width: number };
  /** For the loop as a graph, where there is room beside the messages. */
  readonly loop?: Box;
  /** The last messages for which there is room, with how far each has come. */
  readonly messages: readonly Message[];
}

const MARGIN = 14;
const TOP = 30;
/** The loop beside the messages, and from which width of the picture on. */
const LOOP = { width: 236, height: 230, from: 600 };
const SIDE = { least: 20, most: 30 };

/** Who speaks, and in which role. */
const SPEAKERS: Readonly<Record<string, readonly [name: string, role?: Role]>> = {
  user: ['user', 'input'],
  assistant: ['assistant', 'activation'],
  said: ['assistant, not in the list', 'activation'],
  tool: ['tool', 'weight'],
  nonsense: ['not a message', 'gradient'],
  returns: ['the loop returns', 'value'],
  throws: ['the loop throws', 'gradient'],
  endless: ['the loop', 'gradient'],
};

function speakerOf([role, , id]: Row, cause: number | undefined): string {
  const [name] = SPEAKERS[role];
  if (role !== 'tool') return name;
  if (id === undefined) return `${name}, on no call`;
  return cause === undefined ? `${name}: ${id} is not in the list` : `${name}, on ${id}`;
}

export function layoutOf(
  run: Played,
  limit: number,
  unfolding: Unfolding,
  {
    width,
    height,
    most,
  }: { readonly width: number; readonly height: number; readonly most: number },
): Layout {
  const room = (width - 2 * MARGIN - 40) / most;
  const side = Math.max(SIDE.least, Math.min(SIDE.most, room - 5));
  const pitch = side + 5;
  const turns = Array.from({ length: limit }, (_, i) => ({
    x: MARGIN + i * pitch,
    y: TOP,
    width: side,
    height: side,
  }));
  const y = TOP + side + 20;
  const beside = width >= LOOP.from ? LOOP.width + 20 : 0;
  const list = { x: MARGIN, y, width: width - 2 * MARGIN - beside };
  const shown = run.rows.map((_, i) => shownAt(run, i, unfolding));
  const begun = shown.findLastIndex((share) => share > 0) + 1;
  const from = (first: number): Message[] =>
    run.rows.slice(first, begun).map((row, i): Message => {
      const cause = causeOf(run.rows, first + i);
      return {
        speaker: speakerOf(row, cause),
        text: row[1],
        role: SPEAKERS[row[0]][1],
        part: `messages.${momentOf(run, first + i)[0]}.${first + i}${run.own ? ' code' : ''}`,
        shown: shown[first + i],
        ...(row[0] === 'said' && { loose: true }),
        ...(cause !== undefined && cause >= first && { cause: cause - first }),
      };
    });
  const fits = (first: number): boolean => {
    const last = messageBoxes({ messages: from(first), ...list }).at(-1);
    return !last || last.y + last.height <= height - 6;
  };
  const first = run.rows.findIndex((_, i) => fits(i));
  return {
    turns,
    grip: { x: MARGIN + limit * pitch + 18, y: TOP + side / 2 },
    pitch,
    list,
    ...(beside > 0 && {
      loop: { x: width - MARGIN - LOOP.width, y: y + 10, width: LOOP.width, height: LOOP.height },
    }),
    messages: from(Math.max(0, first)),
  };
}

/**
 * The step with which a line comes, and which of how many it is there. The first message of the model
 * comes with the first step, its results with the second, what follows with the third.
 */
function momentOf({ rows }: Played, i: number): readonly [step: string, at: number, of: number] {
  if (i < 2) return ['ask', 0, 1];
  const second = rows.findIndex((row, at) => at > 1 && (isTurn(row) || at === rows.length - 1));
  return i < second ? ['tools', i - 2, second - 2] : ['stop', i - second, rows.length - second];
}

/**
 * How far a line has come. The question stands there from the beginning; so does all of a run of the
 * learner's own, which gives nothing away, until the steps play it.
 */
export const shownAt = (run: Played, i: number, unfolding: Unfolding): number =>
  i === 0 || (run.own && unfolding.t === 0) ? 1 : unfolding.sweep(...momentOf(run, i));
