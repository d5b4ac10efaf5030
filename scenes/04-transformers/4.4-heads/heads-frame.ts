import {
  fillOf,
  heatEdge,
  HEADS,
  LAYERS,
  nothing,
  outline,
  rampLegend,
  ramps,
  svg,
  WORDS_ALONG,
  wrapped,
  writtenAlong,
  writtenLines,
  type Box,
  type Field,
  type HeatGrid,
  type HeatPointed,
  type ScaleDrawing,
  type ScaleFrame,
  type SVGTemplateResult,
} from '../../../src/author';
import { nameOfHead, sayRead } from '../../../src/learn/head-words';
import { allHeads, FAINTEST, offsetOf, type HeadAt } from '../../../src/learn/heads';
import { chosenOf, type Shown } from './habits';
import { sayDistance, sayHabits, sayWeight } from './heads-words';

/** A narrow stage has the large head below. */
const NARROW = 420;
const GAP = 12;
const [SIZE, LINE] = [14, 19];
/** Room for the names of layers and heads, and for the number below each head. */
const NAMES = 20;
const NUMBER = 22;
const LEGEND = 26;
const FOOT = 4;
const CUE = 'Point at a head, or at a character.';
/** The longest that is said of a weight, for which room is kept. */
const LONGEST_SAID = `space looks at space 63 back: 0.000. ${CUE}`;
const LEAST = { small: 30, large: 132 };
const TITLE = 24;

/** The text above; all heads and what is said of one; that one, large. */
function layoutOf(shown: Shown, { width, height }: ScaleFrame) {
  const { text } = shown;
  const lines = writtenLines({ text, x: 0, y: 0, width, note: sayRead(shown.written, text) });
  const top = lines.height + GAP;
  const narrow = width < NARROW;
  const left = narrow ? width : Math.round(0.44 * width);
  const says = sayHabits(chosenOf(shown)).flatMap((said) => wrapped(said, left, SIZE));
  // As much for every head, so that nothing moves when another is pointed at.
  const linesOf = (said: string): number => wrapped(said, left, SIZE).length;
  const most = Math.max(
    ...shown.habits.map((each) => sayHabits(each).reduce((sum, said) => sum + linesOf(said), 0)),
  );
  const spoken = (most + linesOf(LONGEST_SAID)) * LINE;
  const noted = spoken + LEGEND;
  const room = height - top - NAMES - FOOT - noted;
  const across = (left - NAMES) / HEADS;
  const pitch = narrow ? across : Math.min(across, room / LAYERS - NUMBER + 6);
  const side = Math.max(LEAST.small, pitch - 6);
  const small = ({ layer, head }: HeadAt): Box => ({
    x: NAMES + head * across,
    y: top + NAMES + layer * (side + NUMBER),
    ...{ width: side, height: side },
  });
  const foot = top + NAMES + LAYERS * (side + NUMBER) + FOOT;
  const notes = foot + noted;
  const x = narrow ? WORDS_ALONG : left + GAP + WORDS_ALONG;
  const y = (narrow ? notes + GAP : top) + TITLE;
  const high = narrow ? Infinity : height - y - WORDS_ALONG;
  const large = Math.max(LEAST.large, Math.min(width - x - 2, high));
  const map: Box = { x, y, width: large, height: large };
  return {
    lines,
    small,
    left,
    says,
    foot,
    spoken,
    map,
    height: Math.max(notes, y + large + WORDS_ALONG),
  };
}

/** The cells of the large head; one is pointed at in a small one and, with its own key, in the text too. */
export function gridOf(shown: Shown, frame: ScaleFrame): HeatGrid {
  const { lines, map, small } = layoutOf(shown, frame);
  const { length } = shown.text;
  return {
    ...{ box: map, columns: length, rows: length, row: length - 1 },
    elsewhere(point) {
      const written = lines.at(point);
      if (written !== undefined) return { column: written, row: written };
      const head = allHeads.find((at) => isIn(small(at), point));
      if (!head) return undefined;
      const { x, y, width, height } = small(head);
      const cell = (share: number): number => Math.floor(share * length);
      return { column: cell((point.x - x) / width), row: cell((point.y - y) / height) };
    },
  };
}

