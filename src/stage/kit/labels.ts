import { nothing, svg, type SVGTemplateResult } from 'lit';
import { contains, overlap, type Box } from './box';
import { roleClass, type Mark } from './marks';
import { NORMAL, svgText, textWidth } from './text';

/** A place for a label: the point its text starts from, ends at or is centred on, on its baseline. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Words that stand beside what they name, wherever they are in nobody's way. */
export interface Label extends Mark {
  /** With mathematics between dollar signs. */
  readonly text: string;
  /** What it says where it has no room to say all. */
  readonly shorter?: string;
  /** Where it may stand, the best first. */
  readonly spots: readonly Spot[];
  readonly size?: number;
  readonly tone?: 'strong' | 'note';
  /** Without it the picture says too little: it stands in the least bad of its places. */
  readonly needed?: boolean;
}

export interface Placed {
  readonly label: Label;
  readonly text: string;
  readonly spot: Spot;
  readonly box: Box;
}

/** Above and below the baseline, in sizes of the type. */
const ASCENT = 0.82;
const DESCENT = 0.26;

/** What a label covers at a spot. */
export function boxOf(text: string, size: number, { x, y, anchor }: Spot): Box {
  const width = textWidth(text, size);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { x: left, y: y - ASCENT * size, width, height: (ASCENT + DESCENT) * size };
}

/**
 * Places labels one after the other, each at the first of its spots that lies within the area and
 * in nobody's way, shorter if need be. One that finds none is left out, unless it is needed.
 */
export function placed(
  labels: readonly Label[],
  within: Box,
  avoid: readonly Box[] = [],
): Placed[] {
  const done: Placed[] = [];
  for (const label of labels) {
    const { text, shorter, size = NORMAL, spots } = label;
    const texts = shorter === undefined ? [text] : [text, shorter];
    const candidates = texts.flatMap((says) => spots.map((spot) => ({ says, spot })));
    const tries = candidates.map(({ says, spot }) => {
      const box = boxOf(says, size, spot);
      const off = contains(within, box) ? 0 : box.width * box.height - overlap(within, box);
      const covers = avoid.reduce((sum, other) => sum + overlap(box, other), 0);
      // Words on words can be read least of all.
      const words = done.reduce((sum, other) => sum + overlap(box, other.box), 0);
      return { label, text: says, spot, box, cost: covers + 4 * off + 4 * words };
    });
    const best = tries.reduce<(typeof tries)[number] | undefined>(
      (least, next) => (least === undefined || next.cost < least.cost ? next : least),
      undefined,
    );
    if (best && (best.cost === 0 || label.needed)) done.push(best);
  }
  return done;
}

export const drawLabels = (all: readonly Placed[]): SVGTemplateResult[] =>
  all.map(
    ({ label, text, spot: { x, y, anchor } }) => svg`<text
      class=${`label ${label.tone ?? ''} ${roleClass(label)}`} data-part=${label.part ?? nothing}
      opacity=${label.opacity ?? nothing} x=${x} y=${y} text-anchor=${anchor}
      font-size=${label.size ?? NORMAL}>${svgText(text)}</text>`,
  );

type Side = 'left' | 'right';

/** Spots around a point, first on the side that is preferred, then ever further off. */
export function beside(x: number, y: number, side: Side = 'right', gap = 12): Spot[] {
  const at = (way: number, dy: number, away = gap): Spot => ({
    x: x + way * away,
    y: y + dy,
    anchor: way > 0 ? 'start' : way < 0 ? 'end' : 'middle',
  });
  const first = side === 'right' ? 1 : -1;
  return [
    ...[first, -first].flatMap((way) => [at(way, -6), at(way, 5), at(way, 18)]),
    at(0, -gap - 2),
    at(0, gap + 14),
    ...[first, -first].flatMap((way) => [at(way, -26), at(way, 36)]),
  ];
}

/** Spots above and below a level line, at its ends, then along it. */
export function along(left: number, right: number, y: number, side: Side = 'right'): Spot[] {
  const ends: Spot[] = [
    { x: right - 6, y, anchor: 'end' },
    { x: left + 8, y, anchor: 'start' },
  ];
  if (side === 'left') ends.reverse();
  const between = [0.5, 0.75, 0.25].map((share): Spot => ({
    x: left + (right - left) * share,
    y,
    anchor: 'middle',
  }));
  return [...ends, ...between].flatMap((spot) => [
    { ...spot, y: y - 7 },
    { ...spot, y: y + 19 },
  ]);
}

/** Spots in the corners of an area. */
export function corners({ x, y, width, height }: Box, size = NORMAL): Spot[] {
  const [top, bottom] = [y + size + 4, y + height - 10];
  return [
    { x: x + width - 8, y: top, anchor: 'end' },
    { x: x + width - 8, y: bottom, anchor: 'end' },
    { x: x + 10, y: top, anchor: 'start' },
    { x: x + 10, y: bottom, anchor: 'start' },
    { x: x + width / 2, y: top, anchor: 'middle' },
    { x: x + width / 2, y: bottom, anchor: 'middle' },
  ];
}

/** What labels keep off around points, in stage units. */
export const dotsToAvoid = (points: readonly (readonly [number, number])[], r = 7): Box[] =>
  points
    .filter((point) => point.every(Number.isFinite))
    .map(([x, y]) => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r }));

/** Along a line no further apart than this. */
const STRIDE = 8;
const MOST = 400;

/** What labels keep off along a line through these points, in stage units. */
export function lineToAvoid(points: readonly (readonly [number, number])[], r = 3): Box[] {
  const boxes: (readonly [number, number])[] = [];
  points.forEach(([x, y], i) => {
    if (i === 0) return;
    const [fromX, fromY] = points[i - 1];
    const length = Math.hypot(x - fromX, y - fromY);
    const room = MOST - boxes.length;
    const count = Math.min(room, Math.ceil(length / STRIDE)) || 0;
    for (let k = 0; k <= count; k += 1) {
      const share = count === 0 ? 0 : k / count;
      boxes.push([fromX + (x - fromX) * share, fromY + (y - fromY) * share]);
    }
  });
  return dotsToAvoid(boxes, r);
}
