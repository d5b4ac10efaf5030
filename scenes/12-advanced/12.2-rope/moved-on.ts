import {
  along,
  dots,
  drawLabels,
  handleOn,
  line,
  nothing,
  placed,
  plot,
  sampled,
  svg,
  type Box,
  type Frame,
  type Label,
  type Plot,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import { ranges, scoreAt, type Givens, type Model } from './model';

/** How much of the axis is seen, and by how much it is put on. */
const SEEN = 24;
const BY = 8;

/** The score as both move on, which is level, and as the key alone does. */
export function movedOn(
  model: Model,
  unfolding: Unfolding,
  box: Box,
  { stage, id }: Frame<Givens>,
): SVGTemplateResult {
  const { q, k, shift, dot, dot_shifted, relative } = model;
  const low = shift <= SEEN - 4 ? 0 : BY * Math.floor(shift / BY) - BY;
  const most = 1.2 * Math.hypot(...q) * Math.hypot(...k);
  const chart = plot({
    box,
    id: id('moved'),
    x: { domain: [low, low + SEEN], label: 'moved on by $\\Delta$' },
    y: { domain: [-most, most], label: 'dot product', ticks: 5 },
  });
  const drawn = unfolding.progress('shift');
  const known = unfolding.shown('shift');
  const to = low + SEEN * drawn;
  return svg`${chart.axes}
    ${
      drawn > 0
        ? chart.inside(svg`
          ${line(
            chart,
            sampled(chart, (x) => scoreAt(model, relative + x), { to }),
            { style: 'dashed' },
          )}
          ${line(
            chart,
            sampled(chart, () => dot, { to }),
            { role: 'activation', part: 'dot' },
          )}`)
        : nothing
    }
    ${unfolding.shown('dot') && low === 0 ? dots(chart, [{ at: [0, dot], role: 'activation', part: 'dot', open: true }]) : nothing}
    ${handleOn(chart, {
      ...{ stage, name: 'shift', from: shift, range: ranges.position, along: 'x' },
      ...{ role: 'activation', part: known ? 'dot_shifted' : 'shift' },
      // At first it stands beside the axis, where it tells nothing.
      at: [shift, known ? dot_shifted : -0.86 * most],
      changes: 'how far both are moved on',
      given: (x) => x,
    })}
    ${known ? drawLabels(placed(labelsOf(chart, model), chart.area)) : nothing}`;
}

const labelsOf = (chart: Plot, { dot }: Model): Label[] => [
  {
    text: 'both move on',
    role: 'activation',
    part: 'dot',
    spots: along(chart.left, chart.right, chart.y(dot)),
  },
  {
    text: 'the key alone (dashed)',
    tone: 'note',
    size: 15,
    spots: [
      { x: chart.right - 8, y: chart.top + 18, anchor: 'end' },
      { x: chart.right - 8, y: chart.bottom - 28, anchor: 'end' },
    ],
  },
];
