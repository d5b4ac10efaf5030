import { nothing, svg, type SVGTemplateResult } from 'lit';
import { widthWanted } from '../../math/fit';
import type { Stage } from '../view';
import { arrow } from './arrow';
import { layChain, type CellSize, type ChainLayout, type LayoutRoom } from './chain-layout';
import { boxAround, type Grid } from './grid';
import { elided, matrix, type MatrixDrawing } from './matrix';
import { NORMAL, SMALL, svgText, textWidth } from './text';

/** A matrix of a chain, with its name above it. */
export interface Block extends MatrixDrawing {
  /** The part it is; its cells are `id.i.j` unless said. */
  readonly id: string;
  /** Its name, with mathematics between dollar signs: `$QK^\\top$`. */
  readonly name: string;
  /** What it is, in a few words; left out where there is no room. */
  readonly says?: string;
  /** How far its shape is known, 0 (a later step will count its cells) to 1; 1 unless said. */
  readonly shape?: number;
}

/** Matrices and the signs between them: `[Q, '·', KT, '=', scores]`. */
export type ChainLine = readonly (Block | string)[];

/** What happens between the last matrix of a line and the first of the next. */
export interface ChainArrow {
  readonly arrow: string;
}

export interface Chain {
  readonly height: number;
  readonly content: SVGTemplateResult;
  /** Where the cells of a matrix stand. */
  grid(id: string): Grid;
}

/** Room for a chain, in stage units. */
export interface ChainRoom {
  readonly width: number;
  readonly height: number;
  readonly stage: Pick<Stage, 'unit'>;
  /** A matrix, and a sign after it, at the left of all lines. */
  readonly beside?: readonly [Block, string];
  /** Cells are no smaller; by default what can still be pressed. */
  readonly smallest?: CellSize;
  /** Rows and columns a matrix shows; 8 unless said. */
  readonly most?: number;
}

/**
 * What can still be pressed: 36 pixels. On a projector, where cells are shown rather than pressed, they
 * may be as low as their numbers allow, so that all of them fit.
 */
const smallestCell = ({ unit }: Pick<Stage, 'unit'>): CellSize => ({
  width: Math.max(28, 36 / unit),
  height: unit > 1 ? 20 : 36,
});

/** Where not even these fit, cells take what there is. */
const ANY: CellSize = { width: 8, height: 20 };

/** A cell that shows a number needs this much around it. */
const AROUND = 6;

/**
 * Matrices in a chain, with the largest cells that fit: as they are given; where the room is narrow,
 * each line broken before its equals sign; else every matrix on a line of its own.
 */
export function chain(room: ChainRoom, given: readonly (ChainLine | ChainArrow)[]): Chain {
  const { beside, most = 8, smallest = smallestCell(room.stage) } = room;
  const lines = linesOf(given);
  // In a narrow room what would stand beside the lines stands above them.
  const stacked = beside ? [{ items: [{ block: beside[0] }] }, ...lines] : lines;
  const arrangements: readonly Arrangement[] = [
    { lines, beside },
    { lines: stacked },
    { lines: stacked.flatMap(brokenAtEquals) },
    { lines: stacked.flatMap(brokenAtSigns) },
  ];
  for (const arrangement of arrangements) {
    const isLast = arrangement === arrangements[arrangements.length - 1];
    const limits = { ...room, most, smallest: isLast ? ANY : smallest };
    const layout = lay(arrangement, limits);
    if (layout) return drawn(arrangement, layout, room.width);
  }
  throw new RangeError('There is no room for a matrix');
}

interface Item {
  readonly sign?: string | undefined;
  readonly block: Block;
}

/** A line with its signs in front of what they stand before. */
interface Line {
  readonly arrow?: string | undefined;
  readonly items: readonly Item[];
}

interface Arrangement {
  readonly lines: readonly Line[];
  readonly beside?: ChainRoom['beside'];
}

function linesOf(given: readonly (ChainLine | ChainArrow)[]): Line[] {
  return given.flatMap((line, n) => {
    if ('arrow' in line) return [];
    const above = given[n - 1];
    const items = line.flatMap((item, k): Item[] => {
      const sign = line[k - 1];
      if (typeof item === 'string') return [];
      return [{ block: item, sign: typeof sign === 'string' ? sign : undefined }];
    });
    return [{ items, arrow: above && 'arrow' in above ? above.arrow : undefined }];
  });
}

const brokenAtEquals = ({ items, arrow: above }: Line): Line[] => {
  const at = items.findIndex(({ sign }) => sign === '=');
  return at < 1
    ? [{ items, arrow: above }]
    : [{ items: items.slice(0, at), arrow: above }, { items: items.slice(at) }];
};

const brokenAtSigns = ({ items, arrow: above }: Line): Line[] =>
  items.map((item, n) => ({ items: [item], arrow: n === 0 ? above : undefined }));

