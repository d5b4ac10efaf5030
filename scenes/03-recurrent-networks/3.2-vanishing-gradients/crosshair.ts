import type { Chart } from '../../../src/author';
import { RADII } from './carry';

/** A cell of the heatmap. */
export interface Cell {
  readonly column: number;
  readonly step: number;
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Which cell the reader points at, with the pointer or with the arrow keys. */
export class Crosshair {
  cell: Cell | undefined;
  private plot: Chart | undefined;
  private horizon = 1;

  constructor(
    private readonly focused: HTMLElement,
    private readonly frame: HTMLElement,
    private readonly moved: () => void,
  ) {
    frame.addEventListener('pointermove', this.onPointer);
    frame.addEventListener('pointerleave', this.onLeave);
    focused.addEventListener('keydown', this.onKey);
  }

  /** The plot it moves over. */
  over(plot: Chart, horizon: number): void {
    [this.plot, this.horizon] = [plot, horizon];
    if (this.cell && this.cell.step > horizon) this.cell = undefined;
  }

  dispose(): void {
    this.frame.removeEventListener('pointermove', this.onPointer);
    this.frame.removeEventListener('pointerleave', this.onLeave);
    this.focused.removeEventListener('keydown', this.onKey);
  }

  private point(cell: Cell | undefined): void {
    if (cell?.column === this.cell?.column && cell?.step === this.cell?.step) return;
    this.cell = cell;
    this.moved();
  }

  private readonly onPointer = ({ clientX, clientY }: PointerEvent): void => {
    const { plot } = this;
    if (!plot) return;
    const box = this.frame.getBoundingClientRect();
    const across = (clientX - box.left - plot.left) / (plot.right - plot.left);
    const down = (clientY - box.top - plot.top) / (plot.bottom - plot.top);
    const inside = across >= 0 && across < 1 && down >= 0 && down < 1;
    this.point(
      inside
        ? { column: Math.floor(across * RADII), step: Math.floor(down * (this.horizon + 1)) }
        : undefined,
    );
  };

  private readonly onLeave = (): void => this.point(undefined);

  private readonly onKey = (event: KeyboardEvent): void => {
    const move = moves[event.key];
    if (!move || event.target !== this.focused || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const from = this.cell ?? { column: RADII / 2, step: Math.floor(this.horizon / 2) };
    const within = (x: number, last: number): number => Math.min(last, Math.max(0, x));
    this.point({
      column: within(from.column + move[0], RADII - 1),
      step: within(from.step + move[1], this.horizon),
    });
  };
}
