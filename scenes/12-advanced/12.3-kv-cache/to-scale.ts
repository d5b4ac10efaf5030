import {
  drawLabels,
  eased,
  lineToAvoid,
  placed,
  plot,
  rule,
  showBytes,
  svg,
  type Box,
  type Frame,
  type Label,
  type Plot,
  type Role,
  type Spot,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import { GIB, type Givens, type Model } from './model';
import { cards } from './presets';

/** Room above the rows, for the names of the cards. */
const NAMES = 20;
/** In a narrower chart words are smaller, to stand between two cards. */
const NARROW = 300;

interface Row {
  readonly name: string;
  readonly bytes: number;
  readonly part: string;
  readonly role?: Role;
  /** How far it has come, 0 to 1. */
  readonly grown: number;
}

/** Memory to scale: the weights, the cache, the cache with shared heads, and the cards. */
export function toScale(
  model: Model,
  unfolding: Unfolding,
  box: Box,
  frame: Frame<Givens>,
): { content: SVGTemplateResult; bar: { x: number; y: number } } {
  const rows = rowsOf(model, unfolding);
  const largest = Math.max(...rows.map(({ bytes, grown }) => (grown > 0 ? bytes : 0))) / GIB;
  const next = cards.find(({ gib }) => gib >= largest * 1.05)?.gib ?? largest;
  const reach = Math.max(24, next, largest) * 1.04;
  const chart = plot({
    box,
    id: frame.id('scale'),
    x: { domain: [0, reach], label: 'memory to scale, in GiB', ticks: 8 },
    y: { domain: [0, rows.length], ticks: 0 },
    left: 118,
  });
  const pitch = (chart.area.height - NAMES) / rows.length;
  const high = Math.min(30, pitch * 0.7);
  const y = (i: number): number => chart.top + NAMES + (i + 0.5) * pitch;
  const size = chart.area.width < NARROW ? 14 : 16;
  const labels = rows.flatMap(({ bytes, part, grown }, i): Label[] => [
    ...(grown === 1
      ? [
          {
            ...{ text: showBytes(bytes), part, needed: true, size },
            // Behind the bar, behind the next card or between two, or at worst at the end of the bar.
            spots: [
              { x: chart.x(bytes / GIB) + 8, y: y(i) + 5.5, anchor: 'start' as const },
              ...behindCards(chart, bytes / GIB, reach).map((spot) => ({ ...spot, y: y(i) + 5.5 })),
              { x: chart.x(bytes / GIB) - 8, y: y(i) + 5.5, anchor: 'end' as const },
            ],
          },
        ]
      : []),
  ]);
  const named = cards.flatMap(({ gib, name }): Label[] =>
    gib > reach
      ? []
      : [
          {
            ...{ text: `${name}, ${gib}`, shorter: `${gib}`, size: 14, tone: 'note' },
            spots: [
              { x: chart.x(gib) - 5, y: chart.top + 12, anchor: 'end' },
              { x: chart.x(gib) + 5, y: chart.top + 12, anchor: 'start' },
            ],
          },
        ],
  );
  const rules = cards.flatMap(({ gib }) =>
    gib > reach
      ? []
      : lineToAvoid([
          [chart.x(gib), chart.top],
          [chart.x(gib), chart.bottom],
        ]),
  );
  // Words cannot be read on the dark of a bar.
  const bars = rows.map(({ bytes, grown }, i): Box => ({
    ...{ x: chart.left, y: y(i) - high / 2, height: high },
    width: Math.max(0, chart.x((bytes / GIB) * grown) - chart.left),
  }));
  return {
    bar: { x: chart.left + 20, y: y(1) },
    content: svg`${chart.axes}
      ${cards.map(({ gib }) => rule(chart, { x: gib }))}
      ${rows.map(
        ({ name, part, role }, i) => svg`
        <text class=${`row-name role-${role ?? 'none'}`} data-part=${part} text-anchor="end"
          x=${chart.left - 10} y=${y(i) + 5} font-size="15">${name}</text>
        <rect class=${`mark-bar role-${role ?? 'none'}`} data-part=${part} x=${chart.left}
          y=${bars[i].y} height=${high} width=${bars[i].width} />`,
      )}
      ${drawLabels(placed([...labels, ...named], { ...chart.area, width: frame.width - chart.left }, [...rules, ...bars]))}`,
  };
}

/** Behind each card that holds so much: just behind it, then in the middle of what is left to the next. */
function behindCards(chart: Plot, gib: number, reach: number): Omit<Spot, 'y'>[] {
  const larger = cards.map((card) => card.gib).filter((each) => each >= gib && each <= reach);
  return larger.flatMap((each, k): Omit<Spot, 'y'>[] => [
    { x: chart.x(each) + 8, anchor: 'start' },
    { x: (chart.x(each) + chart.x(larger[k + 1] ?? reach)) / 2, anchor: 'middle' },
  ]);
}

function rowsOf(model: Model, unfolding: Unfolding): Row[] {
  const { shared, total, kv_heads, weights, shape } = model;
  const compared = (i: number): number => eased(unfolding.progress('shared'), i / 3, (i + 1) / 3);
  const row = (name: string, heads: number, i: number): Row => ({
    ...{ name, part: `shared.${i}`, role: 'weight', grown: compared(i) },
    bytes: (total * heads) / kv_heads,
  });
  return [
    { name: shape?.name ?? 'weights', bytes: weights, part: 'weights', grown: 1 },
    {
      name: 'cache',
      bytes: total,
      part: 'total',
      role: 'activation',
      grown: unfolding.progress('total', 0.3),
    },
    row(`MHA, ${shared.mha} heads`, shared.mha, 0),
    row(`GQA, ${shared.gqa} heads`, shared.gqa, 1),
    row('MQA, 1 head', 1, 2),
  ];
}
