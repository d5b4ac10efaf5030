import { variantsFor, type Abilities, type Sizes } from './choose';
import type { Kernel } from './kernel';

/** Where choices are remembered from one visit to the next. */
export interface Memory {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
}

/** Times a variant is run before it is judged by its best: the first run may be held up. */
const RUNS = 2;

/** A later variant must save this much of the time of an earlier one: clocks are coarse. */
const WORTH = 0.9;

/** A variant for one call, and where to report how long the GPU took, while that is being tried. */
export interface Choice {
  readonly variant: string;
  /** Milliseconds, or nothing when it failed. */
  report?(milliseconds: number | undefined): void;
}

interface Trial {
  readonly names: readonly string[];
  /** Runs given out, and the best time seen, by variant. */
  readonly begun: number[];
  readonly reported: number[];
  readonly best: number[];
}

/** The variant that stays: the first, unless a later one is clearly quicker. */
function winner({ names, best }: Trial): string {
  let chosen = 0;
  for (let i = 1; i < names.length; i += 1) {
    // Written so that a first variant that failed, at infinity, loses to any that ran.
    if (best[i] < best[chosen] * WORTH) chosen = i;
  }
  return names[chosen];
}

/** Sizes are alike when the products of their dimensions are within a factor of four. */
function classOf({ dimensions }: Sizes): number {
  const product = Object.values(dimensions).reduce((a, b) => a * b, 1);
  return Math.floor(Math.log2(product) / 2);
}

/**
 * The one function that decides which variant runs. On a graphics card with a memory to keep the result
 * in, the first calls of a kernel try its variants, and the quickest stays for calls of a like size:
 * real calls, so that nothing waits for a trial. Everywhere else it is the first that can run, which
 * makes results the same from run to run.
 */
export class Trials {
  private readonly open = new Map<string, Trial>();

  constructor(
    private readonly adapter: string,
    private readonly device: Abilities,
    private readonly memory?: Memory,
  ) {}

  /** @throws {KernelError} when no variant can run the call, saying why. */
  choose(kernel: Kernel, call: Sizes): Choice {
    const names = variantsFor(kernel, this.device, call);
    if (names.length === 1 || !this.memory || this.device.adapter !== 'hardware') {
      return { variant: names[0] };
    }
    const key = ['variant', this.adapter, kernel.name, names.join('+'), classOf(call)].join('/');
    const remembered = this.memory.get(key);
    if (remembered !== undefined && names.includes(remembered)) return { variant: remembered };
    return this.attempt(key, names);
  }

  private attempt(key: string, names: readonly string[]): Choice {
    const none = (): number[] => names.map(() => 0);
    const trial = this.open.get(key) ?? {
      names,
      begun: none(),
      reported: none(),
      best: names.map(() => Infinity),
    };
    this.open.set(key, trial);
    const turn = trial.begun.findIndex((runs) => runs < RUNS);
    // All are on their way: until they are back the best so far serves.
    if (turn < 0) return { variant: winner(trial) };
    trial.begun[turn] += 1;
    return {
      variant: names[turn],
      report: (milliseconds = Infinity) => {
        trial.reported[turn] += 1;
        trial.best[turn] = Math.min(trial.best[turn], milliseconds);
        if (trial.reported.some((runs) => runs < RUNS)) return;
        this.memory?.set(key, winner(trial));
        this.open.delete(key);
      },
    };
  }
}
