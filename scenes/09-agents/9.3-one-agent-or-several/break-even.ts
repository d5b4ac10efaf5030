import {
  area,
  corners,
  drawLabels,
  freeHandle,
  line,
  nothing,
  placed,
  plot,
  sampled,
  show,
  snapped,
  svg,
  type Box,
  type Frame,
  type Label,
  type Plot,
  type Point,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import { breakEvenAt, type Givens, type Model } from './model';

/** What a probability is dragged by. */
const range = { min: 0, max: 1, step: 0.01 };

/** Which gains and hand-offs make the chain succeed as often as one agent: above the line, more often. */
export function breakEven(
  model: Model,
  unfolding: Unfolding,
  box: Box,
  { stage, id }: Frame<Givens>,
): SVGTemplateResult | typeof nothing {
  const { agents, p_success: p, p_handoff: h, specialist_gain: g } = model;
  if (agents === 1) return nothing;
  // Left of this a chain of perfect agents loses to one.
  const worst = p ** (1 / (agents - 1));
  const chart = plot({
    box,
    id: id('even'),
    x: { domain: [Math.max(0, Math.min(h, worst) - 0.06), 1], label: 'hand-off that arrives $h$' },
    y: {
      domain: [0, Math.min(1, 1.15 * Math.max(1 - p, g, 0.05))],
      label: 'gain of a specialist $g$',
    },
  });
  const appeared = unfolding.progress('split');
  const points = sampled(chart, (x) => breakEvenAt(model, x), { from: Math.max(worst, 1e-6) });
  const [, high] = chart.x.domain;
  const [, top] = chart.y.domain;
  const here: Label = {
    text: `$h = ${show(h)}$, $g = ${show(g)}$`,
    size: 15,
    needed: true,
    spots: around([chart.x(h), chart.y(g)]),
  };
  const regions: Label[] = [
    {
      text: 'chain succeeds more',
      role: 'activation',
      spots: cornersAt(chart, 'end'),
    },
    { text: 'one agent does', role: 'input', spots: cornersAt(chart, 'start') },
  ];
  return svg`${chart.axes}
    ${
      appeared > 0
        ? chart.inside(svg`<g opacity=${appeared}>
          ${area(chart, [[points[0][0], top], ...points, [high, top]], { role: 'activation', base: top })}
          ${line(chart, [[points[0][0], top], ...points], { role: 'activation', part: 'break_even' })}
        </g>`)
        : nothing
    }
    ${freeHandle({
      at: { x: chart.x(h), y: chart.y(g) },
      role: 'value',
      part: 'specialist_gain p_handoff',
      changes: 'how much a specialist gains and how often a hand-off arrives',
      moved: (dx, dy, commit) =>
        stage.edit(
          {
            p_handoff: snapped(chart.x.invert(chart.x(h) + dx), range),
            specialist_gain: snapped(chart.y.invert(chart.y(g) + dy), range),
          },
          commit,
        ),
    })}
    ${drawLabels(placed([here, ...(appeared === 1 ? regions : [])], chart.area))}`;
}

const cornersAt = (chart: Plot, anchor: 'start' | 'end'): Label['spots'] =>
  corners(chart.area, 15).filter((spot) => spot.anchor === anchor);

const around = ([x, y]: Point): Label['spots'] => [
  { x: x - 24, y: y + 5, anchor: 'end' },
  { x: x + 24, y: y + 5, anchor: 'start' },
  { x, y: y - 28, anchor: 'middle' },
  { x, y: y + 38, anchor: 'middle' },
];
