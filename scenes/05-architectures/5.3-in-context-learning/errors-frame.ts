import {
  beside,
  decades,
  dots,
  drawLabels,
  line,
  lineToAvoid,
  placed,
  plot,
  svg,
  type Dot,
  type Label,
  type Point,
  type ScaleFrame,
  type SVGTemplateResult,
} from '../../../src/author';
import type { Learned } from './trained-learner';

/** Errors over the number of pairs; the classifier, which does not read them, is a level line. */
export function drawErrors(
  { errors, classifier }: Learned,
  { width, height, id }: ScaleFrame,
): SVGTemplateResult {
  const curve = (which: 'learner' | 'ridge'): Point[] =>
    errors.map((each): Point => [each.pairs, each[which]]);
  const [learner, ridge] = [curve('learner'), curve('ridge')];
  const longest = errors[errors.length - 1].pairs;
  const chart = plot({
    box: { x: 0, y: 0, width: width - 4, height: height - 4 },
    id: id('errors'),
    x: { domain: [0.9, 1.1 * longest], log: true, label: 'pairs in the prompt' },
    y: {
      domain: decades([...learner, ...ridge].map(([, error]) => error).concat(classifier)),
      log: true,
      label: 'mean squared error on the query',
    },
  });
  const on = (points: readonly Point[]) => points.map(([x, y]): Point => [chart.x(x), chart.y(y)]);
  const level: Point[] = [
    [0.9, classifier],
    [1.1 * longest, classifier],
  ];
  const label = (points: readonly Point[], text: string, look: Partial<Label>): Label => ({
    ...{ text, ...look, needed: true },
    spots: points.flatMap(([x, y]) => [
      ...beside(chart.x(x), chart.y(y), 'right'),
      ...beside(chart.x(x), chart.y(y), 'left'),
    ]),
  });
  const labels = placed(
    [
      label(learner.slice(2, 6), 'trained learner', { role: 'activation' }),
      label(ridge.slice(2, 6), 'ridge regression', { role: 'weight' }),
      label(
        [
          [1, classifier],
          [2, classifier],
        ],
        'classifier',
        { role: 'gradient' },
      ),
    ],
    chart.area,
    [on(learner), on(ridge), on(level)].flatMap(lineToAvoid),
  );
  return svg`${chart.axes}
    ${chart.inside(svg`
      ${line(chart, level, { role: 'gradient', style: 'dashed' })}
      ${line(chart, ridge, { role: 'weight' })}
      ${line(chart, learner, { role: 'activation' })}`)}
    ${dots(
      chart,
      [
        ...ridge.map((at): Dot => ({ at, role: 'weight' })),
        ...learner.map((at): Dot => ({ at, role: 'activation' })),
      ],
      5,
    )}
    ${drawLabels(labels)}`;
}
