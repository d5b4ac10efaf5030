import {
  isTwoByTwo,
  line,
  pairsHeatmap,
  pairsWords,
  plot,
  ramps,
  rule,
  svg,
  type ByDistance,
  type HeatPointed,
  type Pairs,
  type Plot,
  type ScaleDrawing,
  type ScaleFrame,
} from '../../../src/author';
import type { ScaleGivens } from './waves';

/** What is shown: the table, the similarity of each two of its rows, and what is left of it by distance. */
export interface Similar extends ScaleGivens, Pairs {
  readonly table: Float32Array<ArrayBuffer>;
  readonly byDistance: ByDistance;
}

const NARROW = 460;
/** Up to here the curve is below the maps, where there is height for it. */
const SQUARE = 560;
/** Below the plots, for the legend; above them, for what is pointed at. */
const FOOT = 26;
const HEAD = 24;
/** Around the area of a plot: its labels. */
const AROUND = { width: 70, height: 74 };
/** The curve where it is below the maps, alone or below both. */
const CURVE = { alone: 260, both: 160 };

interface Plots {
  readonly waves: Plot;
  /** Position against position. */
  readonly pairs: Plot;
  readonly curve: Plot;
  readonly height: number;
}

/** Where the three stand: side by side, the curve below both maps, or one below the other. */
function boxesIn({ width, height }: ScaleFrame) {
  const narrow = width < NARROW;
  const square = width < SQUARE && isTwoByTwo({ width, height });
  if (square) {
    const side = Math.min(
      height - AROUND.height - FOOT - HEAD - CURVE.both - 8,
      width * 0.64 - AROUND.width,
    );
    const tall = side + AROUND.height;
    const across = width - side - AROUND.width;
    const below = HEAD + tall + FOOT + 8;
    return {
      waves: { x: 0, y: HEAD, width: across, height: tall },
      pairs: { x: across, y: HEAD, width: side + AROUND.width, height: tall },
      curve: { x: 0, y: below, width, height: height - below },
      height,
    };
  }
  const side = narrow
    ? width - AROUND.width
    : Math.min(height - AROUND.height - FOOT - HEAD, width * 0.4 - AROUND.width);
  const tall = side + AROUND.height;
  const across = narrow ? width : width * 0.24;
  const pairs = {
    ...{ x: narrow ? 0 : across, y: narrow ? tall + HEAD : HEAD },
    ...{ width: side + AROUND.width, height: tall },
  };
  const curve = narrow
    ? { x: 0, y: pairs.y + tall + FOOT + 8, width, height: CURVE.alone }
    : {
        ...{ x: pairs.x + pairs.width, y: HEAD, height: tall },
        width: width - pairs.x - pairs.width,
      };
  return {
    waves: { x: 0, y: narrow ? 0 : HEAD, width: across, height: tall },
    ...{ pairs, curve },
    height: narrow ? curve.y + curve.height + 8 : tall + HEAD + FOOT,
  };
}

/** Table, pairs and curve. */
export function layoutOf(
  { length, width: entries, byDistance }: Similar,
  frame: ScaleFrame,
): Plots {
  const { id } = frame;
  const boxes = boxesIn(frame);
  const low = Math.min(0, ...byDistance.least);
  return {
    waves: plot({
      box: boxes.waves,
      id: id('waves'),
      x: { domain: [0, entries], label: 'entry', ticks: 3 },
      y: { domain: [length, 0], label: 'position' },
      bare: true,
    }),
    pairs: plot({
      box: boxes.pairs,
      id: id('pairs'),
      x: { domain: [0, length], label: 'position', ticks: 4 },
      y: { domain: [length, 0], label: 'position' },
      bare: true,
    }),
    curve: plot({
      box: boxes.curve,
      id: id('curve'),
      x: { domain: [0, length - 1], label: 'how far apart', ticks: 4 },
      y: { domain: [low, 1], label: 'similarity' },
    }),
    height: boxes.height,
  };
}

export function drawSimilarity(
  similar: Similar,
  pointed: HeatPointed,
  frame: ScaleFrame,
): ScaleDrawing {
  const { length, width: entries, table, byDistance } = similar;
  const { waves, pairs, curve, height } = layoutOf(similar, frame);
  const most = Math.sqrt(2 / entries);
  const { cell } = pointed;
  const apart = cell && Math.abs(cell.row - cell.column);
  const points = byDistance.mean.map((x, n) => [n, x] as const);
  return {
    height,
    heatmaps: [
      {
        box: waves.area,
        field: {
          width: entries,
          height: length,
          data: table,
          domain: [-most, most],
          ramp: ramps(frame.dark).diverging,
        },
      },
      pairsHeatmap(similar, pairs, frame),
    ],
    content: svg`
      ${waves.axes} ${pairs.axes} ${curve.axes} ${pointed.lines}
      ${curve.inside(line(curve, points, { role: 'activation' }))}
      ${apart === undefined ? '' : curve.inside(rule(curve, { x: apart }))}
      ${pairsWords(similar, pairs, frame, { cell, name: String })}`,
  };
}
