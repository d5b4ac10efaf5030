import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Box } from './box';
import { stretches, type CellAxis } from './cell-axis';
import { roleClass, type Mark } from './marks';
import { NORMAL, SMALL } from './text';

/** A square of cells with nothing in them, too many for a box each: an image, a feature map. */
export interface Lattice {
  readonly x: number;
  readonly y: number;
  /** Its rows and its columns. */
  readonly axis: CellAxis;
}

/** The box around the cells from (i, j) on. */
export function cellsBox(
  { x, y, axis }: Lattice,
  i: number,
  j: number,
  rows: number,
  columns = rows,
): Box {
  const [left, top] = [axis.at(j), axis.at(i)];
  return {
    x: x + left,
    y: y + top,
    width: axis.at(j + columns) - left,
    height: axis.at(i + rows) - top,
  };
}

/** Where these rows and these columns cross, as one path. */
export function crossings(lattice: Lattice, rows: readonly number[], columns = rows): string {
  const across = stretches(columns);
  return stretches(rows)
    .flatMap(([i, below]) =>
      across.map(([j, right]) => {
        const { x, y, width, height } = cellsBox(lattice, i, j, below - i, right - j);
        return `M${x} ${y}h${width}v${height}h${-width}z`;
      }),
    )
    .join('');
}

/** The edges of all cells that are drawn. */
function edges({ x, y, axis }: Lattice): string {
  const runs = stretches(axis.shown);
  const lines = runs.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, i) => axis.at(from + i)),
  );
  return runs
    .flatMap(([from, to]) => {
      const [start, length] = [axis.at(from), axis.at(to) - axis.at(from)];
      return lines.map(
        (at) => `M${x + at} ${y + start}v${length}M${x + start} ${y + at}h${length}`,
      );
    })
    .join('');
}

/** What a lattice is. */
export interface LatticeMark extends Mark {
  readonly title: string;
  /** A line below the title. */
  readonly says: string;
  /** The cells in the colour of the role, as a path; all unless said. */
  readonly filled?: string;
}

/** The cells, those of `filled` in the colour of the role; dots where some are left out. */
export function lattice(of: Lattice, mark: LatticeMark): SVGTemplateResult {
  const { x, y, axis } = of;
  const head = stretches(axis.shown)[0]?.[1] ?? 0;
  const gap = (axis.at(head) + axis.at(head + axis.hidden)) / 2;
  return svg`<g class=${`lattice ${roleClass(mark)}`} data-part=${mark.part ?? nothing}>
    <text class="title" x=${x} y=${y - 38} font-size=${NORMAL}>${mark.title}</text>
    <text class="says" x=${x} y=${y - 18} font-size=${SMALL}>${mark.says}</text>
    <rect class="ground" x=${x} y=${y} width=${axis.length} height=${axis.length} />
    <path class="filled" d=${mark.filled ?? crossings(of, axis.shown)} />
    <path class="edges" d=${edges(of)} />
    ${
      axis.hidden > 0
        ? svg`<text class="dots" x=${x + gap} y=${y + gap} font-size=${NORMAL}>⋯</text>
            <text class="says" x=${x} y=${y + axis.length + 18} font-size=${SMALL}
              >⋯ ${axis.hidden} more each way</text>`
        : nothing
    }
  </g>`;
}
