import {
  barList,
  bars,
  decimals,
  plot,
  rule,
  show,
  svg,
  type BarListEntry,
  type Box,
  type ScaleDrawing,
  type ScaleFrame,
  type SVGTemplateResult,
} from '../../../src/author';
import { familyNames, type FoundWord } from './analogies';
import type { Words } from './words';
import { hitsOf, NEAR } from './words-finding';

/** Narrower than this, and taller than wide, everything stands below each other. */
const WIDE = 620;
const GAP = 24;
/** Bars of the histogram. */
const BINS = 40;
const TALL = { list: 400, histogram: 220, own: 150, families: 190 };

/** The nearest words on the left; where all words lie, and how analogies fare, on the right. */
export function drawWords(words: Words, { width, height, id }: ScaleFrame): ScaleDrawing {
  const wide = width > Math.min(WIDE, height);
  const half = wide ? (width - GAP) / 2 : width;
  const x = wide ? half + GAP : 0;
  const top = wide ? 0 : TALL.list + GAP;
  const left: Box = { x: 0, y: 0, width: half, height: wide ? height : TALL.list };
  const room = wide ? height - 2 * GAP : TALL.histogram + TALL.own + TALL.families;
  const share = room / (TALL.histogram + TALL.own + TALL.families);
  const histogramBox = { x, y: top, width: half, height: TALL.histogram * share };
  const own = {
    ...{ x, width: half, height: TALL.own * share },
    y: histogramBox.y + histogramBox.height + GAP,
  };
  const families = {
    ...{ x, width: half, height: TALL.families * share },
    y: own.y + own.height + GAP,
  };
  return {
    height: wide ? height : families.y + families.height,
    content: svg`
      ${neighbours(words, left)}
      ${words.near ? histogram(words, histogramBox, id('cosines')) : ''}
      ${ownAnalogy(words, own)}
      ${barList(
        'analogies solved, by kind',
        familyNames.map((family): BarListEntry => {
          const { hits, of } = hitsOf(words, family);
          return { text: family, share: hits / of, says: `${hits} of ${of}`, role: 'activation' };
        }),
        families,
      )}`,
  };
}

const bar = ({ word, cosine }: FoundWord): BarListEntry => ({
  text: word,
  share: Math.max(0, cosine),
  says: show(cosine, decimals(2)),
});

const neighbours = ({ word, near }: Words, box: Box): SVGTemplateResult =>
  near
    ? barList(
        `nearest to “${word}”, by cosine`,
        near.map((found) => ({ ...bar(found), role: 'activation' })),
        box,
      )
    : barList(`“${word}” has no vector`, [], box);

function ownAnalogy({ own }: Words, box: Box): SVGTemplateResult {
  if (!own) return barList('the analogy has a word without a vector', [], box);
  const [a, b, c] = own.analogy.terms;
  return barList(
    `${a} is to ${b} as ${c} is to …`,
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
