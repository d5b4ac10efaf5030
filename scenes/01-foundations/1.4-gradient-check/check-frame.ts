import {
  drawLabels,
  handle,
  line,
  lineToAvoid,
  nothing,
  placed,
  plot,
  rampLegend,
  ramps,
  rule,
  svg,
  textWidth,
  type Box,
  type HeatPointed,
  type Label,
  type Plot,
  type Point,
  type ScaleDrawing,
  type ScaleFrame,
  type Stage,
  type SVGTemplateResult,
  type Tensor,
} from '../../../src/author';
import { isFound, percent, readGradient, type Checked } from './check-words';
import { fields, type LayersField } from './layers-field';
import { BAR, placeOf, type ScaleGivens } from './settings';
import type { Depth } from './valley';

/** Powers of ten of relative errors, from one end of the ramp to the other: what the check fails. */
export const SHOWN = [Math.log10(BAR), 0] as const;

export type Shown = Checked & { readonly tensor: Tensor };

/** A narrow stage has the legend on a line of its own. */
const NARROW = 700;
const LEGEND = 240;
const TITLES = 22;
const LINE = 24;
const LEAST = { layers: 140, valley: 150 };

/** Room for the layers and, below it, for the valley. */
function rooms({ width, height }: ScaleFrame) {
  const lines = width < NARROW ? 2 * LINE : LINE;
  const free = height - TITLES - lines - 10;
  const tall = Math.max(LEAST.layers, 0.56 * free);
  const layers: Box = { x: 0, y: TITLES, width, height: tall };
  const below = TITLES + tall + lines + 10;
  const valley: Box = { x: 0, y: below, width, height: Math.max(LEAST.valley, height - below) };
  return { layers, valley, height: below + valley.height };
}

export const gridOf = ({ values }: Shown, frame: ScaleFrame) => {
  const { columns, rows } = fields[values.network];
  return { box: rooms(frame).layers, columns, rows };
};

/** The errors of all gradients where they stand in the network, and how they depend on ε. */
export function drawCheck(
  shown: Shown,
  pointed: HeatPointed,
  frame: ScaleFrame,
  stage: Stage<ScaleGivens>,
): ScaleDrawing {
  const { layers, valley, height } = rooms(frame);
  const field = fields[shown.values.network];
  const ramp = ramps(frame.dark).sequential;
  const narrow = frame.width < NARROW;
  const foot = layers.y + layers.height;
  const at = pointed.cell && field.parameterIn(pointed.cell);
  const room = frame.width - (narrow ? 0 : LEGEND + 16);
  const says = at === undefined ? invitation(room) : readGradient(shown, at);
  const legend = rampLegend({
    x: 0,
    y: foot + (narrow ? 2 * LINE - 6 : LINE - 5),
    width: Math.min(LEGEND, frame.width),
    ramp,
    ends: [`up to ${percent(BAR)}`, `${percent(1)} off`],
    id: frame.id('ramp'),
  });
  return {
    height,
    heatmaps: [
      {
        box: layers,
        field: {
          ...{ width: field.columns, height: field.rows },
          ...{ data: shown.tensor, domain: SHOWN, ramp },
        },
      },
    ],
    content: svg`${titles(field, layers)} ${frames(field, layers)} ${pointed.lines} ${ring(shown, layers)} ${legend}
      <text class="pointed" x=${frame.width} y=${foot + LINE - 5} font-size=${WORDS} text-anchor="end">${says}</text>
      ${drawValley(shown, valley, frame, stage)}`,
  };
}

const WORDS = 15;

/** What is to be done, and what is seen where there is room to say it. */
function invitation(room: number): string {
  const press = 'Press on the one you suspect.';
  const all = `Columns are units, rows inputs, the strip below biases. ${press}`;
  return textWidth(all, WORDS) <= room ? all : press;
}

/** From cells to the stage. */
const across = ({ columns }: LayersField, { x, width }: Box, column: number): number =>
  x + (column / columns) * width;
const down = ({ rows }: LayersField, { y, height }: Box, row: number): number =>
  y + (row / rows) * height;

const titles = (field: LayersField, box: Box): SVGTemplateResult[] =>
  field.layers.map(
    ({ name }, i) => svg`<text class="label note" x=${across(field, box, field.columnOf(i))}
      y=${box.y - 7} font-size="15">${name}</text>`,
  );

