import { svg, nothing, type SVGTemplateResult } from 'lit';
import type { ScalePicture } from '../scale-picture';
import type { Box } from './box';

/** A cell of a heatmap, both counted from 0 at its upper left corner. */
export interface HeatCell {
  readonly column: number;
  readonly row: number;
}

/** A heatmap that can be pointed at: where it lies, and how many cells it has. */
export interface HeatGrid {
  readonly box: Box;
  readonly columns: number;
  readonly rows: number;
  /** The row that is meant as long as none is pointed at; the middle one for arrow keys unless said. */
  readonly row?: number;
  /** The cell that another part of the picture stands for; one of a column alone keeps the row. */
  elsewhere?(point: {
    readonly x: number;
    readonly y: number;
  }): { readonly column: number; readonly row?: number } | undefined;
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Which cell of a heatmap the reader points at, with the pointer or with the arrow keys. */
export class Crosshair {
  cell: HeatCell | undefined;

  /**
   * `focused` is what has the focus when the arrow keys move; `grid` tells where the cells are;
   * `press` hears of a cell that is clicked, or on which Enter is pressed.
   */
  constructor(
    private readonly picture: ScalePicture,
    private readonly focused: HTMLElement,
    private readonly grid: () => HeatGrid | undefined,
    private readonly press?: (cell: HeatCell) => void,
  ) {
    picture.root.addEventListener('click', this.onClick);
    picture.root.addEventListener('pointermove', this.onPointer);
    picture.root.addEventListener('pointerleave', this.onLeave);
    focused.addEventListener('keydown', this.onKey);
  }

  /** Two lines that cross at the middle of the cell pointed at. */
  draw(): SVGTemplateResult | typeof nothing {
    const [grid, cell] = [this.grid(), this.cell];
    if (!grid || !cell) return nothing;
    const { box, columns, rows } = grid;
    const x = box.x + ((cell.column + 0.5) / columns) * box.width;
    const y = box.y + ((cell.row + 0.5) / rows) * box.height;
    return svg`<path class="crosshair"
      d=${`M${box.x} ${y}h${box.width}M${x} ${box.y}v${box.height}`} />`;
  }

  /** The heatmap has other cells: a cell that is gone is no longer pointed at. */
  keep(): void {
    const [grid, cell] = [this.grid(), this.cell];
    if (cell && !(grid && cell.column < grid.columns && cell.row < grid.rows)) {
      this.cell = undefined;
    }
  }

  dispose(): void {
    this.picture.root.removeEventListener('click', this.onClick);
    this.picture.root.removeEventListener('pointermove', this.onPointer);
    this.picture.root.removeEventListener('pointerleave', this.onLeave);
    this.focused.removeEventListener('keydown', this.onKey);
  }

  private point(cell: HeatCell | undefined): void {
    if (cell?.column === this.cell?.column && cell?.row === this.cell?.row) return;
    this.cell = cell;
    this.picture.redraw();
  }

  /** The cell under a pointer. */
  private cellAt(event: MouseEvent): HeatCell | undefined {
    const grid = this.grid();
    if (!grid) return undefined;
    const point = this.picture.at(event);
    const { x, y } = point;
    const { box, columns, rows } = grid;
    const [across, down] = [(x - box.x) / box.width, (y - box.y) / box.height];
    const inside = across >= 0 && across < 1 && down >= 0 && down < 1;
    if (inside) return { column: Math.floor(across * columns), row: Math.floor(down * rows) };
    const found = grid.elsewhere?.(point);
    return found && { row: this.cell?.row ?? grid.row ?? 0, ...found };
  }

  private readonly onPointer = (event: PointerEvent): void => this.point(this.cellAt(event));

  private readonly onClick = (event: MouseEvent): void => {
    const cell = this.cellAt(event);
    if (cell) this.press?.(cell);
  };

  private readonly onLeave = (): void => this.point(undefined);

  private readonly onKey = (event: KeyboardEvent): void => {
    const grid = this.grid();
    const move = moves[event.key];
    if (!grid || event.target !== this.focused) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && this.cell) this.press?.(this.cell);
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    const { columns, rows, row = Math.floor(rows / 2) } = grid;
    const from = this.cell ?? { column: Math.floor(columns / 2), row };
    const within = (i: number, count: number): number => Math.min(count - 1, Math.max(0, i));
    this.point({
      column: within(from.column + move[0], columns),
      row: within(from.row + move[1], rows),
    });
  };
}
