import {
  equalsSign,
  onPage,
  show,
  svg,
  type Format,
  type Label,
  type Point,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import type { Model } from './model';
import { degrees } from './solution';
import { scaled, type Space } from './space';

/** What is drawn around the arrows, with its labels. */
export interface Drawn {
  readonly content: SVGTemplateResult;
  readonly labels: readonly Label[];
}

/** How far an arc goes on past the arrows, as a share of the angle between them. */
const PAST = 0.15;
/** The radius of the angle, in stage units and as a share of the shorter arrow. */
const RADIUS = { most: 92, share: 0.4 };

const STRONG = { role: 'activation', tone: 'strong', size: 18, needed: true } as const;

/** The shadow of the second arrow on the first, both of length 1: its length is the cosine. */
export function shadow(model: Model, unfolding: Unfolding, space: Space): Drawn {
  const seen = Math.max(0, (space.shrunk - 0.7) / 0.3);
  if (seen === 0) return { content: svg``, labels: [] };
  const foot = space.place(scaled(space.a, model.cosine));
  const [origin, tip] = [space.place(scaled(space.a, 0)), space.place(space.b)];
  const circle = arc(model, space, 1, [-PAST, 1 + PAST]);
  const known = unfolding.shown('cosine');
  return {
    content: svg`<g opacity=${seen}>
      <path class="unit-circle" d=${pathOf(circle)} />
      <path class="unit-circle" d=${pathOf([origin, foot])} />
      <path class="falls" d=${pathOf([tip, foot])} />
      <path class="shadow role-activation" data-part="cosine" d=${pathOf([origin, foot])} />
    </g>`,
    labels: [
      ...(known ? [cosineLabel(model, [origin, foot], seen)] : []),
      {
        text: 'both at length 1',
        tone: 'note',
        opacity: seen,
        spots: [...around(circle[circle.length - 1]), ...around(circle[0])],
      },
    ],
  };
}

const cosineLabel = (
  { cosine }: Model,
  [origin, foot]: readonly [Point, Point],
  opacity: number,
): Label => ({
  ...STRONG,
  text: `$\\cos\\theta$ ${equals(cosine)}`,
  part: 'cosine',
  opacity,
  spots: along(origin, foot),
});

/** The angle itself, opening as its step goes on. */
export function angleMark(model: Model, unfolding: Unfolding, space: Space): Drawn {
  const open = unfolding.progress('angle');
  if (open === 0) return { content: svg``, labels: [] };
  const shorter = Math.min(Math.hypot(...space.a), Math.hypot(...space.b));
  const radius = Math.min(RADIUS.most / space.to.scale, RADIUS.share * shorter);
  const points = arc(model, space, radius, [0, open]);
  const origin = space.place(scaled(space.a, 0));
  const [middle] = arc(model, space, radius * 1.25, [0.5, 0.5]);
  return {
    content: svg`<path class="angle role-activation" data-part="angle" d=${pathOf(points)} />`,
    labels: unfolding.shown('angle')
      ? [
          {
            ...STRONG,
            text: `$\\theta$ ${equals(model.angle, degrees)}°`,
            part: 'angle',
            spots: [...around(middle), ...around(origin, 26)],
          },
        ]
      : [],
  };
}

const equals = (x: number, format?: Format): string =>
  `${equalsSign(x, format)} ${show(x, format)}`;

/** Points around the origin, from a share of the angle between the arrows to another. */
function arc(
  { a, b }: Model,
  { facing, to }: Space,
  radius: number,
  [from, end]: readonly [number, number],
): Point[] {
  const [first, second] = [a, b].map((v) => {
    const [x, y] = onPage(facing, v);
    return Math.atan2(y, x);
  });
  const turn = Math.atan2(Math.sin(second - first), Math.cos(second - first));
  return Array.from({ length: 41 }, (_, i) => {
    const angle = first + turn * (from + ((end - from) * i) / 40);
    return to([radius * Math.cos(angle), radius * Math.sin(angle)]);
  });
}

const pathOf = (points: readonly Point[]): string =>
  `M${points.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L')}`;

const around = ([x, y]: Point, off = 8): Label['spots'] => [
  { x: x + off, y: y + 5, anchor: 'start' },
  { x: x - off, y: y + 5, anchor: 'end' },
  { x, y: y - off - 4, anchor: 'middle' },
  { x: x - off, y: y + off + 14, anchor: 'start' },
];

/** Below the shadow, or above it. */
const along = (from: Point, to: Point): Label['spots'] =>
  [0.5, 0.8, 0.3].flatMap((share) => {
    const [x, y] = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    return [24, -14, 34].map((off) => ({ x, y: y + off, anchor: 'middle' as const }));
  });
