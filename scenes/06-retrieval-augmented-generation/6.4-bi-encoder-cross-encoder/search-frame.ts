import {
  area,
  barList,
  beside,
  decimals,
  drawLabels,
  line,
  placed,
  plot,
  rule,
  show,
  svg,
  type BarListEntry,
  type Point,
  type ScaleDrawing,
  type ScaleFrame,
} from '../../../src/author';
import { ASKED, LENGTH } from './collection';
import { BEST, recallAt } from './recall';

export interface Measured {
  readonly count: number;
  readonly questions: number;
  /** Where the best by MaxSim stand in the list by dot products, over all questions. */
  readonly ranks: readonly number[];
  /** Milliseconds: the dot products of all questions with all documents; reading the pairs. */
  readonly dotProducts: number;
  readonly reading: number;
  readonly pairs: number;
  /** The shortlist of the exercise by hand, no longer than the collection. */
  readonly shortlist: number;
}

/** Below the curve, for the bars. */
const BARS = 170;
const GAP = 20;
/** Lengths of the shortlist that the curve is drawn at. */
const POINTS = 120;

/** Dot products of one MaxSim: every word of the question with every word of the document. */
const PAIRED = ASKED * LENGTH;

const share = (x: number): string => `${show(100 * x, decimals(0))} %`;
const whole = (n: number): string => n.toLocaleString('en');

/** Milliseconds as they are read. */
const duration = (ms: number): string =>
  ms < 1000 ? `${twoDigits(ms)} ms` : `${twoDigits(ms / 1000)} s`;

const twoDigits = (x: number): string => (x < 10 ? show(x, decimals(1)) : whole(Math.round(x)));

/** Milliseconds for one question: the dot products, and all pairs if they were read. */
function times({ count, questions, dotProducts, reading, pairs }: Measured) {
  return { dots: dotProducts / questions, all: (reading / pairs) * count };
}

/** Recall against the length of the shortlist, and the dot products of each way to search. */
export function drawSearch(measured: Measured, { width, height, id }: ScaleFrame): ScaleDrawing {
  const { count, ranks, shortlist, pairs } = measured;
  const tall = Math.max(height, 384);
  const chart = plot({
    box: { x: 0, y: 0, width, height: tall - BARS - GAP },
    id: id('recall'),
    x: { domain: [1, count], log: true, label: 'length of the shortlist' },
    y: { domain: [0, 1], label: `share of the ${BEST} best by MaxSim that it keeps` },
  });
  const points = Array.from({ length: POINTS + 1 }, (_, i): Point => {
    const length = count ** (i / POINTS);
    return [length, recallAt(ranks, length)];
  });
  const kept = recallAt(ranks, shortlist);
  const bar = (text: string, products: number, role: BarListEntry['role']): BarListEntry => ({
    ...{ text, role, share: products / (count * PAIRED), says: whole(products) },
  });
  return {
    height: tall,
    content: svg`${chart.axes}
      ${chart.inside(svg`
        ${area(chart, points, { role: 'activation', opacity: 0.25 })}
        ${rule(chart, { x: shortlist }, { role: 'weight' })}
        ${line(chart, points, { role: 'activation' })}`)}
      ${drawLabels(
        placed(
          [
            {
              text: `a shortlist of ${whole(shortlist)} keeps ${share(kept)}`,
              shorter: `keeps ${share(kept)}`,
              ...{ role: 'weight', tone: 'strong', needed: true, size: 16 },
              spots: [
                ...beside(chart.x(shortlist), chart.y(0.2), 'right', 12),
                ...beside(chart.x(shortlist), chart.y(0.2), 'left', 12),
              ],
            },
          ],
          chart.area,
        ),
      )}
      ${barList(
        'dot products for one question',
        [
          bar(`with all ${whole(count)} vectors`, count, 'input'),
          bar(`MaxSim with ${whole(pairs)} of the documents`, pairs * PAIRED, 'activation'),
          bar('MaxSim with all', count * PAIRED, 'gradient'),
        ],
        { x: 0, y: tall - BARS, width, height: BARS },
      )}`,
  };
}

/** What was found, in one sentence or two. */
export function saySearch(measured: Measured): string {
  const { count, questions, ranks, shortlist, pairs } = measured;
  const { dots, all } = times(measured);
  const needed = [...ranks].sort((a, b) => a - b)[Math.ceil(0.9 * ranks.length) - 1];
  return `Over ${whole(questions)} questions a shortlist of ${whole(shortlist)} keeps ${share(recallAt(ranks, shortlist))} of the ${BEST} best; to keep 90 % it must have ${whole(needed)} of ${whole(count)}. Reading all pairs would take ${duration(all)} a question, extrapolated from ${whole(pairs)}; the dot products with all vectors took ${duration(dots)}.`;
}
