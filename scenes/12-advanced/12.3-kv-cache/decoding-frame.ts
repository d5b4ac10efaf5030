import {
  beside,
  decades,
  dots,
  drawLabels,
  line,
  lineToAvoid,
  placed,
  plot,
  show,
  significant,
  svg,
  type Dot,
  type Label,
  type Point,
  type ScaleFrame,
  type SVGTemplateResult,
} from '../../../src/author';
import { exponent, type Timing } from './decoding';

/** Contexts and times of the two ways. */
export function curvesOf(timings: readonly Timing[]): Record<'cached' | 'anew', Point[]> {
  return {
    cached: timings.map(({ context, cached }): Point => [context, cached]),
    anew: timings.flatMap(({ context, anew }): Point[] =>
      anew === undefined ? [] : [[context, anew]],
    ),
  };
}

/** Both times over the context, on axes that multiply: a slope is an exponent. */
export function drawDecoding(
  timings: readonly Timing[],
  { width, height, id }: ScaleFrame,
): SVGTemplateResult {
  const { cached, anew } = curvesOf(timings);
  const [first, last] = [timings[0].context, timings[timings.length - 1].context];
  // Where nobody waits, the line goes on as steeply as it came.
  const end = anew[anew.length - 1];
  const beyond: Point = [last, end[1] * (last / end[0]) ** exponent(anew)];
  const chart = plot({
    box: { x: 0, y: 0, width: width - 4, height: height - 4 },
    id: id('times'),
    x: { domain: [first * 0.9, last * 1.1], log: true, label: 'context, in tokens' },
    y: {
      domain: decades([...cached, ...anew, beyond].map(([, time]) => time)),
      log: true,
      label: 'one more token, in milliseconds',
    },
  });
  const on = (points: readonly Point[]) => points.map(([x, y]): Point => [chart.x(x), chart.y(y)]);
  const label = (points: readonly Point[], text: string, look: Partial<Label>): Label => ({
    ...{ text: `${text}, exponent ${show(exponent(points), significant(2))}`, ...look },
    needed: true,
    spots: points.toReversed().flatMap(([x, y]) => beside(chart.x(x), chart.y(y), 'left')),
  });
  const labels = placed(
    [
      label(anew, 'all computed again', { role: 'gradient' }),
      label(cached, 'with the cache', { role: 'activation' }),
    ],
    chart.area,
    [lineToAvoid(on([...anew, beyond])), lineToAvoid(on(cached))].flat(),
  );
  return svg`<g data-measured>${chart.axes}
    ${chart.inside(svg`
      ${line(chart, [end, beyond], { role: 'gradient', style: 'dashed' })}
      ${line(chart, anew, { role: 'gradient' })}
      ${line(chart, cached, { role: 'activation' })}`)}
    ${dots(
      chart,
      [
        ...anew.map((at): Dot => ({ at, role: 'gradient' })),
        ...cached.map((at): Dot => ({ at, role: 'activation' })),
      ],
      5,
    )}
    ${drawLabels(labels)}</g>`;
}
