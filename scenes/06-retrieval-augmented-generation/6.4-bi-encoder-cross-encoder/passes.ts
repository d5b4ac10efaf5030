import {
  beside,
  decades,
  drawLabels,
  handle,
  placed,
  plot,
  rule,
  svg,
  type Box,
  type Frame,
  type Label,
  type Plot,
  type Role,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import { range, type Givens, type Model } from './model';

/** The passes of all three on one axis, by powers of ten, and the givens that are dragged along it. */
export function passes(
  model: Model,
  unfolding: Unfolding,
  box: Box,
  { stage, id }: Frame<Givens>,
): SVGTemplateResult {
  const { documents, shortlist, bi_online, pipeline, cross_full } = model;
  const chart = plot({
    box,
    id: id('passes'),
    x: {
      domain: decades([1, documents, shortlist, cross_full]),
      label: 'passes, by powers of ten',
      log: true,
    },
    y: { domain: [0, 3], ticks: 0, label: 'model passes once the questions have come' },
  });
  const rows: readonly (readonly [number, string, string, string, Role])[] = [
    [bi_online, 'bi', 'bi_online', 'bi-encoder', 'input'],
    [pipeline, 'pipeline', 'pipeline', 'both in turn', 'activation'],
    [cross_full, 'cross', 'cross_full', 'cross-encoder', 'gradient'],
  ];
  const [least] = chart.x.domain;
  return svg`${chart.axes}
    ${rule(chart, { x: shortlist }, { role: 'weight', part: 'shortlist' })}
    ${rule(chart, { x: documents }, { role: 'value', part: 'documents' })}
    ${rows.map(([count, step, part, , role], i) => {
      const grown = unfolding.progress(step);
      const end = least * (count / least) ** grown;
      const y = chart.y(3 - i) + 5;
      const height = chart.y(2 - i) - chart.y(3 - i) - 10;
      return grown > 0
        ? svg`<rect class=${`mark-bar role-${role}`} data-part=${part} x=${chart.left} y=${y}
            width=${Math.max(4, chart.x(end) - chart.left)} height=${height} rx="3" />`
        : svg``;
    })}
    ${dragged(model, chart, stage)}
    ${drawLabels(
      placed(
        [
          ...rows.map(([, step, part, text, role], i): Label => ({
            text: unfolding.shown(step) ? text : `${text}: ?`,
            role,
            part,
            size: 15,
            needed: true,
            spots: [{ x: chart.left + 12, y: chart.y(2.5 - i) + 5, anchor: 'start' }],
          })),
          ...givensOf(model, chart),
        ],
        chart.area,
      ),
    )}`;
}

/** The names of what is dragged, beside it. */
const givensOf = ({ documents, shortlist }: Model, chart: Plot): Label[] =>
  (
    [
      ['$n$', documents, 'value'],
      ['$k$', shortlist, 'weight'],
    ] as const
  ).map(([text, x, role]) => ({
    text,
    role,
    size: 18,
    needed: true,
    spots: beside(chart.x(x), chart.bottom - 10, 'right', 26),
  }));

/** The length of the shortlist and the number of documents, by factors. */
function dragged(model: Model, chart: Plot, stage: Frame<Givens>['stage']): SVGTemplateResult[] {
  const [low, high] = chart.x.domain;
  const decade = (chart.right - chart.left) / Math.log10(high / low);
  const twoDigits = (x: number): number => Math.round(Number(x.toPrecision(2)));
  const of = (name: 'shortlist' | 'documents', role: Role, max: number, changes: string) =>
    handle<Givens>({
      ...{ stage, name, from: model[name], range: { ...range[name], max } },
      ...{ x: chart.x(model[name]), y: chart.bottom - 16, along: 'x', role, part: name, changes },
      to: (dx) => twoDigits(model[name] * 10 ** (dx / decade)),
    });
  return [
    of('documents', 'value', range.documents.max, 'the number of documents'),
    of(
      'shortlist',
      'weight',
      Math.min(range.shortlist.max, model.documents),
      'the length of the shortlist',
    ),
  ];
}
