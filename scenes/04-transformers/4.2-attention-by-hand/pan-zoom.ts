import { select } from 'd3-selection';
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from 'd3-zoom';
import { Hold } from '../../../src/author';

/** A square window onto a square table of `length` × `length` cells. */
export interface Window {
  /** The cell at the window's left and top edge, with a fraction. */
  readonly left: number;
  readonly top: number;
  /** Cells along a side of it. */
  readonly seen: number;
}

/** A cell is never drawn larger than this, in pixels. */
const LARGEST_CELL = 28;

/** Pans and zooms a square host by pointer, wheel, pinch and keys; calls back at every change. */
export class PanZoom {
  private transform: ZoomTransform = zoomIdentity;
  private side = 1;
  private length = 1;
  private readonly behaviour = zoom<HTMLElement, unknown>();
  private readonly hold: Hold;

  constructor(
    private readonly host: HTMLElement,
    private readonly changed: () => void,
  ) {
    this.hold = new Hold(host);
    this.behaviour.filter((event: Event) => this.takes(event));
    this.behaviour.on('zoom', ({ transform }: D3ZoomEvent<HTMLElement, unknown>) => {
      this.transform = transform;
      this.changed();
    });
    select(host).call(this.behaviour);
    host.addEventListener('keydown', this.onKey);
  }

  get window(): Window {
    const { k, x, y } = this.transform;
    const seen = this.length / k;
    return { left: (-x * seen) / this.side, top: (-y * seen) / this.side, seen };
  }

  /** Whether all of the table is in view. */
  get whole(): boolean {
    return this.transform.k === 1;
  }

  /** Fits the table into a square of `side` pixels, keeping what is in view. */
  fit(length: number, side: number): void {
    if (length === this.length && side === this.side) return;
    const whole = length !== this.length;
    [this.length, this.side] = [length, side];
    this.behaviour
      .extent([
        [0, 0],
        [side, side],
      ])
      .translateExtent([
        [0, 0],
        [side, side],
      ])
      .scaleExtent([1, Math.max(1, (LARGEST_CELL * length) / side)]);
    if (whole) this.reset();
  }

  reset(): void {
    select(this.host).call(this.behaviour.transform, zoomIdentity);
  }

  zoomBy(factor: number): void {
    select(this.host).call(this.behaviour.scaleBy, factor);
  }

  dispose(): void {
    select(this.host).on('.zoom', null);
    this.host.removeEventListener('keydown', this.onKey);
    this.hold.dispose();
  }

  private takes(event: Event): boolean {
    if (event instanceof WheelEvent) return this.hold.takesWheel(event);
    if (event instanceof MouseEvent) return event.button === 0 && !event.ctrlKey;
    return (event as TouchEvent).touches.length > 1;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = this.side / 8 / this.transform.k;
    const moves: Record<string, readonly [number, number]> = {
      ArrowLeft: [step, 0],
      ArrowRight: [-step, 0],
      ArrowUp: [0, step],
      ArrowDown: [0, -step],
    };
    const move = moves[event.key];
    if (move) select(this.host).call(this.behaviour.translateBy, ...move);
    else if (event.key === '+' || event.key === '=') this.zoomBy(1.5);
    else if (event.key === '-') this.zoomBy(1 / 1.5);
    else if (event.key === '0') this.reset();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
