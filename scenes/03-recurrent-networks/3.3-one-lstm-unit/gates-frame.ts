import { HIDDEN } from '../../../src/learn/character-model';
import { nameOfUnit } from '../../../src/learn/reading';
import {
  barList,
  decimals,
  fillOf,
  nothing,
  plot,
  ramps,
  sayReplaced,
  show,
  svg,
  svgText,
  wrapped,
  writtenLines,
  type BarListEntry,
  type Box,
  type HeatGrid,
  type HeatPointed,
  type Heatmap,
  type Plot,
  type ScaleDrawing,
  type ScaleFrame,
  type SVGTemplateResult,
} from '../../../src/author';
import { sayChosen, two } from './gates-words';
import { marginOf, ranked, type Shown } from './keepers';
import { properties } from './properties';

/** A narrow stage has the list and the gates below the cells, a gate beside another. */
const NARROW = 420;
const GAP = 12;
const TYPE = 15;
const LINE = 20;
/** For half of the first number below a map. */
const EDGE = 6;
const LIST = 178;
const LEAST = { cells: 150, gates: 64 };
const GATE_NAMES = [
  'forget gate $f$',
  'input gate $i$',
  'candidate $\\tilde c$',
  'output gate $o$',
];

/** The text above; the cells, and beside them which unit keeps what; the gates below. */
function layoutOf(shown: Shown, { width, height, id }: ScaleFrame) {
  const { reading, written, reach } = shown;
  const { text } = reading;
  const head = wrapped(sayChosen(shown), width, TYPE);
  const under = head.length * LINE + 4;
  const lines = writtenLines({ text, x: 0, y: under, width, note: sayReplaced(written) });
  const top = under + lines.height + GAP;
  const narrow = width < NARROW;
  const side = narrow ? width : Math.min(300, 0.46 * width);
  const left = narrow ? width : width - side - GAP;
  const rest = height - top - GAP;
  const cellsHigh = Math.max(LEAST.cells, narrow ? 0 : Math.min(rest - LEAST.gates, 0.64 * rest));
  const map = (box: Box, name: string, label: string, below?: string): Plot =>
    plot({
      ...{ box, id: id(name) },
      x: { domain: [0, text.length], label: below, ticks: below === undefined ? 0 : undefined },
      y: { domain: [HIDDEN, 0], label, ticks: 0 },
      ...{ left: EDGE, bare: true },
    });
  const cells = map(
    { x: 0, y: top, width: left, height: cellsHigh },
    'cells',
    `cells $c$ of ${HIDDEN} units, the slowest first, colours to ±${show(reach, decimals(1))}`,
    'characters read',
  );
  const list: Box = {
    x: narrow ? 0 : left + GAP,
    y: narrow ? top + cellsHigh + GAP : top,
    width: side,
    height: LIST,
  };
  const first = narrow ? list.y + LIST + GAP : Math.max(top + cellsHigh, list.y + LIST) + GAP;
  const gatesHigh = Math.max(LEAST.gates, narrow ? 0 : height - first - 2);
  const across = narrow ? 2 : GATE_NAMES.length;
  const wide = (width - GAP * (across - 1)) / across;
  const gates = GATE_NAMES.map((label, i) =>
    map(
      {
        x: (i % across) * (wide + GAP),
        y: first + Math.floor(i / across) * (gatesHigh + GAP),
        width: wide,
        height: gatesHigh,
      },
      `gate-${i}`,
      label,
    ),
  );
  return { head, lines, cells, gates, list, height: gates.at(-1).bottom + 2 };
}

/** A unit at a character is pointed at in the cells or in a gate, a character in the text too. */
export function gridOf(shown: Shown, frame: ScaleFrame): HeatGrid {
  const { lines, cells, gates } = layoutOf(shown, frame);
  const columns = shown.reading.text.length;
  return {
    ...{ box: cells.area, columns, rows: HIDDEN, row: shown.order.indexOf(shown.chosen.unit) },
    elsewhere(point) {
      const written = lines.at(point);
      if (written !== undefined) return { column: written };
      const gate = gates.find(
        ({ left, right, top, bottom }) =>
          point.x >= left && point.x < right && point.y >= top && point.y < bottom,
      );
      return (
        gate && {
          column: Math.floor(gate.x.invert(point.x)),
          row: Math.floor(gate.y.invert(point.y)),
        }
      );
    },
  };
}

export function drawGates(shown: Shown, { cell }: HeatPointed, frame: ScaleFrame): ScaleDrawing {
  const { reading, order, cells: courses, chosen, reach, tensor } = shown;
  const { head, lines, cells, gates, list, height } = layoutOf(shown, frame);
  const unit = cell ? order[cell.row] : chosen.unit;
  const course = courses[unit];
  const most = Math.max(1e-9, ...course.map(Math.abs));
  const column = cell?.column;
  const row = order.indexOf(unit);
  const { diverging, sequential } = ramps(frame.dark);
  const width = reading.text.length;
  const maps = [cells, ...gates];
  const heatmaps = maps.map(({ area }, i): Heatmap => {
    // The gates f, i and o are shares; cells and candidates have a sign.
    const shares = i === 1 || i === 2 || i === 4;
    return {
      box: area,
      field: {
        ...{ width, height: HIDDEN, data: tensor, offset: i * HIDDEN * width },
        domain: shares ? [0, 1] : i === 0 ? [-reach, reach] : [-1, 1],
        ramp: shares ? sequential : diverging,
      },
    };
  });
  const said = cell ? [`shaded by the cell of ${nameOfUnit(unit)}; press to keep it so`] : head;
  return {
    ...{ height, heatmaps },
    content: svg`
      ${said.map((line, i) => svg`<text x="0" y=${15 + i * LINE} font-size=${TYPE}>${line}</text>`)}
      ${lines.draw((i) => fillOf('sign', course[i], most), column)}
      ${maps.map((map) => svg`${map.axes} ${cross(map, row, column)}`)}
      ${barList('Which unit keeps what', entriesOf(shown), list)}
      <text class="pointed" x="0" y=${cells.bottom + 39} font-size="15">${
        column === undefined ? nothing : svgText(readOut(shown, unit, column))
      }</text>`,
  };
}

/** The unit's line through a map, and the character's where one is pointed at. */
function cross({ area, x, y }: Plot, row: number, column?: number): SVGTemplateResult {
  const down = column === undefined ? '' : `M${x(column + 0.5)} ${area.y}v${area.height}`;
  return svg`<path class="crosshair" d=${`M${area.x} ${y(row + 0.5)}h${area.width}${down}`} />`;
}

function readOut({ cells, gates }: Shown, unit: number, column: number): string {
  const [f, i, candidate, o] = gates.map((gate) => two(gate[unit][column]));
  return `$c$ ${two(cells[unit][column])}, $f$ ${f}, $i$ ${i}, $\\tilde c$ ${candidate}, $o$ ${o}`;
}

/** The best unit for each property, the surest first; those that chance would reach are grey. */
function entriesOf(shown: Shown): BarListEntry[] {
  return ranked(shown).map((keeper) => ({
    text: properties[keeper.property].short,
    share: Math.abs(keeper.correlation),
    says: `${two(keeper.correlation)}${marginOf(keeper) > 0 ? `, ${nameOfUnit(keeper.unit)}` : ', by chance'}`,
    ...(marginOf(keeper) > 0 && { role: 'activation' as const }),
  }));
}
