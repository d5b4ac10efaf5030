import { HIDDEN } from '../../../src/learn/character-model';
import { likeliest, nameOfUnit } from '../../../src/learn/reading';
import {
  barList,
  bars,
  decimals,
  fillOf,
  line,
  nameOfCharacter,
  nothing,
  plot,
  ramps,
  sayReplaced,
  show,
  svg,
  svgText,
  writtenLines,
  type BarListEntry,
  type Box,
  type HeatGrid,
  type HeatPointed,
  type ScaleDrawing,
  type ScaleFrame,
} from '../../../src/author';
import { percent } from './reading-words';
import { peakOf, type Shown } from './surprise';

/** A narrow stage has what is expected below. */
const NARROW = 420;
const LEFT = 36;
const GAP = 12;
const CURVE = 84;
const COMMON = 74;
const LEAST = 132;
const EXPECTED = 5;
/** Deviations from the mean, in standard deviations, that there is room for. */
const STEEP = 2.5;
/** Characters that are named before what is expected. */
const TAIL = 4;

/** The text above; the curve of surprise over the units, which share an axis; what is expected. */
function layoutOf({ reading, written, bits }: Shown, { width, height, id }: ScaleFrame) {
  const { text } = reading;
  const lines = writtenLines({ text, x: 0, y: 0, width, note: sayReplaced(written) });
  const top = lines.height + GAP;
  const narrow = width < NARROW;
  const side = narrow ? width : Math.min(260, 0.4 * width);
  const left = narrow ? width : width - side - GAP;
  const domain = [0, text.length] as const;
  const curve = plot({
    box: { x: 0, y: top, width: left, height: CURVE },
    id: id('bits'),
    x: { domain, ticks: 0 },
    y: { domain: [0, Math.max(8, ...bits)], label: 'surprise in bits', ticks: 2 },
    left: LEFT,
  });
  const common = plot({
    box: { x: 0, y: curve.bottom + 4, width: left, height: COMMON },
    id: id('common'),
    x: { domain, ticks: 0 },
    y: { domain: [-STEEP, STEEP], label: 'what the units have most in common', ticks: 0 },
    left: LEFT,
  });
  const below = narrow ? 0 : height - common.bottom - 4;
  const units = plot({
    box: { x: 0, y: common.bottom + 4, width: left, height: Math.max(LEAST, below) },
    id: id('units'),
    x: { domain, label: 'characters read' },
    y: {
      domain: [HIDDEN, 0],
      ticks: 0,
      label: `${HIDDEN} units, from the one most like this to its opposite`,
    },
    left: LEFT,
    bare: true,
  });
  const foot = units.bottom + 46;
  const list: Box = narrow
    ? { x: 0, y: foot + GAP, width, height: 190 }
    : { x: left + GAP, y: top, width: side, height: Math.min(230, foot - top) };
  return { lines, curve, common, units, list, height: narrow ? list.y + list.height : foot };
}

/** The units' heatmap; a character can be pointed at in the text and in the curve too. */
export function gridOf(shown: Shown, frame: ScaleFrame): HeatGrid {
  const { lines, curve, common, units } = layoutOf(shown, frame);
  const columns = shown.reading.text.length;
  return {
    ...{ box: units.area, columns, rows: HIDDEN },
    elsewhere(point) {
      const written = lines.at(point);
      if (written !== undefined) return { column: written };
      const over = [curve, common].some(
        ({ top, bottom, left, right }) =>
          point.y >= top && point.y < bottom && point.x >= left && point.x < right,
      );
      return over ? { column: Math.floor(curve.x.invert(point.x)) } : undefined;
    },
  };
}

export function drawSurprise(shown: Shown, pointed: HeatPointed, frame: ScaleFrame): ScaleDrawing {
  const { reading, bits, order, tensor } = shown;
  const { text } = reading;
  const { lines, curve, common, units, list, height } = layoutOf(shown, frame);
  // At rest: what was expected where the text surprised most.
  const at = pointed.cell?.column ?? Math.max(0, peakOf(shown) - 1);
  const unit = pointed.cell && order[pointed.cell.row];
  const most = Math.max(...bits);
  const deviations = Math.sqrt(text.length);
  const course = Array.from(shown.common, (x, i) => [i + 0.5, x * deviations] as const);
  const surprises = bits.map((value, from) => ({
    from,
    to: from + 1,
    value,
    role: 'gradient' as const,
  }));
  return {
    height,
    heatmaps: [
      {
        box: units.area,
        field: {
          ...{ width: text.length, height: HIDDEN, data: tensor },
          ...{ domain: [-1, 1], ramp: ramps(frame.dark).diverging },
        },
      },
    ],
    content: svg`
      ${lines.draw((i) => fillOf('share', bits[i], most), at)}
      ${curve.axes} ${curve.inside(bars(curve, surprises, 0.5))}
      ${common.axes} ${common.inside(line(common, course, { role: 'activation' }))}
      ${units.axes} ${pointed.lines}
      ${barList(titleAt(reading.text, at + 1), expectedAt(shown, at + 1), list)}
      <text class="pointed" x="0" y=${units.bottom + 39} font-size="15">${
        unit === undefined
          ? nothing
          : svgText(`${nameOfUnit(unit)}: ${show(shown.units[unit][at], decimals(2))}`)
      }</text>`,
  };
}

/** What was just read, and what came then, whose bar has a colour of its own. */
function titleAt(text: string, at: number): string {
  const came = text[at] === undefined ? ', next' : `: ${nameOfCharacter(text[at])} came`;
  return `After “${text.slice(Math.max(0, at - TAIL), at)}”${came}`;
}

/** What was likeliest, and what came. */
function expectedAt({ reading, bits }: Shown, at: number): BarListEntry[] {
  const top = likeliest(reading, at, EXPECTED);
  const came = reading.text[at];
  if (came !== undefined && !top.some(({ character }) => character === came)) {
    top.push({ character: came, probability: 2 ** -bits[at] });
  }
  return top.map(({ character, probability }) => ({
    text: nameOfCharacter(character),
    share: probability / top[0].probability,
    says: percent(probability),
    role: character === came ? 'value' : 'activation',
  }));
}
