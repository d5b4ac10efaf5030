import {
  beside,
  corners,
  dots,
  drawLabels,
  freeHandle,
  handleOn,
  line,
  lineToAvoid,
  nothing,
  placed,
  plot,
  rule,
  showShort,
  svg,
  svgText,
  type Dot,
  type Frame,
  type Label,
  type Plot,
  type Point,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import type { Layout } from './layout';
import { LABELS, SPACING, type Model } from './model';
import { moveLabel } from './moving';
import { RANGES, type Givens } from './task';

/** Labels are shown from −2 to 2, or further where there are others. */
const REACH = 2;

/** Pairs, the line of the task, and what the decoder, least squares and the classifier say. */
export function chart(
  model: Model,
  unfolding: Unfolding,
  layout: Layout,
  frame: Frame<Givens>,
): SVGTemplateResult {
  const { x, y, query, truth, w } = model;
  const high = Math.ceil(
    Math.max(REACH, ...[...y, model.icl_prediction, model.least_squares_prediction].map(Math.abs)),
  );
  const area = plot({
    box: layout.chart,
    id: frame.id('pairs'),
    x: { domain: [-1, 1], label: '$x$', ticks: 5 },
    y: { domain: [-high, high], label: '$y$', ticks: 5 },
    left: 30,
  });
  return svg`${area.axes}
    ${area.inside(svg`
      ${rule(area, { x: query }, { role: 'input', part: 'query' })}
      ${through(area, w, { role: 'value', style: 'dashed', part: 'w' })}
      ${fitted(area, model, unfolding)}
      ${turned(area, model, unfolding)}`)}
    ${named(area, model, unfolding)}
    ${classifier(area, model, unfolding, layout)}
    ${offBy(area, model, unfolding)}
    ${x.map((input, i) => pair(area, model, i, [input, y[i]], frame))}
    ${dots(area, [...said(model, unfolding)], 6)}
    ${dots(area, [{ at: [query, truth], role: 'value', open: true, part: 'truth' }], 6)}
    ${handleOn(area, {
      ...{ stage: frame.stage, name: 'query', from: query, range: RANGES.query, along: 'x' },
      at: [query, area.y.invert(area.bottom - 13)],
      given: (position) => position,
      ...{ role: 'input', part: 'query', changes: 'the query' },
    })}`;
}

const through = (area: Plot, slope: number, mark: Parameters<typeof line>[2]) =>
  line(
    area,
    [
      [-1, -slope],
      [1, slope],
    ],
    mark,
  );

/** A pair, whose label is dragged up and down; of the handles the first says so. */
const pair = (area: Plot, model: Model, i: number, at: Point, { stage }: Frame<Givens>) =>
  freeHandle({
    at: { x: area.x(at[0]), y: area.y(at[1]) },
    ...{ role: 'value', part: `y.${i}`, changes: 'the label of this pair' },
    ...{ cue: i === 0, ways: [90] },
    moved: (_, dy, commit) => {
      const start = area.y(at[1]);
      moveLabel(stage, model, i, area.y.invert(start + dy) - area.y.invert(start), commit);
    },
  });

/** The decoder's prediction while pair after pair joins its prompt. */
function soFar({ running, examples }: Model, unfolding: Unfolding): number {
  const come = unfolding.sweep('prediction', 0, 1) * examples;
  const before = Math.min(examples - 1, Math.floor(come));
  const [from, to] = [running[before - 1] ?? 0, running[before]];
  return from + (to - from) * (come - before);
}

/** What has been said of the query. */
function* said(model: Model, unfolding: Unfolding): Generator<Dot> {
  const { query, least_squares_prediction } = model;
  if (unfolding.progress('least_squares', 0, 0.5) === 1)
    yield { at: [query, least_squares_prediction], part: 'least_squares_prediction' };
  if (unfolding.progress('prediction') > 0) {
    const at: Point = [query, soFar(model, unfolding)];
    yield { at, role: 'activation', part: 'icl_prediction' };
  }
}

/** The slope that the step of gradient descent reaches from 0, and that of least squares from there. */
function fitted(area: Plot, model: Model, unfolding: Unfolding) {
  const { icl_slope, least_squares_slope } = model;
  const [step, fit] = [unfolding.progress('descent'), unfolding.progress('least_squares', 0, 0.5)];
  const best = icl_slope + (least_squares_slope - icl_slope) * fit;
  return svg`
    ${step > 0 ? through(area, icl_slope * step, { role: 'activation', part: 'icl_slope' }) : nothing}
    ${fit > 0 ? through(area, best, { part: 'least_squares_slope' }) : nothing}`;
}

/** The same prompt with its labels turned over, and what the same weights say of it. */
function turned(area: Plot, model: Model, unfolding: Unfolding) {
  const over = unfolding.progress('why');
  if (over === 0) return nothing;
  const turn = (label: number): number => label * (1 - 2 * over);
  const { x, y, query, icl_slope } = model;
  return svg`
    ${through(area, turn(icl_slope), { role: 'activation', opacity: 0.5 })}
    ${dots(
      area,
      y.map((label, i): Dot => ({ at: [x[i], turn(label)], role: 'value', opacity: 0.5 })),
    )}
    ${dots(area, [{ at: [query, turn(model.icl_prediction)], role: 'activation', part: 'turned' }], 6)}`;
}

/** How far from the truth each is, side by side. */
function offBy(area: Plot, model: Model, unfolding: Unfolding): SVGTemplateResult[] {
  const { query, truth } = model;
  const all = [
    [unfolding.progress('icl_error'), model.icl_prediction, 'icl_error'],
    [
      unfolding.progress('least_squares', 0.5),
      model.least_squares_prediction,
      'least_squares_error',
    ],
    [unfolding.progress('classifier', 0.5), model.classifier_label, 'classifier_error'],
  ] as const;
  return all
    .filter(([come]) => come > 0)
    .map(([come, from, part], i) => {
      const x = area.x(query) - 11 - 7 * i;
      const [start, end] = [area.y(from), area.y(from + (truth - from) * come)];
      return svg`<path class="mark-line role-gradient" data-part=${part} d=${`M${x} ${start}V${end}`} />`;
    });
}

/** The head of the classifier: its labels, each in the stretch that is nearest to it. */
function classifier(area: Plot, model: Model, unfolding: Unfolding, { strip }: Layout) {
  const chosen = unfolding.progress('classifier', 0, 0.5);
  const { truth, query, classifier_label } = model;
  const name = { x: strip.x + strip.width, y: area.top - 9 };
  return svg`
    <text class="label role-weight" x=${name.x} y=${name.y} text-anchor="end" font-size="14">classifier</text>
    <g data-part="labels">${LABELS.map((label) => {
      const [top, bottom] = [area.y(label + SPACING / 2), area.y(label - SPACING / 2)];
      const names = chosen === 1 && label === classifier_label;
      return svg`<g class=${`icl-label${names ? ' named' : ''}`} data-part=${names ? 'classifier_label' : nothing}>
        <rect x=${strip.x} y=${top + 1} width=${strip.width} height=${bottom - top - 2} rx="5" />
        ${
          bottom - top < 16 && !names
            ? nothing
            : svg`<text class="cell-number" x=${strip.x + strip.width / 2} y=${(top + bottom) / 2}
                font-size="15">${svgText(showShort(label))}</text>`
        }
      </g>`;
    })}</g>
    ${chosen > 0 ? way(area, [query, truth], classifier_label, strip.x, chosen) : nothing}`;
}

/** From the truth to the label that stands for it. */
function way(area: Plot, [x, y]: Point, label: number, end: number, come: number) {
  const [from, to] = [area.x(x), end];
  const bend = (from + to) / 2;
  return svg`<path class="icl-way" pathLength="1" stroke-dasharray=${`${come} 1`}
    d=${`M${from} ${area.y(y)}C${bend} ${area.y(y)} ${bend} ${area.y(label)} ${to} ${area.y(label)}`} />`;
}

/** Names of the lines and of what is said, where there is room. */
function named(area: Plot, model: Model, unfolding: Unfolding): SVGTemplateResult[] {
  const { w, icl_slope, least_squares_slope, x, y } = model;
  const at = (px: number, slope: number) => [
    ...beside(area.x(px), area.y(slope * px), 'right', 8),
    ...beside(area.x(-px), area.y(-slope * px), 'left', 8),
  ];
  const labels: Label[] = [
    { text: 'task $wx$', role: 'value', part: 'w', spots: at(-0.75, w) },
    ...(unfolding.shown('descent')
      ? [
          {
            ...({ text: 'decoder', role: 'activation', part: 'icl_slope' } as const),
            spots: at(0.55, icl_slope),
          },
        ]
      : []),
    ...(unfolding.shown('least_squares')
      ? [
          {
            ...{ text: 'least squares', part: 'least_squares_slope' },
            spots: at(-0.45, least_squares_slope),
          },
        ]
      : []),
    ...(unfolding.shown('why')
      ? [
          {
            ...({ text: 'all labels flipped', part: 'turned', tone: 'note' } as const),
            spots: corners(area.area),
          },
        ]
      : []),
  ];
  const lines = [w, icl_slope].flatMap((slope) =>
    lineToAvoid([
      [area.x(-1), area.y(-slope)],
      [area.x(1), area.y(slope)],
    ]),
  );
  // Beside the query, how far off each is.
  const off = [model.truth, model.icl_prediction, model.classifier_label].map((said): Point => [
    area.x(model.query) - 18,
    area.y(said),
  ]);
  const grips = x.map((input, i) => ({
    ...{ x: area.x(input) - 16, y: area.y(y[i]) - 20 },
    ...{ width: 32, height: 40 },
  }));
  const asks = { x: area.x(model.query) - 22, y: area.bottom - 28, width: 44, height: 28 };
  return drawLabels(placed(labels, area.area, [...lines, ...lineToAvoid(off, 16), ...grips, asks]));
}
