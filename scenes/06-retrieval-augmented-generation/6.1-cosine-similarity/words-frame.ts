import {
  barList,
  bars,
  decimals,
  isTwoByTwo,
  plot,
  rule,
  show,
  svg,
  textWidth,
  type BarListEntry,
  type Box,
  type ScaleDrawing,
  type ScaleFrame,
  type SVGTemplateResult,
} from '../../../src/author';
import { familyNames, type FoundWord } from './analogies';
import type { Words } from './words';
import { hitsOf, NEAR } from './words-finding';

/** From this width on, the list has a column to itself. */
const WIDE = 620;
/** Up to this width two columns have no room for the names above their bars. */
const SQUARE = 540;
const GAP = 24;
/** Lower than this, two columns have no room for their charts: the stage scrolls instead. */
const LEAST = 380;
/** Bars of the histogram. */
const BINS = 40;

type Part = 'list' | 'histogram' | 'own' | 'families';

/** Columns with their parts from the top, each as tall as this, or in proportion to it. */
function columnsFor({ width, height }: ScaleFrame): readonly Partial<Record<Part, number>>[] {
  const others = { histogram: 220, own: 150, families: 190 };
  if (width > WIDE) return [{ list: 1 }, others];
  // Presented: wide enough for two columns, but names stand above their bars.
  if (width > height) {
    return [
      { list: 400, own: 150 },
      { histogram: 140, families: 230 },
    ];
  }
  return [{ list: 400, ...others }];
}

interface Layout {
  readonly boxes: Readonly<Record<Part, Box>>;
  readonly height: number;
  /** The list has more rows than its names leave room for bars. */
  readonly dense?: boolean;
}

/** The box of every part, and how tall all of it is. */
function layout(frame: ScaleFrame): Layout {
  if (frame.width <= SQUARE && isTwoByTwo(frame)) return squareLayout(frame);
  const columns = columnsFor(frame);
  const width = (frame.width - (columns.length - 1) * GAP) / columns.length;
  const tallOf = (column: Partial<Record<Part, number>>): number => total(Object.values(column));
  const gapsOf = (column: object): number => (Object.keys(column).length - 1) * GAP;
  const [only] = columns;
  const height = columns.length > 1 ? Math.max(LEAST, frame.height) : tallOf(only) + gapsOf(only);
  const boxes = columns.flatMap((column, i) => {
    const share = (height - gapsOf(column)) / tallOf(column);
    let y = 0;
    return Object.entries(column).map(([part, tall]): [string, Box] => {
      const box = { x: i * (width + GAP), y, width, height: share * tall };
      y += box.height + GAP;
      return [part, box];
    });
  });
  return { boxes: Object.fromEntries(boxes) as Record<Part, Box>, height };
}

/** In a room about as wide as it is high, the kinds of analogy have a line across it. */
function squareLayout({ width, height }: ScaleFrame): Layout {
  const families = 146;
  const own = 116;
  const upper = height - families - GAP;
  const left = 0.5 * width;
  const right = { x: left + GAP, width: width - left - GAP };
  const histogram = upper - own - GAP;
  return {
    boxes: {
      list: { x: 0, y: 0, width: left, height: upper },
      histogram: { ...right, y: 0, height: histogram },
      own: { ...right, y: histogram + GAP, height: own },
      families: { x: 0, y: upper + GAP, width, height: families },
    },
    height,
    dense: true,
  };
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, x) => sum + x, 0);

/** The nearest words; where all words lie; how the reader's analogy fares, and those of each kind. */
export function drawWords(words: Words, frame: ScaleFrame): ScaleDrawing {
  const { boxes, height, dense = false } = layout(frame);
  return {
    height,
    content: svg`
      ${neighbours(words, boxes.list, dense)}
      ${words.near ? histogram(words, boxes.histogram, frame.id('cosines')) : ''}
      ${ownAnalogy(words, boxes.own)}
      ${barList(
        'analogies solved, by kind',
        familyNames.map((family): BarListEntry => {
          const { hits, of } = hitsOf(words, family);
          return { text: family, share: hits / of, says: `${hits} of ${of}`, role: 'activation' };
        }),
        boxes.families,
      )}`,
  };
}

const bar = ({ word, cosine }: FoundWord): BarListEntry => ({
  text: word,
  share: Math.max(0, cosine),
  says: show(cosine, decimals(2)),
});

const neighbours = ({ word, near }: Words, box: Box, dense: boolean): SVGTemplateResult =>
  near
    ? barList(
        `nearest to “${word}”, by cosine`,
        near.map((found) => ({ ...bar(found), role: 'activation' })),
        box,
        { dense },
      )
    : barList(`“${word}” has no vector`, [], box);

function ownAnalogy({ own }: Words, box: Box): SVGTemplateResult {
  if (!own) return barList('the analogy has a word without a vector', [], box);
  const [a, b, c] = own.analogy.terms;
  const asked = `${a} is to ${b} as ${c} is to …`;
  return barList(
    textWidth(asked, 16) > box.width ? `${a} : ${b} = ${c} : …` : asked,
    own.answers.slice(0, 4).map((found, i) => ({ ...bar(found), role: i ? 'input' : 'value' })),
    box,
  );
}

/** How many words lie at which cosine: nearly all of them near 0. */
function histogram({ cosines }: Words, box: Box, id: string): SVGTemplateResult {
  const [low, high] = [-0.5, 1];
  const counts = new Array<number>(BINS).fill(0);
  for (const x of cosines) {
    const bin = Math.floor(((x - low) / (high - low)) * BINS);
    counts[Math.min(BINS - 1, Math.max(0, bin))] += 1;
  }
  const at = (bin: number): number => low + (bin / BINS) * (high - low);
  const chart = plot({
    box,
    id,
    x: { domain: [low, high], label: 'cosine' },
    y: { domain: [0.5, 2 * Math.max(...counts)], log: true, ticks: 4, label: 'words' },
  });
  return svg`${chart.axes}${chart.inside(
    svg`${rule(chart, { x: NEAR })}${bars(
      chart,
      counts.flatMap((value, i) =>
        value > 0 ? [{ from: at(i), to: at(i + 1), value, role: 'activation' as const }] : [],
      ),
    )}`,
  )}`;
}
