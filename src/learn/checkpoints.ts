/** The state after a number of steps. */
export interface Checkpoint {
  readonly step: number;
  readonly state: readonly Float32Array[];
}

/**
 * States of a run, as many as fit into so many bytes. When they are full, every second one goes, so
 * that what is left lies evenly over a run of any length; the first always stays.
 */
export class Checkpoints {
  private kept: Checkpoint[] = [];

  constructor(
    private readonly mostBytes: number,
    /** Steps between those that are kept, at first. */
    public spacing: number,
  ) {}

  get bytes(): number {
    return this.kept.reduce((sum, { state }) => sum + bytesOf(state), 0);
  }

  get count(): number {
    return this.kept.length;
  }

  /** Whether the state at this step is wanted. */
  wants(step: number): boolean {
    return step % this.spacing === 0 && !this.kept.some((kept) => kept.step === step);
  }

  keep(checkpoint: Checkpoint): void {
    this.kept.push(checkpoint);
    this.kept.sort((a, b) => a.step - b.step);
    while (this.bytes > this.mostBytes && this.kept.length > 2) {
      this.spacing *= 2;
      this.kept = this.kept.filter(({ step }) => step % this.spacing === 0);
    }
  }

  /** The last one at or before a step. */
  before(step: number): Checkpoint | undefined {
    return this.kept.findLast((kept) => kept.step <= step);
  }

  /** Forgets what comes after a step: a change there makes another future. */
  cut(step: number): void {
    this.kept = this.kept.filter((kept) => kept.step <= step);
  }
}

const bytesOf = (state: readonly Float32Array[]): number =>
  state.reduce((sum, { byteLength }) => sum + byteLength, 0);
