/** A submit is closed when its work is estimated to take this long: the page stays answerable. */
const TARGET_MILLISECONDS = 30;

/**
 * Milliseconds an invocation, before a program was measured: what a slow software adapter does with
 * a short kernel, and with one that was written to be dispatched in parts.
 */
const FIRST_GUESS = { short: 2e-5, heavy: 1e-2 };

/** How far one measurement may move an estimate: one hiccup must not stop the rest. */
const LARGEST_CORRECTION = 4;

/** A program at some sizes: what an invocation costs depends on both. */
export interface Task {
  readonly program: object;
  readonly sizes: string;
  /** Was written to be dispatched in parts. */
  readonly heavy: boolean;
}

/** Work of one dispatch: how many invocations. */
export interface Work extends Task {
  readonly invocations: number;
}

/** Learns from finished submits how long programs take, so that the next submits can be sized. */
export class Pace {
  private readonly costs = new WeakMap<object, Map<string, number>>();

  /** Estimated milliseconds. */
  estimate(work: Work): number {
    return work.invocations * this.cost(work);
  }

  /** Milliseconds left of a submit that holds these. */
  room(works: readonly Work[]): number {
    return works.reduce((left, work) => left - this.estimate(work), TARGET_MILLISECONDS);
  }

  /** How many invocations fit into so many milliseconds. */
  fitting(task: Task, milliseconds: number): number {
    return Math.floor(milliseconds / this.cost(task));
  }

  /** A submit of these took this many milliseconds: each estimate moves by the ratio. */
  learn(works: readonly Work[], milliseconds: number): void {
    const estimated = works.reduce((sum, work) => sum + this.estimate(work), 0);
    if (estimated === 0 || milliseconds <= 0) return;
    const ratio = milliseconds / estimated;
    const correction = Math.min(Math.max(ratio, 1 / LARGEST_CORRECTION), LARGEST_CORRECTION);
    const before = new Map(works.map((work) => [work, this.cost(work)]));
    for (const [{ program, sizes }, cost] of before) {
      const known = this.costs.get(program) ?? new Map<string, number>();
      this.costs.set(program, known.set(sizes, cost * correction));
    }
  }

  /** Milliseconds an invocation. */
  private cost({ program, sizes, heavy }: Task): number {
    const guess = heavy ? FIRST_GUESS.heavy : FIRST_GUESS.short;
    return this.costs.get(program)?.get(sizes) ?? guess;
  }
}
