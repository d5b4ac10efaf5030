import {
  decades,
  dots,
  drawLabels,
  handle,
  line,
  lineToAvoid,
  placed,
  plot,
  rule,
  svg,
  type Label,
  type Point,
  type ScaleDrawing,
  type ScaleFrame,
  type ScaleStage,
} from '../../../src/author';
import { nearest, type Push } from './pushes';
import { SURE, type ScaleGivens } from './settings';

const curves = [
  { name: 'target', role: 'value', text: 'the target, up', shorter: 'target' },
  {
    name: 'most',
    role: 'gradient',
    text: 'the other that moves most, down',
    shorter: 'largest other',
  },
  { name: 'middle', role: 'gradient', text: 'the one in the middle, down', shorter: 'middle one' },
] as const;

/** How hard logits are moved, against what is left to the target; the reader drags where it is read. */
export function drawPushes(
  pushes: readonly Push[],
  { sure }: ScaleGivens,
  stage: ScaleStage<ScaleGivens>,
  { width, height, id }: ScaleFrame,
): ScaleDrawing {
  const axes = plot({
    box: { x: 0, y: 0, width, height },
    id: id('pushes'),
    x: { domain: [1, 1e-4], log: true, label: 'what is left to the target, $1 - p$' },
    y: {
      domain: decades(pushes.flatMap(({ target, middle }) => [target, middle])),
      log: true,
      label: 'size of the gradient',
    },
  });
  const read = nearest(pushes, sure);
  const at = axes.x(read.target);
  const points = (name: (typeof curves)[number]['name']): Point[] =>
    pushes.map((push) => [push.target, push[name]]);
  const onStage = (list: readonly Point[]) => list.map(([x, y]) => [axes.x(x), axes.y(y)] as const);
  const labels = curves.map(({ name, role, text, shorter }): Label => {
    const [x, y] = onStage(points(name))[name === 'target' ? 10 : 3];
    return {
      ...{ text, shorter, role, needed: true },
      spots: [14, 34, 54].flatMap((dy) => [
        { x: x + 8, y: y - dy, anchor: 'start' },
        { x: x - 8, y: y + dy + 12, anchor: 'end' },
        { x: at + 10, y: axes.y(read[name]) - dy, anchor: 'start' },
        { x: at - 10, y: axes.y(read[name]) + dy + 12, anchor: 'end' },
      ]),
    };
  });
  return {
    content: svg`${axes.axes}
      ${rule(axes, { x: read.target })}
      ${curves.map(({ name, role }) => axes.inside(line(axes, points(name), { role })))}
      ${dots(
        axes,
        curves.map(({ name, role }) => ({ at: [read.target, read[name]], role })),
        6,
      )}
      ${drawLabels(
        placed(labels, axes.area, [
          ...curves.flatMap(({ name }) => lineToAvoid(onStage(points(name)))),
          ...lineToAvoid([
            [at, axes.top],
            [at, axes.bottom],
          ]),
        ]),
      )}
      ${handle({
        ...{
          stage,
          name: 'sure',
          from: sure,
          range: SURE,
          along: 'x',
          changes: 'how sure the model is',
        },
        ...{ role: 'value', x: at, y: axes.bottom - 16 },
        to: (dx) => 1 - axes.x.invert(axes.x(1 - sure) + dx),
      })}`,
  };
}
