import {
  cutOff,
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

interface Panel {
  readonly content: SVGTemplateResult;
  readonly height: number;
}

const PADDING = 10;
const GAP = 8;
/** A card as narrow as that still has its longest name on one line. */
const NARROWEST = 160;
const SIZE = 14;
const LINE = 20;
const HEAD = 26;

/** The values on their way: the input, and what comes out of each part. */
export function cards({ recording }: Model, unfolding: Unfolding, box: Box): Panel {
  const titles = [
    'the input',
    ...STAGES.map(
      (stage) => `out of ${recording.by && stage === 'model' ? 'your' : 'the'} ${stage}`,
    ),
  ];
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

/** Side by side, or one below the other where that is too narrow. */
function drawn(all: readonly Card[], box: Box): Panel {
  const aside = (box.width + GAP) / all.length >= NARROWEST + GAP;
  const pitch = Math.max(54, Math.min(100, box.height / all.length));
  const height = aside ? Math.max(120, Math.min(240, box.height * 0.6)) : pitch - 6;
  const boxes = aside
    ? tiles({ ...box, height }, all.length, NARROWEST, GAP)
    : all.map((_, i) => ({ ...box, y: box.y + i * pitch, height }));
  return {
    height: aside ? height : all.length * pitch,
    content: svg`<g data-part="passed">${all.map((card, i) =>
      aside ? tall(card, boxes[i]) : flat(card, boxes[i]),
    )}</g>`,
  };
}

/** A card with its title above it. */
function tall(card: Card, box: Box): SVGTemplateResult {
  const top = box.y + HEAD;
  const inside = { ...box, y: top, height: box.height - HEAD };
  return svg`<g class=${classOf(card)} data-part=${card.part}>
    <text class="title" x=${box.x + 2} y=${box.y + 16} font-size=${SIZE}>${card.title}</text>
    ${outline(inside)}
    <text class=${nameClass(card)} x=${box.x + PADDING} y=${top + 24} font-size=${SIZE}
      opacity=${card.shown}>${card.shown > 0 ? card.name : ''}</text>
    ${content(card, inside, top + 24 + LINE)}
  </g>`;
}

/** A card with its title beside its name. */
function flat(card: Card, box: Box): SVGTemplateResult {
  const left = box.x + PADDING;
  const name = left + textWidth(card.title, SIZE) + 12;
  return svg`<g class=${classOf(card)} data-part=${card.part}>
    ${outline(box)}
    <text class="title" x=${left} y=${box.y + 19} font-size=${SIZE}>${card.title}</text>
    <text class=${nameClass(card)} x=${name} y=${box.y + 19} font-size=${SIZE}
      opacity=${card.shown}>${card.shown > 0 ? card.name : ''}</text>
    ${content(card, box, box.y + 19 + LINE)}
  </g>`;
}

/** What it holds, in as many lines as there is room for from this one on. */
function content({ content: text, shown }: Card, box: Box, from: number) {
  const width = box.width - 2 * PADDING;
  const most = Math.max(1, Math.floor((box.y + box.height - from) / LINE) + 1);
  const lines = wrapped(text, width, SIZE);
  const kept = lines.slice(0, most);
  if (kept.length < lines.length) kept.push(cutOff(kept.pop()!, width, SIZE));
  return shown > 0
    ? kept.map(
        (line, i) => svg`<text x=${box.x + PADDING} y=${from + LINE * i} font-size=${SIZE}
          opacity=${shown}>${line}</text>`,
      )
    : '';
}

const outline = ({ x, y, width, height }: Box): SVGTemplateResult =>
  svg`<rect x=${x} y=${y} width=${width} height=${height} rx="8" />`;

const classOf = ({ role, shown }: Card): string =>
  `pipe-card${shown > 0 ? '' : ' open'}${role ? ' failed' : ''}`;

const nameClass = ({ role }: Card): string => (role ? `name role-${role}` : 'name');
