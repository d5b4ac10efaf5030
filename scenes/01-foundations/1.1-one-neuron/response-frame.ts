import {
  isTwoByTwo,
  plot,
  rampLegend,
  ramps,
  svg,
  svgText,
  type Box,
  type Field,
  type Plot,
  type ScaleDrawing,
  type ScaleFrame,
  type SVGTemplateResult,
  type Vector,
} from '../../../src/author';
import { layerDecides, neuronDecides, type Decide, type Sample } from './clusters';
import { decisionLine } from './decision-line';
import type { ScaleGivens } from './settings';
import './response.css';

/** The plane goes from −REACH to REACH along both inputs. */
export const REACH = 2;
/** Of the points that are counted, those that are drawn. */
const DRAWN = 240;

const NARROW = 560;
const GAP = 12;
const TITLE = 26;
/** What the axes of a plot take more in width than in height. */
const UNEVEN = 4;
const LEGEND = 30;
const NOTE = 24;
/** A plane can be read at this height. */
const LOWEST = 156;

/** Where all stands. */
interface Layout {
  readonly boxes: readonly [Box, Box];
  readonly bottom: number;
  /** The end of the line that says what a cross means. */
  readonly note: { readonly x: number; readonly y: number };
  readonly height: number;
}

/**
 * The two planes are side by side, or below each other where the page is narrow and scrolls. Before a
 * class it does not scroll: they stay side by side, and what a cross means stands below the legend.
 */
function layoutIn(frame: ScaleFrame): Layout {
  const { width } = frame;
  const narrow = width < NARROW;
  const stacked = narrow && !isTwoByTwo(frame);
  const foot = narrow && !stacked ? LEGEND + NOTE : LEGEND;
  const room = (frame.height - foot) / (stacked ? 2 : 1) - TITLE;
  const high = Math.max(LOWEST, Math.min((stacked ? width : (width - GAP) / 2) + UNEVEN, room));
  const first = { x: 0, y: TITLE, width: high - UNEVEN, height: high };
  const second = stacked
    ? { ...first, y: TITLE + high + TITLE }
    : { ...first, x: width / 2 + GAP / 2 };
  const bottom = second.y + high;
  const y = stacked ? TITLE - 8 : bottom + foot - 12;
  return { boxes: [first, second], bottom, note: { x: width - 4, y }, height: bottom + foot };
}

/** The answers of one neuron and of a layer, the points to be parted, and the lines to drag. */
export function drawResponses(
  values: ScaleGivens,
  fields: readonly { readonly data: Field['data']; readonly size: number; readonly most: number }[],
  samples: readonly Sample[],
  frame: ScaleFrame,
  edit: (changes: Partial<ScaleGivens>, commit: boolean) => void,
): ScaleDrawing {
  const { neuron, hidden, activation } = values;
  const { boxes, bottom, note, height } = layoutIn(frame);
  const ramp = ramps(frame.dark).diverging;
  const plots = boxes.map((box, i) =>
    plot({
      box,
      id: frame.id(`plane-${i}`),
      x: { domain: [-REACH, REACH], label: 'input $x_0$', ticks: 5 },
      y: { domain: [-REACH, REACH], label: 'input $x_1$', ticks: 5 },
      bare: true,
    }),
  );
  const decides = [neuronDecides(neuron), layerDecides(hidden, activation)];
  const lines = [
    decisionLine(plots[0], neuron, REACH, (to, commit) => edit({ neuron: to }, commit)),
    hidden.map((row, k) =>
      decisionLine(plots[1], row, REACH, (to, commit) =>
        edit({ hidden: hidden.map((old, i): Vector => (i === k ? to : old)) }, commit),
      ),
    ),
  ];
  const titles = ['One neuron', `A hidden layer of ${hidden.length}`];
  return {
    height,
    heatmaps: fields.map(({ data, size, most }, i) => ({
      box: plots[i].area,
      field: { width: size, height: size, data, domain: [-most, most], ramp },
    })),
    content: svg`
      ${plots.map(
        (plane, i) => svg`${plane.axes} ${drawSamples(plane, samples, decides[i])}
          <g class="lines">${lines[i]}</g>
          <text class="label strong" x=${plane.left} y=${boxes[i].y - 6} font-size="17">${titles[i]}</text>`,
      )}
      ${rampLegend({
        x: plots[0].left,
        y: bottom + 18,
        width: 300,
        ramp,
        ends: ['answer below 0', 'above 0'],
        id: frame.id('ramp'),
      })}
      <text class="pointed" x=${note.x} y=${note.y}
        font-size="14" text-anchor="end">${svgText('crossed out: on the wrong side')}</text>`,
  };
}

/** Circles where the answer is to be on, squares where it is to be off; the wrong ones crossed. */
function drawSamples(plane: Plot, samples: readonly Sample[], decide: Decide): SVGTemplateResult {
  const drawn = samples.slice(0, DRAWN).map(({ x, y, on }) => ({
    at: `${plane.x(x).toFixed(1)} ${plane.y(y).toFixed(1)}`,
    on,
    wrong: decide(x, y) !== on,
  }));
  const path = (list: typeof drawn, shape: string): string =>
    list.map(({ at }) => `M${at}${shape}`).join('');
  return svg`
    <path class="sample" d=${path(
      drawn.filter(({ on }) => on),
      'm-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0',
    )} />
    <path class="sample" d=${path(
      drawn.filter(({ on }) => !on),
      'm-3.5 -3.5h7v7h-7z',
    )} />
    <path class="misplaced" d=${path(
      drawn.filter(({ wrong }) => wrong),
      'm-5 -5l10 10m0 -10l-10 10',
    )} />`;
}
