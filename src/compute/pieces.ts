/** Workgroups that a device takes in one dimension. */
const WIDEST = 65_535;

/** A piece has a multiple of these: otherwise some of a device's processors wait for the others. */
const TOGETHER = 4;

/** How much a call dispatches, and whether it may be cut. */
export interface Extent {
  /** Of one pass. */
  readonly workgroups: readonly [number, number, number];
  /** Dispatches one after the other, each seeing what the one before has written. */
  readonly passes: number;
  /** Whether a range of workgroups can be dispatched by itself. */
  readonly divisible: boolean;
}

/** One dispatch: a range of the workgroups of one pass. */
export interface Piece {
  readonly pass: number;
  readonly firstWorkgroup: number;
  readonly workgroups: readonly [number, number, number];
}

/** What is left of a call, handed out in order. */
export class Remainder {
  private pass = 0;
  private first = 0;
  private readonly all: number;

  constructor(private readonly extent: Extent) {
    this.all = extent.workgroups.reduce((product, groups) => product * groups, 1);
  }

  get begun(): boolean {
    return this.pass > 0 || this.first > 0;
  }

  /** Whether the next piece goes on with a pass that has begun. */
  get isCut(): boolean {
    return this.first > 0;
  }

  get passes(): number {
    return this.extent.passes - this.pass;
  }

  /** Over all passes. */
  get workgroups(): number {
    return this.passes * this.all - this.first;
  }

  /**
   * The next piece: about so many workgroups where the call is divisible, else the rest of the
   * pass. Pieces follow one another without gap and overlap, whatever their sizes.
   */
  take(most: number): Piece {
    const { pass, first } = this;
    const left = this.all - first;
    const whole = !this.extent.divisible || (first === 0 && most >= left);
    const count = Math.max(1, Math.floor(most / TOGETHER)) * TOGETHER;
    const workgroups = whole
      ? this.extent.workgroups
      : rowsOf(left < count + TOGETHER ? left : count);
    this.first += workgroups[0] * workgroups[1] * workgroups[2];
    if (this.first >= this.all) {
      this.pass += 1;
      this.first = 0;
    }
    return { pass, firstWorkgroup: first, workgroups };
  }
}

/** At most so many workgroups: in one row, or in full rows and the rest left for the next piece. */
function rowsOf(most: number): readonly [number, number, number] {
  const count = Math.floor(most);
  return count <= WIDEST ? [count, 1, 1] : [WIDEST, Math.floor(count / WIDEST), 1];
}
