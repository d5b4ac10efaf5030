import { isWords, type Words } from '../math/value';
import type { Expression } from '../solution/expression';
import { lineText } from '../solution/line';
import { plainText } from '../solution/math-text';
import { BadValue } from '../state/bad-value';
import { drawFor, type Asked } from './prediction-kind';

/** What a line says: words with mathematics between dollar signs, or an identity. */
type Says = string | Expression;

/** A line that belongs, and, where it is not the first, what it needs that is not there yet. */
interface Belonging {
  readonly says: Says;
  readonly early?: string;
}

/** A line that belongs nowhere, the line it is to be told from, and what is wrong with it. */
interface Distractor {
  readonly says: Says;
  readonly twin: string;
  readonly hint: string;
}

/** What the kind `order` asks with: its lines by id, those that belong nowhere included. */
export interface OrderOptions {
  readonly lines: Readonly<Record<string, Belonging | Distractor>>;
}

export type OrderLine = OrderOptions['lines'][string];

export const linesOf = ({ prediction }: Pick<Asked, 'prediction'>): OrderOptions['lines'] =>
  (prediction.options as OrderOptions).lines;

/** The right order. */
export const orderOf = ({ answer }: Pick<Asked, 'answer'>): Words =>
  isWords(answer.value) ? answer.value : [];

export const isDistractor = (line: OrderLine): line is Distractor => 'twin' in line;

/** A line as a reader of screens hears it. */
export const spokenLine = ({ says }: OrderLine): string =>
  typeof says === 'string' ? plainText(says) : lineText(says);

/**
 * The lines as they are first offered: in disorder, never solved already, and each that belongs
 * nowhere in a pair with the one it is to be told from.
 */
export function scrambled(asked: Pick<Asked, 'prediction' | 'instance' | 'answer'>): string[][] {
  const random = drawFor(asked);
  const order = orderOf(asked);
  const lines = Object.entries(linesOf(asked));
  const groups = order.map((id) => [
    id,
    ...lines.flatMap(([other, line]) => (isDistractor(line) && line.twin === id ? other : [])),
  ]);
  for (;;) {
    const drawn = random.shuffle(groups);
    const solved = drawn.every((group, i) => group === groups[i]);
    if (!solved || groups.length < 2) return drawn.map((group) => random.shuffle(group));
  }
}

/** Reads ids of lines, each at most once. */
export function readOrder(text: string, asked: Asked): Words {
  const ids = text
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);
  if (ids.length === 0) throw new BadValue('is still empty; choose the first line');
  const unknown = ids.find((id) => !Object.hasOwn(linesOf(asked), id));
  if (unknown !== undefined) throw new BadValue(`“${unknown}” is none of the lines`);
  if (new Set(ids).size < ids.length) throw new BadValue('has a line twice');
  return ids;
}
