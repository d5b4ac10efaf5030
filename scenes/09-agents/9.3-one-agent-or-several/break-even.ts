import {
  beside,
  boundsOf,
  corners,
  dotsToAvoid,
  drawLabels,
  freeHandle,
  fromAbove,
  holdWords,
  nothing,
  onGround,
  onPage,
  placed,
  projection,
  show,
  snapped,
  spaceAxes,
  stretched,
  svg,
  type Box,
  type Facing,
  type Frame,
  type Label,
  type Point,
  type SVGTemplateResult,
  type Turning,
  type Unfolding,
  type Vector,
} from '../../../src/author';
import type { Givens, Model } from './model';
import { piecesOf, rangesOf, type Ranges } from './surface';

/** What a probability is dragged by. */
const range = { min: 0, max: 1, step: 0.01 };

/** Seen from where hand-offs and gains are small, so that nothing high stands in front. */
export const HOME = { azimuth: 1.25 * Math.PI, elevation: 0.5 };
/** Room for the words around it. */
const AIR = { left: 34, right: 30, top: 46, bottom: 26 };

/** How often chains succeed, over hand-off and gain, against the level of one agent alone. */
export function breakEven(
  model: Model,
  unfolding: Unfolding,
  box: Box,
  { frame, turning }: { readonly frame: Frame<Givens>; readonly turning: Turning },
): SVGTemplateResult {
  const { p_success: p, p_handoff: h, specialist_gain: g, p_all } = model;
  const ranges = rangesOf(model);
  const [[leastH, mostH], [leastG, mostG], [foot]] = ranges;
  const { facing, to } = spaceIn(box, ranges, turning.facing);
  const place = (v: Vector): Point => to(onPage(facing, v));
  const risen = unfolding.progress('split');
  // Pieces rise or sink from what one agent comes to.
  const lifted = ([x, y, z]: Vector): Point => place([x, y, p + (z - p) * risen]);
  const pieces = risen > 0 ? farFirst(piecesOf(model, ranges), facing) : [];
  const side = (of: boolean): SVGTemplateResult[] =>
    pieces
      .filter(({ above }) => above === of)
      .map(
        ({ corners }) =>
          svg`<path class=${`piece role-${of ? 'activation' : 'gradient'}`} d=${`${path(corners.map(lifted))}Z`} />`,
      );
  const axes = spaceAxes({
    ...{ facing, to, ends: ranges, names: ['$h$', '$g$', '$P$'], opacity: 1 },
    // Along the edges in front, and up at the left: nothing stands before them however it is turned.
    through: [facing.up, facing.up, facing.right].map((way) => [...leastAlong(way, ranges), foot]),
  });
  const level = [
    [leastH, leastG, p],
    [mostH, leastG, p],
    [mostH, mostG, p],
    [leastH, mostG, p],
  ].map(place);
  const rightmost = level.reduce((a, b) => (b[0] > a[0] ? b : a));
  const [ground, point] = [place([h, g, foot]), lifted([h, g, p_all])];
  const labels: Label[] = [
    {
      ...{ text: `$P = ${show(p_all)}$`, role: 'activation', part: 'p_all', tone: 'strong' },
      ...{ size: 17, needed: true, spots: beside(...point, 'left', 12) },
    },
    ...regions(box),
    ...evenLabel(pieces.flatMap(({ even }) => even.map(lifted))),
  ];
  const drawn = svg`${axes.content}
    ${side(false)}
    <path class="level role-input" data-part="single" d=${`${path(level)}Z`} />
    ${side(true)}
    <path class="even" data-part="break_even" d=${pieces.map(({ even }) => path(even.map(lifted))).join('')} />
    ${
      risen > 0
        ? svg`<g class="role-activation" data-part="p_all">
          <path class="stem" d=${path([ground, point])} />
          <circle class="mark-dot" cx=${point[0]} cy=${point[1]} r="6" />
        </g>`
        : nothing
    }
    ${freeHandle({
      at: { x: ground[0], y: ground[1] },
      role: 'value',
      part: 'specialist_gain p_handoff',
      changes: 'how much a specialist gains and how often a hand-off arrives',
      moved(dx, dy, commit) {
        const [byH, byG] = onGround(facing, dx / to.scale, dy / to.scale);
        frame.stage.edit(
          { p_handoff: snapped(h + byH, range), specialist_gain: snapped(g + byG, range) },
          commit,
        );
      },
    })}
    ${drawLabels(
      placed(
        [title(box), oneAgent(model, rightmost), ...(risen === 1 ? labels : []), cue(box)],
        box,
        [...axes.words, ...dotsToAvoid([ground], 20), ...dotsToAvoid([point], 7)],
      ),
    )}`;
  return turning.draw(box, 'Surface of success', () => frame.redraw(), drawn);
}

