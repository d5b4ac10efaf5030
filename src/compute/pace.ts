/** A submit is closed when its work is estimated to take this long: the page stays answerable. */
const TARGET_MILLISECONDS = 30;

/** Before a program was measured: what a slow software adapter does with a short kernel. */
const FIRST_GUESS = 2e-5;

/** How far one measurement may move an estimate: one hiccup must not stop the rest. */
const LARGEST_CORRECTION = 4;

/** Work of one dispatch: the program, and how many invocations of it. */
export interface Work {
  readonly program: object;
  readonly invocations: number;
}

/** Learns from finished submits how long programs take, so that the next submits can be sized. */
export class Pace {
  private readonly costs = new WeakMap<object, number>();

  /** Estimated milliseconds. */
  estimate({ program, invocations }: Work): number {
    return invocations * (this.costs.get(program) ?? FIRST_GUESS);
  }

  /** Whether these dispatches fill a submit. */
  full(works: readonly Work[]): boolean {
    return works.reduce((sum, work) => sum + this.estimate(work), 0) >= TARGET_MILLISECONDS;
  }

  /** A submit of these took this many milliseconds: each program's estimate moves by the ratio. */
  learn(works: readonly Work[], milliseconds: number): void {
    const estimated = works.reduce((sum, work) => sum + this.estimate(work), 0);
    if (estimated === 0 || milliseconds <= 0) return;
    const ratio = milliseconds / estimated;
    const correction = Math.min(Math.max(ratio, 1 / LARGEST_CORRECTION), LARGEST_CORRECTION);
    const programs = new Set(works.map(({ program }) => program));
    for (const program of programs) {
      this.costs.set(program, (this.costs.get(program) ?? FIRST_GUESS) * correction);
    }
  }
}