function lay({ lines, beside }: Arrangement, room: LayoutRoom): ChainLayout | undefined {
  const laid = (block: Block) => ({
    values: block.values,
    wanted: widthWanted(block.values, block) + AROUND,
  });
  return layChain(
    {
      beside: beside && laid(beside[0]),
      lines: lines.map(({ items, arrow: above }) => ({
        arrow: above !== undefined,
        led: items[0].sign !== undefined,
        blocks: items.map(({ block }) => laid(block)),
      })),
    },
    room,
  );
}

function drawn({ lines, beside }: Arrangement, layout: ChainLayout, width: number): Chain {
  const { margins, grids, height } = layout;
  const placed = new Map(
    lines.flatMap(({ items }, n) => items.map(({ block }, k) => [block.id, grids[n][k]])),
  );
  if (beside && layout.beside) placed.set(beside[0].id, layout.beside);
  const content = svg`
    ${
      beside && layout.beside
        ? svg`${drawnBlock(beside[0], layout.beside, margins.head, true)}
          ${signBefore(grids[0][0], undefined, beside[1], margins.sign)}`
        : nothing
    }
    ${lines.map(({ items, arrow: label }, n) => {
      const above = n > 0 ? grids[n - 1][grids[n - 1].length - 1] : undefined;
      const isSaid = saysFit(items, grids[n], margins.head, width);
      return svg`
        ${label !== undefined && above ? between(above, grids[n][0], label, margins.head, width) : nothing}
        ${items.map(
          ({ sign, block }, k) =>
            svg`${sign === undefined ? nothing : signBefore(grids[n][k], grids[n][k - 1], sign, margins.sign)}
              ${drawnBlock(block, grids[n][k], margins.head, isSaid)}`,
        )}`;
    })}`;
  return {
    height,
    content,
    grid(id) {
      const grid = placed.get(id);
      if (!grid) throw new RangeError(`The chain has no matrix ${id}`);
      return grid;
    },
  };
}

/** A matrix with its name, or what stands for it until its shape is known. */
function drawnBlock(block: Block, grid: Grid, height: number, isSaid: boolean): SVGTemplateResult {
  const { id, shape = 1 } = block;
  const box = boxAround(grid);
  const cells = svg`${matrix(grid, { part: (i, j) => `${id}.${i}.${j}`, ...block })}${note(grid, block)}`;
  return svg`${head(grid, block, height, isSaid)}
    ${
      shape === 1
        ? cells
        : svg`<rect class="unknown" data-part=${id} x=${box.x} y=${box.y} width=${box.width}
            height=${box.height} rx="10" opacity=${1 - shape} /><g opacity=${shape}>${cells}</g>`
    }`;
}

/** The name of a matrix in its role's colour and, where it has the room, what it is. */
function head(
  grid: Grid,
  { name, says, role }: Block,
  height: number,
  isSaid: boolean,
): SVGTemplateResult {
  const { x, y, width } = boxAround(grid);
  const middle = x + width / 2;
  return svg`<text class=${role ? `block-name role-${role}` : 'block-name'} x=${middle}
      y=${y - (isSaid ? 0.6 : 0.3) * height} font-size=${0.42 * height}>${svgText(name)}</text>
    ${
      isSaid && says !== undefined
        ? svg`<text class="block-says" x=${middle} y=${y - 0.2 * height} font-size=${saysSize(height)}>${svgText(says)}</text>`
        : nothing
    }`;
}

const saysSize = (head: number): number => (head > 50 ? NORMAL : SMALL);

/** Whether what its matrices are fits above all of a line: neighbours are only a sign apart. */
const saysFit = (
  items: readonly Item[],
  grids: readonly Grid[],
  head: number,
  room: number,
): boolean =>
  items.every(({ block: { says = '' } }, k) => {
    const { x, width } = boxAround(grids[k]);
    const half = textWidth(says, saysSize(head)) / 2;
    const middle = x + width / 2;
    return half <= width / 2 + head / 4 && middle - half >= 0 && middle + half <= room;
  });

function signBefore(
  grid: Grid,
  before: Grid | undefined,
  sign: string,
  room: number,
): SVGTemplateResult {
  const box = boxAround(grid);
  const left = before ? boxAround(before) : { x: box.x - room, width: 0 };
  const middle = (left.x + left.width + box.x) / 2;
  return svg`<text class="sign" x=${middle} y=${box.y + box.height / 2}
    font-size=${Math.min(34, room)}>${svgText(sign)}</text>`;
}

function note(grid: Grid, { values }: Block): SVGTemplateResult | typeof nothing {
  const says = elided(values, grid);
  const { x, y, width, height } = boxAround(grid);
  return says
    ? svg`<text class="block-says" x=${x + width / 2} y=${y + height + 17} font-size=${SMALL}>${says}</text>`
    : nothing;
}

/** The arrow from one matrix down to another, with what happens on the way. */
function between(
  from: Grid,
  to: Grid,
  label: string,
  head: number,
  room: number,
): SVGTemplateResult {
  const [above, below] = [boxAround(from), boxAround(to)];
  return arrow(
    { x: above.x + above.width / 2, y: above.y + above.height + 6 },
    { x: below.x + below.width / 2, y: below.y - head + 2 },
    label,
    room,
  );
}
