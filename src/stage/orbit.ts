import { Hold, type Holdable } from './hold';

/** Where a camera stands around the middle of a scene: angles in radians. */
export interface OrbitState {
  /** Around the vertical axis; 0 looks along −z. */
  readonly azimuth: number;
  /** Above the horizon. */
  readonly elevation: number;
  readonly distance: number;
}

const LOWEST = 0.08;
const HIGHEST = Math.PI / 2 - 0.001;
/** Radians a pixel of dragging, and an arrow key, turn the scene by. */
const A_PIXEL = 0.007;
const A_KEY = Math.PI / 24;
/** What a key, and a pixel of the wheel, bring the scene nearer by. */
const NEARER = 1.15;
const A_WHEEL = 0.0015;

/** Turns a scene by pointer, wheel, pinch and keys; calls back at every change. */
export class Orbit {
  private now: OrbitState;
  private readonly hold: Hold;
  private readonly pointers = new Map<number, { readonly x: number; readonly y: number }>();

  /** `range` is how near and how far the camera may come; without one it only turns. */
  constructor(
    private readonly host: Holdable,
    private readonly home: OrbitState,
    private readonly range: readonly [nearest: number, farthest: number] | undefined,
    private readonly changed: () => void,
  ) {
    this.now = home;
    this.hold = new Hold(host);
    host.addEventListener('pointerdown', this.onDown);
    host.addEventListener('pointermove', this.onMove);
    host.addEventListener('pointerup', this.onUp);
    host.addEventListener('pointercancel', this.onUp);
    host.addEventListener('wheel', this.onWheel, { passive: false });
    host.addEventListener('keydown', this.onKey);
  }

  get state(): OrbitState {
    return this.now;
  }

  turn(azimuth: number, elevation: number): void {
    this.set({
      azimuth: this.now.azimuth + azimuth,
      elevation: Math.min(HIGHEST, Math.max(LOWEST, this.now.elevation + elevation)),
    });
  }

  /** Comes nearer by this factor; away when it is below 1. */
  zoom(factor: number): void {
    if (!this.range) return;
    const [nearest, farthest] = this.range;
    this.set({ distance: Math.min(farthest, Math.max(nearest, this.now.distance / factor)) });
  }

  reset(): void {
    this.set(this.home);
  }

  dispose(): void {
    this.hold.dispose();
    this.host.removeEventListener('pointerdown', this.onDown);
    this.host.removeEventListener('pointermove', this.onMove);
    this.host.removeEventListener('pointerup', this.onUp);
    this.host.removeEventListener('pointercancel', this.onUp);
    this.host.removeEventListener('wheel', this.onWheel);
    this.host.removeEventListener('keydown', this.onKey);
  }

  private set(changes: Partial<OrbitState>): void {
    this.now = { ...this.now, ...changes };
    this.changed();
  }

  private readonly onDown = (event: PointerEvent): void => {
    if (event.target instanceof Element && event.target.closest('button, .handle')) return;
    this.host.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };

  private readonly onMove = (event: PointerEvent): void => {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const here = { x: event.clientX, y: event.clientY };
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.pointers.set(event.pointerId, here);
    if (!this.hold.takesPointer(event, this.pointers.size)) return;
    // Each of two fingers moves the picture by half of its way.
    const by = A_PIXEL / this.pointers.size;
    this.turn((before.x - here.x) * by, (here.y - before.y) * by);
    if (!other) return;
    const apart = (a: typeof here): number => Math.hypot(a.x - other.x, a.y - other.y);
    this.zoom(apart(here) / Math.max(1, apart(before)));
  };

  private readonly onUp = (event: PointerEvent): void => {
    this.pointers.delete(event.pointerId);
  };

  private readonly onWheel = (event: WheelEvent): void => {
    if (!this.range || !this.hold.takesWheel(event)) return;
    event.preventDefault();
    this.zoom(Math.exp(-event.deltaY * A_WHEEL));
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const moves: Record<string, () => void> = {
      ArrowLeft: () => this.turn(-A_KEY, 0),
      ArrowRight: () => this.turn(A_KEY, 0),
      ArrowUp: () => this.turn(0, A_KEY),
      ArrowDown: () => this.turn(0, -A_KEY),
      '0': () => this.reset(),
      ...(this.range && {
        '+': () => this.zoom(NEARER),
        '=': () => this.zoom(NEARER),
        '-': () => this.zoom(1 / NEARER),
      }),
    };
    if (!Object.hasOwn(moves, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    moves[event.key]();
  };
}