interface At {
  readonly x: number;
  readonly y: number;
}

const isIn = ({ x, y, width, height }: Box, point: At): boolean =>
  point.x >= x && point.x < x + width && point.y >= y && point.y < y + height;

/** The small head at a position of the picture. */
export function headAt(shown: Shown, frame: ScaleFrame, point: At): HeadAt | undefined {
  const { small } = layoutOf(shown, frame);
  return allHeads.find((at) => isIn(small(at), point));
}

export function drawHeads(shown: Shown, pointed: HeatPointed, frame: ScaleFrame): ScaleDrawing {
  const { text, weights, powers, habits, chosen } = shown;
  const { lines, small, left, says, foot, spoken, map, height } = layoutOf(shown, frame);
  const ramp = ramps(frame.dark).sequential;
  const [width, data] = [text.length, powers];
  const field = (at: HeadAt): Field => ({
    ...{ width, height: width, data, offset: offsetOf(at, width), ramp },
    domain: [FAINTEST, 0],
  });
  // At rest: what the last character looks at most.
  const query = pointed.cell?.row ?? width - 1;
  const row = offsetOf(chosen, width) + query * width;
  const looked = weights.subarray(row, row + width);
  const full = Math.max(...looked);
  const key = pointed.cell?.column ?? looked.indexOf(full);
  const cue = pointed.cell ? '' : CUE;
  const weight = `${sayWeight(shown, query, key, looked[key])}.`;
  const noted = [...says, ...wrapped(`${weight} ${cue}`, left, SIZE)];
  const title = nameOfHead(chosen);
  return {
    height,
    said: [
      `${nameOfHead(chosen)}.`,
      ...sayHabits(chosenOf(shown)),
      pointed.cell ? weight : '',
    ].join(' '),
    heatmaps: [
      ...allHeads.map((at) => ({ box: small(at), field: field(at) })),
      { box: map, field: field(chosen) },
    ],
    content: svg`
      ${lines.draw((i) => fillOf('share', looked[i], full), query)}
      <g font-size=${SIZE}>
        ${namesOf(small)}
        ${habits.map((each, i) => {
          const box = small(each);
          return svg`${heatEdge(box)}<text x=${box.x + box.width / 2} y=${box.y + box.height + 16}
            text-anchor="middle">${sayDistance(each)}${i === 0 ? ' back' : nothing}</text>`;
        })}
        ${outline(small(chosen), 'activation')}
        ${noted.map(
          (line, i) => svg`<text class=${i < says.length ? nothing : 'pointed'} x="0"
            y=${foot + (i + 0.8) * LINE}>${line}</text>`,
        )}
        <text class="pointed" x=${map.x} y=${map.y - 8} font-size="16"
          >${title[0].toUpperCase()}${title.slice(1)}</text>
        ${heatEdge(map)} ${writtenAlong(text, map)} ${pointed.lines}
      </g>
      ${rampLegend({
        ...{ x: 0, y: foot + spoken + 18, width: left, ramp },
        ...{ id: frame.id('ramp'), ends: ['weight ≤ $10^{-2}$', '1'] },
      })}`,
  };
}

/** Heads above their columns, layers beside their rows. */
const namesOf = (small: (at: HeadAt) => Box): SVGTemplateResult => svg`
  ${Array.from({ length: HEADS }, (_, head) => {
    const { x, y, width } = small({ layer: 0, head });
    return svg`<text x=${x + width / 2} y=${y - 6} text-anchor="middle"
      >${head === 0 ? 'head 1' : head + 1}</text>`;
  })}
  ${Array.from({ length: LAYERS }, (_, layer) => {
    const { y, height } = small({ layer, head: 0 });
    return svg`<text transform=${`translate(13 ${y + height / 2}) rotate(-90)`}
      text-anchor="middle">${layer === 0 ? 'layer 1' : layer + 1}</text>`;
  })}`;
