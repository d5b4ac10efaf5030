import {
  bars,
  fillOf,
  heatEdge,
  isTwoByTwo,
  key as legend,
  line,
  nothing,
  plainText,
  plot,
  rampLegend,
  ramps,
  roomAlong,
  svg,
  svgText,
  textWidth,
  wrapped,
  writtenAlong,
  writtenLines,
  type Box,
  type HeatCell,
  type HeatGrid,
  type HeatPointed,
  type ScaleDrawing,
  type ScaleFrame,
  type SVGTemplateResult,
} from '../../../src/author';
import { FAINTEST } from '../../../src/learn/heads';
import { nameOfHead, sayRead } from '../../../src/learn/head-words';
import { tellingRow, weightAt, type Looks } from './looks';
import { formula, longestSaid, sayPair, sayRow } from './text-words';

/** What is shown: a head over a text, and the text as it was written. */
export interface Shown extends Looks {
  readonly written: string;
}

/** A narrow stage has one part below the other, a square one the chart beside the map. */
const NARROW = 560;
const GAP = 24;
/** Above the map: what its sides are and how a row comes about, in one line or in two. */
const SIDES = 'query ↓ key →';
const SMALL = 14;
const [SIZE, LINE] = [15, 21];
const [TITLE, TITLE_LINE] = [24, 20];
const ONE_LINE = textWidth(SIDES, SMALL) + 10 + textWidth(formula, SMALL);
const LEGEND = 30;
/** The chart of a row with the key above it: its least height, and that where it has all the room. */
const CHART = { least: 150, most: 250 };
const KEY = 18;
const KEY_ABOVE = 44;
/** The most of a square stage's width that a map has. */
const SHARE = 0.66;
const LEAST_MAP = 132;
const CUE = 'Point at the map, or at a character.';

/** The map with the text along its sides; beside it, or below, the text and what is said of a row. */
function layoutOf(shown: Shown, frame: ScaleFrame) {
  const { width } = frame;
  if (width < NARROW && isTwoByTwo(frame)) return squareLayout(shown, frame);
  const { text, written } = shown;
  const narrow = width < NARROW;
  const { foot, map } = mapIn(text, {
    width: narrow ? width - 2 : 0.54 * width,
    height: narrow ? Infinity : frame.height,
  });
  const x = narrow ? 0 : map.x + map.width + GAP;
  const wide = width - x - 2;
  const lines = writtenLines({
    ...{ text, x, y: narrow ? foot + GAP : 0, width: wide },
    note: sayRead(written, text),
  });
  const says = (narrow ? foot + GAP : 0) + lines.height + 8;
  const chartTop = says + linesSaid(wide) * LINE + 8;
  const left = frame.height - chartTop - LEGEND;
  const tall = narrow ? CHART.least : Math.min(CHART.most, left);
  const chart: Box | undefined =
    tall < CHART.least ? undefined : { x, y: chartTop + KEY, width: wide, height: tall - KEY };
  const last = chartTop + (chart ? tall : 0) + LEGEND;
  return { map, lines, x, wide, says, chart, keyed: KEY, last, height: Math.max(foot, last) };
}

/** The map and the chart side by side; below them the text, and what is said of a row. */
function squareLayout({ text, written }: Shown, { width, height }: ScaleFrame) {
  const wide = width - 2;
  const laid = { text, x: 0, width: wide, note: sayRead(written, text) };
  const below = writtenLines({ ...laid, y: 0 }).height + linesSaid(wide) * LINE + LEGEND + 16;
  const { foot, map } = mapIn(text, { width: SHARE * width, height: height - below - GAP });
  const lines = writtenLines({ ...laid, y: foot + GAP });
  const says = foot + GAP + lines.height + 8;
  const last = says + linesSaid(wide) * LINE + LEGEND;
  const x = map.x + map.width + GAP;
  const chart: Box = {
    ...{ x, y: KEY_ABOVE, width: width - x },
    height: map.y + map.height + 2 - KEY_ABOVE,
  };
  return { map, lines, x: 0, wide, says, chart, keyed: KEY_ABOVE, last, height: last };
}

/** As many lines for every row and key, so that nothing moves when another is pointed at. */
function linesSaid(wide: number): number {
  const linesOf = (said: string): number => wrapped(said, wide, SIZE).length;
  const [row, pair, own] = longestSaid;
  return linesOf(row) + Math.max(linesOf(pair), linesOf(own) + linesOf(CUE));
}

/** The largest map with the text along its sides, below its title of one line or of two. */
function mapIn(text: string, most: Pick<Box, 'width' | 'height'>) {
  const under = (title: number) => {
    const room = (along: number): number =>
      Math.max(LEAST_MAP, Math.min(most.width - along, most.height - title - along));
    const along = roomAlong(text, room(roomAlong(text, Infinity)));
    return { along, title, side: room(along) };
  };
  const inOne = under(TITLE);
  const { along, title, side } =
    inOne.along + inOne.side < ONE_LINE ? under(TITLE + TITLE_LINE) : inOne;
  const map: Box = { x: along, y: title, width: side, height: side };
  return { map, foot: title + side + along };
}