/** The corner of the ground that lies least far in a direction of the page. */
const leastAlong = (way: Vector, ranges: Ranges): Vector =>
  ranges.slice(0, 2).map(([low, high], i) => (way[i] > 0 ? low : high));

/** The ranges as a block: as wide and as deep as each other, and as high as the room allows at first. */
function spaceIn({ x, y, width, height }: Box, ranges: Ranges, turned: Facing) {
  const inner = {
    x: x + AIR.left,
    y: y + AIR.top,
    width: Math.max(40, width - AIR.left - AIR.right),
    height: Math.max(40, height - AIR.top - AIR.bottom),
  };
  const home = fromAbove(HOME.azimuth, HOME.elevation);
  const ground = boundsOf(
    blockOf([
      [0, 1],
      [0, 1],
      [0, 0],
    ]).map((v) => onPage(home, v)),
  );
  const room = (inner.height / inner.width) * ground.width - ground.height;
  const tall = Math.min(1.2, Math.max(0.4, room / home.up[2]));
  const by = ranges.map(([low, high], i) => (i < 2 ? 1 : tall) / (high - low));
  const facing = stretched(turned, by);
  const [first, now] = [stretched(home, by), facing].map((from) =>
    boundsOf(blockOf(ranges).map((v) => onPage(from, v))),
  );
  // Turned, it is drawn no larger than at first: it does not come nearer.
  const [wider, higher] = [first.width - now.width, first.height - now.height].map((by) =>
    Math.max(0, by),
  );
  const bounds = {
    ...{ x: now.x - wider / 2, y: now.y - higher / 2 },
    ...{ width: now.width + wider, height: now.height + higher },
  };
  return { facing, to: projection(bounds, inner) };
}

const blockOf = ([a, b, c]: Ranges): Vector[] =>
  a.flatMap((x) => b.flatMap((y) => c.map((z) => [x, y, z])));

/** What is behind is drawn first. */
function farFirst<P extends { readonly corners: readonly Vector[] }>(
  pieces: readonly P[],
  { up }: Facing,
): P[] {
  const depth = ({ corners: [[x, y]] }: P): number => up[0] * x + up[1] * y;
  return pieces.toSorted((a, b) => depth(b) - depth(a));
}

const path = (points: readonly Point[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

const title = ({ x, y }: Box): Label => ({
  text: 'success $P$ by hand-off $h$ and gain $g$',
  shorter: 'success $P$ by $h$ and $g$',
  ...{ size: 15, needed: true, spots: [{ x: x + 2, y: y + 15, anchor: 'start' }] },
});

/** That it can be turned, as long as there is room to say so. */
const cue = ({ x, y, height }: Box): Label => ({
  text: `${holdWords('turn', false)} Or use the arrow keys and 0.`,
  shorter: holdWords('turn', false),
  ...{ size: 15, tone: 'note', spots: [{ x: x + 2, y: y + height - 6, anchor: 'start' }] },
});

const oneAgent = ({ p_success }: Model, [x, y]: Point): Label => ({
  text: `alone: ${show(p_success)}`,
  ...{ role: 'input', part: 'single', size: 15, needed: true },
  spots: [-12, -26, 22, 38].map((dy) => ({ x: x + 26, y: y + dy, anchor: 'end' })),
});

/** At the right end of the line, wherever there is one and room for it. */
const evenLabel = (points: readonly Point[]): Label[] =>
  points
    .toSorted(([a], [b]) => b - a)
    .slice(0, 1)
    .map(([x, y]) => ({
      ...{ text: 'break even', part: 'break_even', size: 15 },
      spots: beside(x, y, 'right', 8),
    }));

const regions = (box: Box): Label[] => {
  const spots = corners({ ...box, y: box.y + 18, height: box.height - 18 }, 15);
  return [
    {
      ...{ text: 'chain succeeds more', shorter: 'chain better', role: 'activation', size: 15 },
      spots: spots.filter(({ y }) => y < box.y + box.height / 2),
    },
    {
      ...{ text: 'chain succeeds less', shorter: 'chain worse', role: 'gradient', size: 15 },
      spots: spots.filter(({ y }) => y > box.y + box.height / 2),
    },
  ];
};
