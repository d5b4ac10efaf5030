import type { Pace, Work } from './pace';
import { Remainder, type Extent, type Piece } from './pieces';

/** Dispatches of one submit at most. */
export const MOST_STEPS = 256;

/** What a call says about its position among others. */
export interface Waiting extends Extent {
  readonly program: { readonly groupSize: number };
  /** Its dimensions in short: with them goes what an invocation costs. Knobs may change every time. */
  readonly sizes: string;
  readonly owner: object;
  /** It is being timed: its first submit holds nothing else, and as much of it as one can. */
  readonly report?: unknown;
}

/** A dispatch of a submit. */
export interface Step<C extends Waiting> extends Work {
  readonly call: C;
  readonly piece: Piece;
}

interface Entry<C> {
  readonly call: C;
  readonly rest: Remainder;
}

type Job = () => void;

/** What waits to be submitted, in order: calls, which may be cut, and jobs between them. */
export class DispatchQueue<C extends Waiting> {
  private entries: (Entry<C> | Job)[] = [];

  constructor(private readonly pace: Pace) {}

  get empty(): boolean {
    return this.entries.length === 0;
  }

  push(call: C): void {
    this.entries.push({ call, rest: new Remainder(call) });
  }

  pushJob(job: Job): void {
    this.entries.push(job);
  }

  /** Forgets what is left of this owner's calls; jobs stay. */
  drop(owner: object): void {
    this.entries = this.entries.filter(
      (entry) => typeof entry === 'function' || entry.call.owner !== owner,
    );
  }

  /** Estimated milliseconds of what is left of this owner's calls. */
  left(owner: object): number {
    return this.entries.reduce((sum, entry) => {
      if (typeof entry === 'function' || entry.call.owner !== owner) return sum;
      return sum + this.pace.estimate(workOf(entry.call, entry.rest.workgroups));
    }, 0);
  }

  /** Does the jobs that nothing stands before. */
  runJobs(): void {
    for (let [job] = this.entries; typeof job === 'function'; [job] = this.entries) {
      this.entries.shift();
      job();
    }
  }

  /** Whether there is enough for a submit, or something waits for what there is. */
  get due(): boolean {
    const works: Work[] = [];
    let steps = 0;
    for (const entry of this.entries) {
      if (typeof entry === 'function' || entry.call.report) return true;
      works.push(workOf(entry.call, entry.rest.workgroups));
      steps += entry.rest.passes;
    }
    return steps >= MOST_STEPS || this.pace.room(works) <= 0;
  }

  /** What the next submit holds: as much as its time takes, and one step at least. */
  take(): Step<C>[] {
    const steps: Step<C>[] = [];
    let room = this.pace.room([]);
    while (steps.length < MOST_STEPS) {
      const [entry] = this.entries;
      if (entry === undefined || typeof entry === 'function') break;
      const { call, rest } = entry;
      const timed = call.report !== undefined && !rest.begun;
      if (steps.length > 0 && (timed || room <= 0)) break;
      if (timed) return this.takeTimed(entry);
      const step = this.step(entry, room);
      steps.push(step);
      room -= this.pace.estimate(step);
      if (rest.passes === 0) this.entries.shift();
      // No more of it fits.
      if (rest.isCut) break;
    }
    return steps;
  }

  private takeTimed(entry: Entry<C>): Step<C>[] {
    const steps: Step<C>[] = [];
    while (steps.length < MOST_STEPS && entry.rest.passes > 0) {
      steps.push(this.step(entry, Infinity));
    }
    if (entry.rest.passes === 0) this.entries.shift();
    return steps;
  }

  private step({ call, rest }: Entry<C>, room: number): Step<C> {
    const fitting = this.pace.fitting(workOf(call, 0), room);
    const piece = rest.take(fitting / call.program.groupSize);
    const groups = piece.workgroups.reduce((product, count) => product * count, 1);
    return { ...workOf(call, groups), call, piece };
  }
}

function workOf({ program, sizes, divisible, passes }: Waiting, workgroups: number): Work {
  const invocations = workgroups * program.groupSize;
  return { program, sizes, heavy: divisible || passes > 1, invocations };
}
