import { svg, type SVGTemplateResult } from 'lit';
import type { Vector } from '../../math/value';
import { ticksOf } from './axis';
import { overlaps, type Box } from './box';
import { onPage, type Facing, type Projection } from './facing';
import { boxOf } from './labels';
import type { Point } from './path';
import { linearScale } from './scale';
import { SMALL, svgText } from './text';

/** The axes of a plane or a space, as it is looked at. */
export interface SpaceAxes {
  readonly facing: Facing;
  readonly to: Projection;
  /** Where each axis begins and ends. */
  readonly ends: readonly Point[];
  /** A point on each axis: they need not meet. The origin unless said. */
  readonly through?: readonly Vector[];
  readonly names: readonly string[];
  readonly opacity: number;
}

/** The axes, and where words stand that others keep off. */
export interface DrawnAxes {
  readonly content: SVGTemplateResult;
  readonly words: readonly Box[];
}

interface Word {
  readonly at: Point;
  readonly text: string;
  readonly size: number;
}

/** From the middle of a line of type to its baseline, in sizes of the type. */
const DROP = 0.36;
/** Between an axis and what is written along it. */
const OFF = 16;

/** Axes with numbers along them, over a grid on the plane of the first two. */
export function spaceAxes({ facing, to, ends, names, opacity, through }: SpaceAxes): DrawnAxes {
  const origin = ends.map(() => 0);
  const place = (v: Vector): Point => to(onPage(facing, v));
  const along = (axis: number, x: number, other = -1, y = 0): Vector =>
    (through?.[axis] ?? origin).map((at, i) => (i === axis ? x : i === other ? y : at));
  const axes = ends.map(([low, high], axis) => {
    const [start, end] = [place(along(axis, low)), place(along(axis, high))];
    const length = Math.hypot(end[0] - start[0], end[1] - start[1]);
    return {
      axis,
      start,
      end,
      ...ticksOf(linearScale([low, high], [0, length]), 'x', ends.length > 2 ? 3 : 6),
    };
  });
  const centre = place(ends.map(([low, high]) => (low + high) / 2));
  const lines = axes.slice(0, 2).flatMap(({ axis, ticks }) => {
    const other = 1 - axis;
    return ticks.map(({ value }) =>
      stroke(
        place(along(axis, value, other, ends[other][0])),
        place(along(axis, value, other, ends[other][1])),
      ),
    );
  });
  const asideOf = axes.map(({ start, end }) => away(start, end, centre));
  const called = axes.map(({ axis, start, end }): Word => ({
    at: offset(beyond(start, end), asideOf[axis], 2),
    text: names[axis],
    size: 17,
  }));
  const numbers = axes.flatMap(({ axis, ticks }) =>
    ticks
      // Where axes meet at the origin, 0 would be written once for each.
      .filter(({ value }) => through !== undefined || value !== 0)
      .map(({ value, text }): Word => ({
        at: offset(place(along(axis, value)), asideOf[axis], OFF),
        text,
        size: SMALL,
      })),
  );
  // The name of one axis may stand where another begins: it says more than a number.
  const words = [
    ...called,
    ...numbers.filter((word) => !called.some((name) => overlaps(covers(word), covers(name)))),
  ];
  return {
    content: svg`<g class="axes" opacity=${opacity}>
      <path class="grid" d=${lines.join('')} />
      ${axes.map(({ start, end }) => svg`<path class="frame" d=${stroke(start, end)} />`)}
      ${words.map(written)}
    </g>`,
    words: words.map(covers),
  };
}

const covers = ({ at: [x, y], text, size }: Word): Box =>
  boxOf(text, size, { x, y: y + DROP * size, anchor: 'middle' });

const stroke = (from: Point, to: Point): string => `M${from[0]} ${from[1]}L${to[0]} ${to[1]}`;

const offset = ([x, y]: Point, [ux, uy]: Point, by: number): Point => [x + ux * by, y + uy * by];

/** A little past the end of an axis, for its name. */
function beyond(from: Point, end: Point): Point {
  const length = Math.hypot(end[0] - from[0], end[1] - from[1]) || 1;
  return offset(end, [(end[0] - from[0]) / length, (end[1] - from[1]) / length], OFF);
}

/** At right angles to an axis, on the side where the middle of the picture is not. */
function away(from: Point, end: Point, centre: Point): Point {
  const length = Math.hypot(end[0] - from[0], end[1] - from[1]) || 1;
  const normal: Point = [-(end[1] - from[1]) / length, (end[0] - from[0]) / length];
  const side = (centre[0] - from[0]) * normal[0] + (centre[1] - from[1]) * normal[1];
  return side > 0 ? [-normal[0], -normal[1]] : normal;
}

const written = ({ at: [x, y], text, size }: Word): SVGTemplateResult =>
  svg`<text x=${x} y=${y + DROP * size} text-anchor="middle" font-size=${size}>${svgText(text)}</text>`;
