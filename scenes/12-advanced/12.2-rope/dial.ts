import {
  dotsToAvoid,
  drawLabels,
  freeHandle,
  lineToAvoid,
  nothing,
  placed,
  projection,
  rotated,
  svg,
  vectorArrow,
  type Box,
  type Frame,
  type Point,
  type Role,
  type SVGTemplateResult,
  type Unfolding,
  type Vector,
} from '../../../src/author';
import { angleLabels, gapLabel, named, scoreLabel } from './dial-labels';
import { arcOf, footOf, gapOf, longest, partsAt, pathOf, type Dialled } from './dialled';
import { dragged, grips } from './grips';
import type { Givens, Model } from './model';
import { turnsAt } from './turns';
import './view.css';

/** Room around the longest arrow, as a share of it: for grips and names. */
const AIR = 0.3;
/** Query and key as arrows that turn with their positions. */
export function dial(
  model: Model,
  unfolding: Unfolding,
  box: Box,
  { stage }: Frame<Givens>,
): SVGTemplateResult {
  const turns = turnsAt(model, unfolding);
  const reach = (1 + AIR) * longest(model);
  const to = projection({ x: -reach, y: -reach, width: 2 * reach, height: 2 * reach }, box);
  const [q, k] = [rotated(model.q, turns.q), rotated(model.k, turns.k)];
  const dialled = { model, unfolding, turns, to, q, k };
  const turned = unfolding.progress('turn') > 0;
  const origin = to([0, 0]);
  const parts = partsAt(unfolding);
  const arrow = (v: Vector, role: Role, part: string, dashed = false) =>
    vectorArrow({ from: origin, to: to([v[0], v[1]]), role, part, dashed });
  const ends = [q, k].map(([x, y]) => to([x, y]));
  const labels = [
    ...named(dialled, parts),
    ...(unfolding.shown('dot') ? [scoreLabel(dialled), gapLabel(dialled)] : []),
    ...angleLabels(dialled),
  ];
  return svg`
    <path class="dial-axes" d=${`M${box.x} ${origin[1]}H${box.x + box.width}M${origin[0]} ${box.y}V${box.y + box.height}`} />
    ${[model.q, model.k].map(
      (v) =>
        svg`<circle class="dial-round" cx=${origin[0]} cy=${origin[1]} r=${Math.hypot(...v) * to.scale} />`,
    )}
    ${turned ? svg`${arrow(model.k, 'value', 'k', true)} ${arrow(model.q, 'input', 'q', true)}` : nothing}
    ${arcs(dialled)} ${shadow(dialled)}
    ${arrow(k, 'value', parts.k)} ${arrow(q, 'input', parts.q)}
    ${grips(model, to).map(({ name, role, at, share }) =>
      freeHandle({
        at: { x: at[0], y: at[1] },
        role,
        changes: `the ${name === 'q' ? 'query' : 'key'}`,
        moved: (dx, dy, commit) =>
          stage.edit({ [name]: dragged(model[name], [dx, dy], share * to.scale) }, commit),
      }),
    )}
    ${drawLabels(
      placed(labels, box, [
        ...dotsToAvoid(ends, 12),
        ...dotsToAvoid(
          grips(model, to).map(({ at }) => at),
          18,
        ),
        ...ends.flatMap((end) => lineToAvoid([origin, end], 5)),
        ...dotsToAvoid(
          (['q', 'k'] as const).flatMap((name) => arcOf(dialled, name)),
          4,
        ),
      ]),
    )}`;
}

/** How far each arrow has been turned, and the angle between both. */
function arcs(dialled: Dialled): SVGTemplateResult {
  const { turns, unfolding } = dialled;
  const round = (name: 'q' | 'k', part: string) =>
    Math.abs(turns[name]) < 1e-9
      ? nothing
      : svg`<path class=${`dial-arc role-${name === 'q' ? 'input' : 'value'}`} data-part=${part}
          d=${pathOf(arcOf(dialled, name))} />`;
  const seen = unfolding.progress('dot');
  return svg`${round('q', 'alpha')} ${round('k', 'beta')}
    ${
      seen > 0
        ? svg`<path class="dial-gap role-activation" data-part="gap" opacity=${seen}
            d=${pathOf(gapOf(dialled))} />`
        : nothing
    }`;
}

/** The shadow of the key on the query: times the query's length it is their dot product. */
function shadow(dialled: Dialled): SVGTemplateResult | typeof nothing {
  const { unfolding, to, k } = dialled;
  const fallen = unfolding.progress('dot');
  const foot = footOf(dialled);
  if (fallen === 0 || !foot) return nothing;
  const tip = to([k[0], k[1]]);
  const end = to(foot);
  const falling: Point = [tip[0] + (end[0] - tip[0]) * fallen, tip[1] + (end[1] - tip[1]) * fallen];
  return svg`<path class="dial-falls" d=${pathOf([tip, falling])} />
    <path class="dial-shadow role-activation" data-part="dot dot_shifted" opacity=${fallen}
      d=${pathOf([to([0, 0]), end])} />`;
}
