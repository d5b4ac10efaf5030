/** The state after a number of steps. */
export interface Checkpoint {
  readonly step: number;
  readonly state: readonly Float32Array[];
}

/** More states than these of a small network take more for their arrays than for their numbers. */
const MOST_KEPT = 1024;

/**
 * States of a run, as many as fit into so many bytes. When they are full, every second one goes, so
 * that what is left lies evenly over a run of any length; the first always stays.
 */
export class Checkpoints {
  /** In the order of their steps. */
  private kept: Checkpoint[] = [];
  private taken = 0;

  constructor(
    private readonly mostBytes: number,
    /** Steps between those that are kept, at first. */
    public spacing: number,
  ) {}

  get bytes(): number {
    return this.taken;
  }

  get count(): number {
    return this.kept.length;
  }

  /** Whether the state at this step is wanted. */
  wants(step: number): boolean {
    return step % this.spacing === 0 && this.before(step)?.step !== step;
  }

  keep(checkpoint: Checkpoint): void {
    const after = this.kept.findLastIndex(({ step }) => step <= checkpoint.step) + 1;
    this.kept.splice(after, 0, checkpoint);
    this.taken += bytesOf(checkpoint.state);
    const full = (): boolean => this.taken > this.mostBytes || this.kept.length > MOST_KEPT;
    while (full() && this.kept.length > 2) {
      this.spacing *= 2;
      this.leave(({ step }) => step % this.spacing === 0);
    }
  }

  /** The last one at or before a step. */
  before(step: number): Checkpoint | undefined {
    return this.kept.findLast((kept) => kept.step <= step);
  }

  /** Forgets what comes after a step: a change there makes another future. */
  cut(step: number): void {
    this.leave((kept) => kept.step <= step);
  }

  private leave(wanted: (checkpoint: Checkpoint) => boolean): void {
    this.kept = this.kept.filter(wanted);
    this.taken = this.kept.reduce((sum, { state }) => sum + bytesOf(state), 0);
  }
}

const bytesOf = (state: readonly Float32Array[]): number =>
  state.reduce((sum, { byteLength }) => sum + byteLength, 0);