/** An outline around the weights and around the biases of every layer. */
const frames = (field: LayersField, box: Box): SVGTemplateResult[] =>
  field.layers.map(({ units }, i) => {
    const ends = [field.columnOf(i), field.columnOf(i, units)];
    const [left, right] = ends.map((column) => across(field, box, column));
    return svg`<path class="heat-frame" d=${[
      [0, field.side],
      [field.side + 1, field.rows],
    ]
      .map((rows) => rows.map((row) => down(field, box, row)))
      .map(([from, to]) => `M${left} ${from}H${right}V${to}H${left}Z`)
      .join('')} />`;
  });

/** Around the gradient that the reader suspects. */
function ring(shown: Shown, box: Box): SVGTemplateResult | typeof nothing {
  if (shown.suspect === undefined) return nothing;
  const field = fields[shown.values.network];
  const { layer, unit, source } = placeOf(field.layers, shown.suspect);
  const [column, row] = field.middleOf(layer, unit, source);
  const [x, y] = [across(field, box, column), down(field, box, row)];
  return svg`<g class=${isFound(shown) ? 'role-activation' : 'role-error'}>
    <circle class="suspect" cx=${x} cy=${y} r="14" />
  </g>`;
}

/** Truncation on the right, rounding on the left: errors over ε, which is dragged along the axis. */
function drawValley(
  { valley, values, verdict }: Shown,
  box: Box,
  frame: ScaleFrame,
  stage: Stage<ScaleGivens>,
): SVGTemplateResult {
  const chart = plot({
    box,
    id: frame.id('valley'),
    x: {
      domain: [valley[0].eps, valley[valley.length - 1].eps],
      log: true,
      label: '$\\varepsilon$',
    },
    y: { domain: [1e-5, 3], log: true, label: 'relative error' },
  });
  const points = (of: 'median' | 'worst'): Point[] => valley.map((depth) => [depth.eps, depth[of]]);
  const lines: Point[][] = [
    points('worst'),
    points('median'),
    chart.x.domain.map((eps): Point => [eps, BAR]),
    chart.y.domain.map((error): Point => [values.eps32, error]),
  ];
  const avoid = lines.flatMap((line) =>
    lineToAvoid(line.map(([x, y]) => [chart.x(x), chart.y(y)])),
  );
  return svg`${chart.axes}
    ${chart.inside(svg`${rule(chart, { y: BAR })} ${rule(chart, { x: values.eps32 }, { role: 'weight' })}`)}
    <g data-rounding>${chart.inside(svg`
      ${line(chart, points('worst'), { role: 'gradient', style: 'dashed' })}
      ${line(chart, points('median'), { role: 'gradient' })}`)}
      ${drawLabels(placed(labelsOf(valley, chart), chart.area, avoid))}
      ${epsHandle(values, verdict.median, chart, stage)}</g>`;
}

/** Where along the lines their names may stand, the best first. */
const SHARES = [0.4, 0.5, 0.6, 0.7, 0.3, 0.2, 0.85];

const labelsOf = (valley: readonly Depth[], chart: Plot): Label[] => {
  const foot = chart.bottom - 12;
  const along = (of: 'median' | 'worst', dy: number, anchor: 'start' | 'end') =>
    SHARES.map((share) => {
      const depth = valley[Math.floor(share * valley.length)];
      return { x: chart.x(depth.eps), y: chart.y(depth[of]) + dy, anchor };
    });
  return [
    {
      ...{ text: 'worst', role: 'gradient', tone: 'strong', needed: true },
      spots: [...along('worst', -10, 'start'), ...along('worst', 20, 'end')],
    },
    {
      ...{ text: 'median', role: 'gradient', tone: 'strong', needed: true },
      spots: along('median', 20, 'end'),
    },
    {
      text: 'rounding',
      tone: 'note',
      spots: [{ x: chart.left + 12, y: foot, anchor: 'start' }],
    },
    { text: 'truncation', tone: 'note', spots: [{ x: chart.right - 12, y: foot, anchor: 'end' }] },
  ];
};

/** The check of all gradients stands on the valley, at the reader's ε. */
const epsHandle = (
  { eps32 }: ScaleGivens,
  median: number,
  chart: Plot,
  stage: Stage<ScaleGivens>,
): SVGTemplateResult =>
  handle<ScaleGivens>({
    stage,
    name: 'eps32',
    from: eps32,
    range: { min: 1e-6, max: 1 },
    x: chart.x(eps32),
    y: Math.min(chart.bottom, Math.max(chart.top, chart.y(median))),
    along: 'x',
    to: (dx) => Number(chart.x.invert(chart.x(eps32) + dx).toPrecision(2)),
    role: 'weight',
    changes: 'ε',
  });
