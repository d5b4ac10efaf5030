import {
  beside,
  boundsOf,
  corners,
  dotsToAvoid,
  drawLabels,
  freeHandle,
  fromAbove,
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
  type Unfolding,
  type Vector,
} from '../../../src/author';
import type { Givens, Model } from './model';
import { piecesOf, rangesOf, type Ranges } from './surface';

/** What a probability is dragged by. */
const range = { min: 0, max: 1, step: 0.01 };

/** Seen from where hand-offs and gains are small, so that nothing high stands in front. */
const FROM = fromAbove(1.25 * Math.PI, 0.5);
/** Room for the words around it. */
const AIR = { left: 34, right: 30, top: 46, bottom: 26 };

/** How often chains succeed, over hand-off and gain, against the level of one agent alone. */
export function breakEven(
  model: Model,
  unfolding: Unfolding,
  box: Box,
  { stage }: Frame<Givens>,
): SVGTemplateResult {
  const { p_success: p, p_handoff: h, specialist_gain: g, p_all } = model;
  const ranges = rangesOf(model);
  const [[leastH, mostH], [leastG, mostG], [foot]] = ranges;
  const { facing, to } = spaceIn(box, ranges);
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
    through: [
      [leastH, leastG, foot],
      [leastH, leastG, foot],
      [leastH, mostG, foot],
    ],
  });
  const level = [
    [leastH, leastG, p],
    [mostH, leastG, p],
    [mostH, mostG, p],
    [leastH, mostG, p],
  ].map(place);
  const [ground, point] = [place([h, g, foot]), lifted([h, g, p_all])];
  const labels: Label[] = [
    {
      ...{ text: `$P = ${show(p_all)}$`, role: 'activation', part: 'p_all', tone: 'strong' },
      ...{ size: 17, needed: true, spots: beside(...point, 'left', 12) },
    },
    ...regions(box),
    ...evenLabel(pieces.flatMap(({ even }) => even.map(lifted))),
  ];
  return svg`${axes.content}
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
        stage.edit(
          { p_handoff: snapped(h + byH, range), specialist_gain: snapped(g + byG, range) },
          commit,
        );
      },
    })}
    ${drawLabels(
      placed([title(box), oneAgent(model, level[1]), ...(risen === 1 ? labels : [])], box, [
        ...axes.words,
        ...dotsToAvoid([ground], 20),
        ...dotsToAvoid([point], 7),
      ]),
    )}`;
}

/** The ranges as a block: as wide and as deep as each other, and as high as the room allows. */
function spaceIn({ x, y, width, height }: Box, ranges: Ranges) {
  const inner = {
    x: x + AIR.left,
    y: y + AIR.top,
    width: Math.max(40, width - AIR.left - AIR.right),
    height: Math.max(40, height - AIR.top - AIR.bottom),
  };
  const ground = boundsOf(
    blockOf([
      [0, 1],
      [0, 1],
      [0, 0],
    ]).map((v) => onPage(FROM, v)),
  );
  const room = (inner.height / inner.width) * ground.width - ground.height;
  const tall = Math.min(1.2, Math.max(0.4, room / FROM.up[2]));
  const facing = stretched(
    FROM,
    ranges.map(([low, high], i) => (i < 2 ? 1 : tall) / (high - low)),
  );
  return { facing, to: projection(boundsOf(blockOf(ranges).map((v) => onPage(facing, v))), inner) };
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
