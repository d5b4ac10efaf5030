import {
  beside,
  dotsToAvoid,
  drawLabels,
  lineToAvoid,
  nothing,
  placed,
  showShort,
  spaceAxes,
  svg,
  vectorArrow,
  type Box,
  type Frame,
  type Label,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import { gripsOf, handles } from './handles';
import type { Givens, Model } from './model';
import { scaled, spaceAt, type Space } from './space';
import { angleMark, shadow } from './unit-circle';
import './view.css';

const AXES = ['$x$', '$y$', '$z$'];

/** Both vectors as arrows: from above at first, then straight at the plane they span. */
export function arrows(
  model: Model,
  unfolding: Unfolding,
  box: Box,
  frame: Frame<Givens>,
): SVGTemplateResult {
  const space = spaceAt(model, unfolding, box);
  const origin = space.place(scaled(model.a, 0));
  const [a, b] = [space.place(space.a), space.place(space.b)];
  const stretch = unfolding.progress('stretch', 0.5, 1);
  const marks = [shadow(model, unfolding, space), angleMark(model, unfolding, space)];
  const grips = [...gripsOf(model, space, 'a'), ...gripsOf(model, space, 'b')];
  const ends = [a, b, ...(stretch > 0 ? [space.place(space.longer)] : [])];
  const axes =
    space.axes > 0
      ? spaceAxes({ ...space, names: AXES.slice(0, model.a.length), opacity: space.axes })
      : undefined;
  const labels = [
    ...(['a', 'b'] as const).map((name) => nameOf(name, model, unfolding, space)),
    ...marks.flatMap((mark) => mark.labels),
    ...(stretch > 0 ? [longerLabel(space, stretch)] : []),
    ...(grips.length > 0 ? [hint(model, space, box)] : []),
  ];
  return svg`
    ${axes?.content ?? nothing}
    ${model.a.length > 2 && space.axes > 0 ? drops(model, space) : nothing}
    ${marks.map(({ content }) => content)}
    ${
      stretch > 0
        ? vectorArrow({
            ...{ from: origin, to: space.place(space.longer), dashed: true },
            ...{ role: 'input', part: 'longer' },
          })
        : nothing
    }
    ${vectorArrow({ from: origin, to: b, role: 'value', part: 'b' })}
    ${vectorArrow({ from: origin, to: a, role: 'input', part: 'a' })}
    ${handles(model, space, frame)}
    ${drawLabels(
      placed(labels, box, [
        ...(axes?.words ?? []),
        ...dotsToAvoid(ends, 12),
        ...dotsToAvoid(
          grips.map(({ at }) => [at.x, at.y] as const),
          20,
        ),
        ...ends.flatMap((tip) => lineToAvoid([origin, tip], 5)),
      ]),
    )}`;
}

/** The name of an arrow beside its end, with its length once that is known. */
function nameOf(name: 'a' | 'b', model: Model, unfolding: Unfolding, space: Space): Label {
  const [x, y] = space.place(space[name]);
  const length = showShort(model[`norm_${name}`]);
  const unit = space.shrunk > 0.5;
  const text = unit ? `$${name} / \\lVert ${name} \\rVert$` : `$${name}$`;
  return {
    text: unfolding.shown('norms') && !unit ? `$${name}$, length ${length}` : text,
    shorter: text,
    ...{ role: name === 'a' ? 'input' : 'value', part: name, tone: 'strong', size: 19 },
    needed: true,
    spots: beside(x, y, 'right', 20),
  };
}

function longerLabel(space: Space, opacity: number): Label {
  const [x, y] = space.place(space.longer);
  return {
    ...{ text: "$a'$", role: 'input', part: 'longer', tone: 'strong', size: 19, opacity },
    spots: beside(x, y, 'right', 12),
  };
}

/** How the arrows are taken hold of. */
function hint({ a }: Model, { axes }: Space, { x, y, width, height }: Box): Label {
  const ends = a.length > 2 ? 'end, its foot' : 'end';
  return {
    text:
      axes === 1
        ? `Drag an arrow by its ${ends} or its middle, which stretches it.`
        : 'Drag an arrow by its middle to stretch it.',
    shorter: 'Drag an arrow by a ring.',
    tone: 'note',
    size: 14,
    spots: [{ x: x + width / 2, y: y + height - 6, anchor: 'middle' }],
  };
}

/** Where the ends of the arrows stand above the ground. */
const drops = ({ a, b }: Model, { place, axes }: Space): SVGTemplateResult =>
  svg`<g opacity=${axes}>${[
    { v: a, role: 'input' },
    { v: b, role: 'value' },
  ].map(({ v, role }) => {
    const points = [v.map(() => 0), [v[0], v[1], 0], v].map(place);
    return svg`<path class=${`drop role-${role}`} d=${`M${points.map(([x, y]) => `${x} ${y}`).join('L')}`} />`;
  })}</g>`;
