import { messageBoxes, type Box, type Message, type Unfolding } from '../../../src/author';
import type { ToolCall } from './chat';
import { causeOf, type Model } from './model';

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

const ROLES = { user: 'input', assistant: 'activation', tool: 'weight' } as const;

export function layoutOf(
  model: Model,
  unfolding: Unfolding,
  width: number,
  height: number,
  most: number,
): Layout {
  const room = (width - 2 * MARGIN - 40) / most;
  const side = Math.max(SIDE.least, Math.min(SIDE.most, room - 5));
  const pitch = side + 5;
  const turns = Array.from({ length: model.max_turns }, (_, i) => ({
    x: MARGIN + i * pitch,
    y: TOP,
    width: side,
    height: side,
  }));
  const y = TOP + side + 20;
  const beside = width >= LOOP.from ? LOOP.width + 20 : 0;
  const list = { x: MARGIN, y, width: width - 2 * MARGIN - beside };
  const shown = model.messages.map((_, i) => shownAt(model, i, unfolding));
  const begun = shown.findLastIndex((share) => share > 0) + 1;
  const from = (first: number): Message[] =>
    model.messages.slice(first, begun).map((message, i): Message => {
      const cause = causeOf(model.messages, first + i);
      return {
        speaker: message.role === 'tool' ? `tool, on ${message.tool_call_id}` : message.role,
        text:
          message.role === 'assistant' && message.tool_calls.length > 0
            ? message.tool_calls.map(callText).join('; ')
            : message.content,
        role: ROLES[message.role],
        part: `messages.${momentOf(model, first + i)[0]}.${first + i}`,
        shown: shown[first + i],
        ...(cause !== undefined && cause >= first && { cause: cause - first }),
      };
    });
  const fits = (first: number): boolean => {
    const last = messageBoxes({ messages: from(first), ...list }).at(-1);
    return !last || last.y + last.height <= height - 6;
  };
  const first = model.messages.findIndex((_, i) => fits(i));
  return {
    turns,
    grip: { x: MARGIN + model.max_turns * pitch + 18, y: TOP + side / 2 },
    pitch,
    list,
    ...(beside > 0 && {
      loop: { x: width - MARGIN - LOOP.width, y: y + 10, width: LOOP.width, height: LOOP.height },
    }),
    messages: from(Math.max(0, first)),
  };
}

const callText = ({ id, name, args }: ToolCall): string =>
  `${id}: ${name}(${Object.entries(args)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')})`;

/**
 * The step with which a message comes, and which of how many it is there. The first message of the
 * model comes with the first step, its results with the second, what follows with the third.
 */
function momentOf({ messages }: Model, i: number): readonly [step: string, at: number, of: number] {
  if (i < 2) return ['ask', 0, 1];
  const second = messages.findIndex(({ role }, at) => at > 1 && role === 'assistant');
  const end = second < 0 ? messages.length : second;
  return i < end ? ['tools', i - 2, end - 2] : ['stop', i - end, messages.length - end];
}

/** How far a message has come; the question stands there from the beginning. */
export function shownAt(model: Model, i: number, unfolding: Unfolding): number {
  return i === 0 ? 1 : unfolding.sweep(...momentOf(model, i));
}
