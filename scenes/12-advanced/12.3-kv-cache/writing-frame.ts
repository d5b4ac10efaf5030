import {
  beside,
  corners,
  decodeProse,
  dots,
  drawLabels,
  fillOf,
  isTwoByTwo,
  line,
  lineToAvoid,
  placed,
  plot,
  svg,
  tiles,
  writtenLines,
  type Box,
  type Label,
  type Plot,
  type Point,
  type Role,
  type ScaleDrawing,
  type ScaleFrame,
  type SVGTemplateResult,
} from '../../../src/author';
import { OPENS, WRITTEN } from './settings';
import { beginningOf } from './decoder';
import { ways, type Way, type Writing } from './writing';
import { productsOf, timesOf, type Cost } from './writing-curves';
import { names } from './writing-words';

/** As in the other picture of this exercise. */
const roles: Readonly<Record<Way, Role>> = { anew: 'gradient', cached: 'activation' };

const NARROWEST = 240;
/** Two charts still stand side by side before a class, with less said of their axes. */
const NARROWEST_CHART = 200;
const TITLE = 24;
const GAP = 14;
const LEAST = 190;
/** Tints of a character that is read for the next one, and of one that is kept. */
const READ = 1;
const KEPT = 0.2;

/** The two texts, below them what each of their characters cost. */
export function drawWriting(writing: Writing, step: number, frame: ScaleFrame): ScaleDrawing {
  const { width, height, id } = frame;
  const columns = tiles({ x: 0, y: 0, width, height: 0 }, 2, NARROWEST, 2 * GAP);
  const beside = columns[1].x > 0;
  let foot = 0;
  const texts = ways.map((way, i) => {
    const text = textOf(writing, way, step, {
      ...columns[i],
      y: beside ? 0 : foot,
    });
    foot = Math.max(foot, text.foot);
    return text.content;
  });
  const closer = !beside && isTwoByTwo(frame);
  const rows = beside || closer ? 1 : 2;
  const box = {
    ...{ x: 0, y: foot, width: width - 2 },
    height: Math.max(rows * LEAST + (rows - 1) * GAP, height - foot),
  };
  const [products, times] = tiles(box, 2, closer ? NARROWEST_CHART : NARROWEST, GAP);
  return {
    height: box.y + box.height,
    content: svg`${texts}
      ${curves(productsOf(writing, step).map(inMillions), writing, products, {
        id: id('products'),
        label: closer ? 'millions of multiply-adds' : 'multiply-adds a character, in millions',
      })}
      <g data-measured>${curves(timesOf(writing, step), writing, times, {
        id: id('times'),
        label: closer ? 'milliseconds' : 'time a character, in milliseconds',
      })}</g>`,
  };
}

const inMillions = ({ context, anew, cached }: Cost): Cost => ({
  context,
  anew: anew / 1e6,
  cached: cached === undefined ? undefined : cached / 1e6,
});

/** A text as one of the ways reads it for its next character: all that is in sight, or the last alone. */
function textOf(writing: Writing, way: Way, step: number, { x, y, width }: Box) {
  const characters = writing.textAt(way, step);
  const { size } = writing.network;
  const written = { text: decodeProse(characters), x, y: y + TITLE, width };
  const lines = writtenLines(written);
  // The room of the whole text, so that nothing below moves while it is written.
  const { length } = writing.prompt;
  const rest = '-'.repeat(length + WRITTEN);
  const room = step <= OPENS ? rest.slice(0, length + OPENS) : rest;
  const { height } = writtenLines({ ...written, text: room });
  const seen = beginningOf(characters.length, size);
  const last = characters.length - 1;
  const tint = (at: number): number =>
    at < seen ? 0 : way === 'anew' || at === last ? READ : KEPT;
  return {
    foot: y + TITLE + Math.max(height, lines.height) + GAP,
    content: svg`<text class=${`row-name role-${roles[way]}`} x=${x} y=${y + 16} font-size="15">${names[way]}</text>
      ${lines.draw((at) => fillOf('share', tint(at), READ), last)}`,
  };
}

/** What a character cost by either way, over the characters in sight. */
function curves(
  costs: readonly Cost[],
  { network }: Writing,
  box: Box,
  { id, label }: { readonly id: string; readonly label: string },
): SVGTemplateResult {
  const points: Readonly<Record<Way, Point[]>> = {
    anew: costs.map(({ context, anew }): Point => [context, anew]),
    cached: costs.flatMap(({ context, cached }): Point[] =>
      cached === undefined ? [] : [[context, cached]],
    ),
  };
  const most = Math.max(1e-3, ...ways.flatMap((way) => points[way].map(([, cost]) => cost)));
  const chart = plot({
    ...{ box, id },
    x: { domain: [0, network.size.context + 1], label: 'characters in sight', ticks: 5 },
    y: { domain: [0, 1.15 * most], label, ticks: 5 },
  });
  const on = (way: Way): Point[] => points[way].map(([x, y]) => [chart.x(x), chart.y(y)]);
  const labels = placed(
    ways.filter((way) => points[way].length > 0).map((way) => labelOf(way, points[way], chart)),
    chart.area,
    ways.flatMap((way) => lineToAvoid(on(way))),
  );
  return svg`${chart.axes}
    ${ways.map(
      (way) => svg`${chart.inside(line(chart, points[way], { role: roles[way] }))}
      ${dots(
        chart,
        points[way].map((at) => ({ at, role: roles[way] })),
        3,
      )}`,
    )}
    ${drawLabels(labels)}`;
}

const labelOf = (way: Way, points: readonly Point[], chart: Plot): Label => ({
  ...{ text: names[way], role: roles[way], needed: true },
  spots: [
    ...points.toReversed().flatMap(([x, y]) => beside(chart.x(x), chart.y(y), 'left')),
    // Times jump, and may leave no room beside any: the colour tells whose it is.
    ...corners(chart.area),
  ],
});