/** The chart of a row, over the same keys as the map. */
const chartOf = ({ text }: Shown, box: Box, frame: ScaleFrame) =>
  plot({
    ...{ box, id: frame.id('row') },
    x: { domain: [0, text.length], ticks: 0 },
    y: { domain: [0, 1], label: 'weight', ticks: 3 },
  });

/** The row and the key that are meant while none is pointed at. */
function cellOf(shown: Shown, cell: HeatCell | undefined): HeatCell {
  const row = cell?.row ?? tellingRow(shown);
  return { row, column: cell?.column ?? shown.largest[row] };
}

/** The cells of the map; the text stands for its rows, and the chart for the keys of one. */
export function gridOf(shown: Shown, frame: ScaleFrame): HeatGrid {
  const { map, lines, chart } = layoutOf(shown, frame);
  const { length } = shown.text;
  return {
    ...{ box: map, columns: length, rows: length, row: tellingRow(shown) },
    elsewhere(point) {
      const query = lines.at(point);
      if (query !== undefined) return { column: shown.largest[query], row: query };
      const area = chart && chartOf(shown, chart, frame).area;
      if (!area || point.y < area.y || point.y > area.y + area.height) return undefined;
      const column = Math.floor(((point.x - area.x) / area.width) * length);
      return column >= 0 && column < length ? { column } : undefined;
    },
  };
}

export function drawText(shown: Shown, pointed: HeatPointed, frame: ScaleFrame): ScaleDrawing {
  const { text, weights, powers } = shown;
  const { map, lines, x, wide, says, chart, keyed, last, height } = layoutOf(shown, frame);
  const { length } = text;
  const ramp = ramps(frame.dark).sequential;
  const { row, column } = cellOf(shown, pointed.cell);
  const looked = weights.subarray(row * length, row * length + length);
  const full = weightAt(shown, row, shown.largest[row]);
  const said = [sayRow(shown, row), sayPair(shown, row, column)];
  const [strong, soft] = [said, pointed.cell ? [] : [CUE]].map((all) =>
    all.flatMap((each) => wrapped(each, wide, SIZE)),
  );
  const side = map.width / length;
  return {
    height,
    said: [`${nameOfHead(shown.at)}.`, ...said.map(plainText)].join(' '),
    heatmaps: [
      {
        box: map,
        field: { width: length, height: length, data: powers, domain: [FAINTEST, 0], ramp },
      },
    ],
    content: svg`
      <g font-size=${SMALL}>
        <text x="0" y="14">${SIDES}</text>
        ${
          map.y > TITLE
            ? svg`<text x="0" y=${14 + TITLE_LINE}>${svgText(formula)}</text>`
            : svg`<text x=${map.x + map.width} y="14" text-anchor="end">${svgText(formula)}</text>`
        }
        ${heatEdge(map)} ${writtenAlong(text, map)}
        <g class="written">${ringed({ x: map.x, y: map.y + row * side, width: map.width, height: side })}</g>
        ${pointed.lines}
      </g>
      ${lines.draw((i) => fillOf('share', looked[i], full), row)}
      ${[...strong, ...soft].map(
        (each, i) => svg`<text class=${i < strong.length ? nothing : 'pointed'} x=${x}
          y=${says + (i + 0.8) * LINE} font-size=${SIZE}>${svgText(each)}</text>`,
      )}
      ${chart ? rowChart(shown, { row, column }, chart, { frame, keyed }) : nothing}
      ${rampLegend({
        ...{ x, y: last - 8, width: wide, ramp, id: frame.id('ramp') },
        ends: ['weight ≤ $10^{-2}$', '1'],
      })}`,
  };
}

const ringed = ({ x, y, width, height }: Box): SVGTemplateResult =>
  svg`<rect class="outlined" x=${x} y=${y} width=${width} height=${height} />`;

/** What a row gives each key, and what distance alone would. */
function rowChart(
  shown: Shown,
  { row, column }: HeatCell,
  box: Box,
  { frame, keyed }: { readonly frame: ScaleFrame; readonly keyed: number },
): SVGTemplateResult {
  const chart = chartOf(shown, box, frame);
  const alone = shown.alone[row];
  return svg`<g font-size=${SMALL}>
    ${chart.axes}
    ${chart.inside(svg`
      ${bars(
        chart,
        alone.map((_, key) => ({
          ...{ from: key, to: key + 1, value: weightAt(shown, row, key), role: 'activation' },
          opacity: key === column ? 1 : 0.6,
        })),
        1,
      )}
      ${line(
        chart,
        alone.map((share, key) => [key + 0.5, share]),
        { style: 'dashed' },
      )}`)}
    ${legend(
      [
        { text: 'this head', role: 'activation', kind: 'area' },
        { text: 'distance alone', kind: 'dashed' },
      ],
      chart.right,
      box.y - keyed - 4,
    )}
  </g>`;
}
