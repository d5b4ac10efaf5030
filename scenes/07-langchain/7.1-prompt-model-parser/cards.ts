import {
  svg,
  textWidth,
  tiles,
  wrapped,
  type Box,
  type Role,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import type { Model } from './model';
import { STAGES } from './recording';

interface Card {
  readonly title: string;
  /** In bold: the type of a value, or how a part has fared. */
  readonly name: string;
  readonly content: string;
  readonly role?: Role;
  readonly part: string;
  /** How far it has appeared. */
  readonly shown: number;
}

const PADDING = 12;
const HEAD = 30;
/** From line to line, in sizes of the type. */
const LEADING = 1.45;

type Panel = { content: SVGTemplateResult; height: number };

/** The values on their way: the input, and what comes out of each part. */
export function cards({ recording }: Model, unfolding: Unfolding, box: Box): Panel {
  const titles = ['the input', ...STAGES.map((stage) => `out of the ${stage}`)];
  return drawn(
    recording.passed.map(({ type, content }, i) => ({
      title: titles[i],
      name: type,
      content,
      part: `passed.${i}`,
      shown: i === 0 ? 1 : unfolding.sweep('travel', i, 4),
    })),
    box,
  );
}

/** How each part has fared once one of them throws. */
export function statuses({ recording, throws }: Model, unfolding: Unfolding, box: Box): Panel {
  const { ran, message } = recording.broken;
  return drawn(
    STAGES.map((stage, i) => {
      const failed = stage === throws;
      return {
        title: `the ${stage}`,
        name: failed ? 'throws' : ran.includes(stage) ? 'runs' : 'never begins',
        content: failed ? message : '',
        ...(failed && { role: 'gradient' }),
        part: failed ? 'error' : `fared.${stage}`,
        shown: unfolding.sweep('throws', i, STAGES.length),
      };
    }),
    box,
  );
}

function drawn(all: readonly Card[], box: Box): Panel {
  const columns = tiles(box, all.length, 150, 14);
  const across = new Set(columns.map(({ x }) => x)).size;
  // One row of cards has the height to be read from afar.
  const rows = Math.ceil(all.length / across);
  const size = rows === 1 ? 16 : 14;
  const linesOf = ({ content }: Card): string[] =>
    wrapped(content, columns[0].width - 2 * PADDING, size);
  const most = Math.max(...all.map((card) => linesOf(card).length));
  const needed = HEAD + 3 * PADDING + size * LEADING * (1 + most);
  const height = rows === 1 ? Math.max(needed, Math.min(240, box.height * 0.6)) : needed;
  return {
    height: rows * (height + 14),
    content: svg`<g data-part="passed">${all.map((card, i) => {
      const y = box.y + Math.floor(i / across) * (height + 14);
      return draw(card, { ...columns[i], y, height }, { lines: linesOf(card), size });
    })}</g>`,
  };
}

interface Setting {
  readonly lines: readonly string[];
  readonly size: number;
}

function draw(card: Card, box: Box, { lines, size }: Setting): SVGTemplateResult {
  const { title, name, role, part, shown } = card;
  const left = box.x + PADDING;
  const top = box.y + HEAD;
  return svg`<g class=${`pipe-card${shown > 0 ? '' : ' open'}${role ? ' failed' : ''}`} data-part=${part}>
    <text class="title" x=${box.x + 2} y=${box.y + 18} font-size="14">${title}</text>
    <rect x=${box.x} y=${top} width=${box.width} height=${box.height - HEAD} rx="8" />
    <g opacity=${shown}>
      <text class=${role ? `name role-${role}` : 'name'} x=${left} y=${top + PADDING + 12}
        font-size=${textWidth(name, 16) > box.width - 2 * PADDING ? 14 : 16}>${shown > 0 ? name : ''}</text>
      ${lines.map(
        (line, i) => svg`<text x=${left} y=${top + PADDING + 14 + size * LEADING * (i + 1)}
          font-size=${size}>${shown > 0 ? line : ''}</text>`,
      )}
    </g>
  </g>`;
}
