import type { Tensor } from '../compute/compute';
import type { Plan, Turn } from '../compute/plan';
import type { Stretch } from '../compute/stretch';
import { Checkpoints, type Checkpoint } from './checkpoints';
import type { Descent } from './descent';
import type { Tape, Value } from './tape';

/** What is trained: the calls of one step, and what changes from step to step. */
export interface Trained {
  readonly tape: Tape;
  /** One number for each network: the loss of the batch of the step. */
  readonly loss: Value;
  readonly descent: Descent;
  /** Knobs that follow the step, such as the one a batch is drawn by. */
  turns?(from: number, rounds: number): Turn[];
}

/** What is kept of a run. */
export interface Recording {
  /** What checkpoints may take. */
  readonly mostBytes?: number;
  /** Steps between two of them at first: so many are run again, at most, to step back. */
  readonly spacing?: number;
}

const MOST_BYTES = 16 * 2 ** 20;
/** Steps between two checkpoints at first, unless said. */
export const SPACING = 64;

/** Steps of a request: between two of them a run can be paused, and its losses are looked at. */
const MOST_ROUNDS = 512;

/**
 * Requests under way at most, and their steps: while the answers of one are on their way, the device has
 * the next. Small ones are over sooner than their answers arrive, so that two would not be enough.
 */
const UNDER_WAY = { requests: 8, steps: 2 * MOST_ROUNDS };

/** Steps that were asked for. */
interface Asked {
  readonly from: number;
  readonly to: number;
  /** The losses of the last of them, and the state after them where a checkpoint is wanted. */
  readonly answer: Promise<Float32Array[]>;
}

/** How a run ended when its numbers did. */
export interface Broken {
  /** Where the run stands now: the last step after which the loss was a finite number. */
  readonly step: number;
  readonly loss: 'infinite' | 'not a number';
}

/**
 * A run of training that can be played, stepped and stepped back. Where it stands is a function of the
 * step alone: checkpoints are kept on the way, and what lies between is run again.
 */
export class Training {
  step = 0;
  /** Of the last step, one for each network. */
  losses: readonly number[] = [];
  readonly checkpoints: Checkpoints;
  private readonly plan: Plan;

  private constructor(
    private readonly trained: Trained,
    { mostBytes = MOST_BYTES, spacing = SPACING }: Recording,
  ) {
    this.checkpoints = new Checkpoints(mostBytes, spacing);
    this.plan = trained.tape.compute.plan(trained.tape.calls);
  }

  /** Makes the plan of a step ready and keeps the state it begins in. */
  static async open(trained: Trained, recording: Recording = {}): Promise<Training> {
    const training = new Training(trained, recording);
    await training.keep();
    return training;
  }

  /**
   * Takes so many steps. When every network's loss stops being a finite number, the run goes back to
   * the last step at which one was, and says so.
   */
  async advance(steps: number, signal?: AbortSignal): Promise<Broken | undefined> {
    const end = this.step + steps;
    const underWay: Asked[] = [];
    let asked = this.step;
    for (;;) {
      while (
        underWay.length < UNDER_WAY.requests &&
        asked - this.step < UNDER_WAY.steps &&
        asked < end &&
        !signal?.aborted
      ) {
        const next = this.ask(asked, Math.min(this.stopAfter(asked), end, asked + MOST_ROUNDS));
        underWay.push(next);
        asked = next.to;
      }
      const first = underWay.shift();
      if (!first) return undefined;
      await this.arrived(first);
      if (!this.losses.some(Number.isFinite)) return this.lastGood(first.from);
    }
  }

  /** Goes to any step, earlier ones from the checkpoint before them. */
  async goTo(step: number): Promise<Broken | undefined> {
    const from = this.checkpoints.before(step);
    if (from && (step < this.step || from.step > this.step)) this.restore(from);
    return this.advance(step - this.step);
  }

  /** After a weight was changed by hand: the run goes on from here, and what came after is forgotten. */
  async changed(): Promise<void> {
    this.checkpoints.cut(this.step - 1);
    await this.keep();
  }

  /** Numbers of the tape, as they are now: `count` from `offset` on, all unless said. */
  read(tensor: Tensor, offset?: number, count?: number): Promise<Float32Array> {
    return this.trained.tape.compute.read(tensor, offset, count) as Promise<Float32Array>;
  }

  /** Numbers of several tensors of the tape, as they are now. */
  readAll(stretches: readonly Stretch[]): Promise<Float32Array[]> {
    return this.trained.tape.compute.readAll(stretches) as Promise<Float32Array[]>;
  }

  /** Sets numbers of the state by hand, from `offset` on; call `changed` once all are set. */
  write(tensor: Tensor, data: Float32Array, offset = 0): void {
    this.trained.tape.compute.write(tensor, data, offset);
  }

  release(): void {
    this.plan.release();
  }

  /** Where the next checkpoint may be. */
  private stopAfter(step: number): number {
    const { spacing } = this.checkpoints;
    return (Math.floor(step / spacing) + 1) * spacing;
  }

  /** Has the device go from one step to another. */
  private ask(from: number, to: number): Asked {
    const { trained, checkpoints } = this;
    const count = to - from;
    const turns = [...trained.descent.turns(from, count), ...(trained.turns?.(from, count) ?? [])];
    this.plan.run(count, turns);
    const state = checkpoints.wants(to) ? trained.descent.state : [];
    const answer = this.readAll([trained.loss.tensor, ...state]);
    // Whoever waits for the requests before this one hears first of what went wrong.
    answer.catch(() => undefined);
    return { from, to, answer };
  }

  /** The run stands where it was asked to go. */
  private async arrived({ to, answer }: Asked): Promise<void> {
    const [losses, ...state] = await answer;
    this.step = to;
    this.losses = [...losses];
    const isGood = this.losses.some(Number.isFinite);
    if (state.length > 0 && isGood && this.checkpoints.wants(to)) {
      this.checkpoints.keep({ step: to, state });
    }
  }

  private async keep(): Promise<void> {
    const { step } = this;
    this.checkpoints.keep({ step, state: await this.readAll(this.trained.descent.state) });
  }

  private restore({ step, state }: Checkpoint): void {
    const { descent, tape } = this.trained;
    descent.state.forEach((tensor, i) => tape.compute.write(tensor, state[i]));
    this.step = step;
  }

  /**
   * Finds the first step whose loss is none by halving, and goes back to the state before the one that
   * had it: a step's loss is that of the state it starts from.
   */
  private async lastGood(chunk: number): Promise<Broken> {
    let loss = kindOf(this.losses);
    const from = this.checkpoints.before(Math.max(0, chunk - 1))!;
    let [good, bad] = [from.step, this.step];
    while (bad - good > 1) {
      const middle = (good + bad) >> 1;
      this.restore(from);
      await this.arrived(this.ask(from.step, middle));
      if (this.losses.some(Number.isFinite)) good = middle;
      else [bad, loss] = [middle, kindOf(this.losses)];
    }
    this.restore(from);
    const step = Math.max(from.step, bad - 2);
    if (step > from.step) await this.arrived(this.ask(from.step, step));
    this.checkpoints.cut(step);
    return { step, loss };
  }
}

const kindOf = (losses: readonly number[]): Broken['loss'] =>
  losses.some(Number.isNaN) ? 'not a number' : 'infinite';
