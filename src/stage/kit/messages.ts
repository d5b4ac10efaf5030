import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Role } from '../../math/role';
import type { Box } from './box';
import { NORMAL, SMALL } from './text';
import { wrapped } from './wrap';

/** One message of a conversation or a trace. */
export interface Message {
  readonly speaker: string;
  readonly text: string;
  readonly role?: Role;
  readonly part?: string;
  /** The earlier message it answers, by its position: a line leads from there to here. */
  readonly cause?: number;
  /** How far it has appeared, 0 to 1; 1 unless said. */
  readonly shown?: number;
  /** It was said, and does not belong to the list: its box is dashed. */
  readonly loose?: boolean;
}

export interface MessageList {
  readonly messages: readonly Message[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Its messages come one after another, by themselves, when it appears. */
  readonly grows?: boolean;
}

const PADDING = 12;
const GAP = 10;
const LINE = 22;
const HEAD = 22;
/** Left of the messages, for the lines between them: the first, and one more each. */
const MARGIN = 14;
const TRACK = 8;

/** Room at the left for the lines that lead from a message to one further down. */
const marginOf = (messages: readonly Message[]): number =>
  MARGIN + TRACK * Math.max(0, ...messages.map((_, i) => trackOf(messages, i)));

/** The track of a line: how many lines that reach further up begin before it ends. */
function trackOf(messages: readonly Message[], i: number): number {
  const { cause } = messages[i];
  if (cause === undefined) return 0;
  const within = messages.flatMap((other, j) =>
    other.cause !== undefined && j !== i && other.cause >= cause && j <= i
      ? [trackOf(messages, j) + 1]
      : [],
  );
  return Math.max(0, ...within);
}

/** The box of every message, as tall as its text. */
export function messageBoxes({ messages, x, y, width }: MessageList): Box[] {
  const margin = marginOf(messages);
  let top = y;
  return messages.map(({ text }) => {
    const inside = width - margin - 2 * PADDING;
    const height = HEAD + LINE * wrapped(text, inside, NORMAL).length + PADDING;
    const box = { x: x + margin, y: top, width: width - margin, height };
    top += height + GAP;
    return box;
  });
}

/** Messages one below the other: who speaks, what is said, and which message it answers. */
export function messageList(list: MessageList): SVGTemplateResult {
  const boxes = messageBoxes(list);
  return svg`<g class=${list.grows ? 'messages growing' : 'messages'}>${list.messages.map(
    (message, i) => svg`${link(list, boxes, i)}${drawMessage(message, boxes[i], i)}`,
  )}</g>`;
}

function drawMessage(message: Message, box: Box, i: number): SVGTemplateResult {
  const { speaker, text, role, part, shown = 1, loose } = message;
  const lines = wrapped(text, box.width - 2 * PADDING, NORMAL);
  const left = box.x + PADDING;
  return svg`<g class=${loose ? 'message loose' : 'message'} style=${`--nth: ${i}`} data-part=${part ?? nothing} opacity=${shown === 1 ? nothing : shown}>
    <rect x=${box.x} y=${box.y} width=${box.width} height=${box.height} rx="8" />
    <text class=${role ? `speaker role-${role}` : 'speaker'} x=${left} y=${box.y + HEAD - 4}
      font-size=${SMALL}>${speaker}</text>
    ${lines.map(
      (line, row) => svg`<text x=${left} y=${box.y + HEAD + LINE * (row + 1) - 6}
        font-size=${NORMAL}>${line}</text>`,
    )}
  </g>`;
}

/** The line from a message to the one that answers it, drawn as far as that one has appeared. */
function link(list: MessageList, boxes: readonly Box[], i: number): SVGTemplateResult | null {
  const { cause, shown = 1 } = list.messages[i];
  if (cause === undefined || shown === 0) return null;
  const [from, to] = [boxes[cause], boxes[i]];
  const out = to.x - MARGIN - TRACK * trackOf(list.messages, i) + 4;
  const [start, end] = [from.y + from.height - 14, to.y + 14];
  const style = `--nth: ${i}`;
  return svg`<path class="cause" style=${style} pathLength="1" stroke-dasharray=${`${shown} 1`}
    d=${`M${from.x} ${start}H${out}V${end}H${to.x - 2}`} />
    <path class="cause" style=${style} opacity=${shown} d=${`M${to.x - 8} ${end - 5}l6 5l-6 5`} />`;
}
