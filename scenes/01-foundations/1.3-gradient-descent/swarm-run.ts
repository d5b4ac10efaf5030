import swarm from '../../../shaders/optimiser/swarm';
import { stateLength } from '../../../shaders/optimiser/lib/optimizer-blocks';
import {
  compareWithTwin,
  type Agreement,
  type Compute,
  type Tensor,
  type Watch,
} from '../../../src/author';
import type { Landscape } from './landscape';
import type { Givens } from './model';
import { correctionsAfter, optimizerSettings } from './settings';
import type { Square } from './surfaces';

/** Steps that are recorded: ten seconds of the transport. */
export const RECORDED = 240;
/** Steps of a call: what is between two checkpoints runs again at every look at it. */
const EACH = 24;
/** Checkpoints of a run take no more than this, whatever the number of walkers. */
const CHECKPOINT_BYTES = 96 * 2 ** 20;
/** Walkers that are checked against the twin, and over how many steps. */
const CHECKED = 256;
const CHECKED_STEPS = 8;

/**
 * Where walkers begin: spread over the square like the R₂ sequence (M. Roberts, 2018), whose first n
 * points are even for every n.
 */
export function spreadOver({ left, right, bottom, top }: Square, count: number): Float32Array {
  const state = new Float32Array(stateLength(count));
  for (let i = 0; i < count; i += 1) {
    state[i] = left + (right - left) * ((0.5 + (i + 1) * 0.7548776662466927) % 1);
    state[count + i] = bottom + (top - bottom) * ((0.5 + (i + 1) * 0.5698402909980532) % 1);
  }
  return state;
}

/** The kernel's knobs for steps after a tick. */
export const knobsOf = (givens: Givens, tick: number, steps: number) => ({
  ...optimizerSettings(givens),
  ...correctionsAfter(givens, tick),
  steps,
});

interface Checkpoint {
  readonly tick: number;
  readonly state: Tensor;
}

/**
 * A swarm and its recording: states at checkpoints as far apart as memory allows, and any step
 * between them run again from the nearest one before it. How steps are cut into calls changes
 * nothing, since every state is a float32 state.
 */
export class SwarmRun {
  /** x, y, height and whether it has diverged, for each walker: what a picture draws. */
  readonly points: Tensor;
  private readonly checkpoints: Checkpoint[] = [];
  private readonly working: readonly [Tensor, Tensor];
  private now: Checkpoint;

  constructor(
    private readonly compute: Compute,
    private readonly landscape: Landscape,
    private readonly givens: Givens,
    readonly walkers: number,
  ) {
    const length = stateLength(walkers);
    const begin = { tick: 0, state: compute.upload(spreadOver(landscape.square, walkers)) };
    this.checkpoints.push(begin);
    this.now = begin;
    this.working = [compute.zeros(length), compute.zeros(length)];
    this.points = compute.zeros(4 * walkers);
  }

  /** Steps between checkpoints: a multiple of a dispatch that keeps them within their memory. */
  get spacing(): number {
    const bytes = 4 * stateLength(this.walkers);
    const most = Math.max(1, Math.floor(CHECKPOINT_BYTES / bytes) - 1);
    return EACH * Math.ceil(RECORDED / most / EACH);
  }

  /** Runs the whole recording, keeping checkpoints. */
  record(watch: Watch): Promise<void> {
    for (let next = EACH; next <= RECORDED; next += EACH) {
      const kept = next % this.spacing === 0 && next < RECORDED;
      this.step(EACH, kept ? this.compute.zeros(stateLength(this.walkers)) : this.other());
      if (kept) this.checkpoints.push(this.now);
    }
    return this.compute.finished(watch);
  }

  /** Queues what brings `points` to a tick. */
  seek(tick: number): void {
    const before = this.checkpoints.filter((each) => each.tick <= tick).at(-1);
    if (this.now.tick > tick || this.now.tick < before.tick) this.now = before;
    do {
      this.step(Math.min(EACH, tick - this.now.tick), this.other());
    } while (this.now.tick < tick);
  }

  /** The first walkers after a few steps, against the twin: later on rounding decides. */
  async check(): Promise<Agreement> {
    const { walkers, landscape, compute } = this;
    const count = Math.min(CHECKED, walkers);
    this.seek(CHECKED_STEPS);
    const positions = await compute.readAll(
      [0, 1].map((plane) => [this.now.state, plane * walkers, count]),
    );
    const all = spreadOver(landscape.square, count);
    const twin = await compute.twin(swarm, {
      dimensions: { walkers: count },
      knobs: knobsOf(this.givens, 0, CHECKED_STEPS),
      slots: { surface: landscape.formula },
      buffers: { state: all },
    });
    return compareWithTwin(
      Float32Array.from([...positions[0], ...positions[1]]),
      twin.next.slice(0, 2 * count),
      swarm.bound,
      `coordinates after ${CHECKED_STEPS} steps`,
    );
  }

  /** A working state that is not the present one. */
  private other(): Tensor {
    return this.now.state === this.working[0] ? this.working[1] : this.working[0];
  }

  private step(steps: number, next: Tensor): void {
    const { tick, state } = this.now;
    this.compute.run(swarm, {
      dimensions: { walkers: this.walkers },
      knobs: knobsOf(this.givens, tick, steps),
      slots: { surface: this.landscape.formula },
      buffers: { state, next, points: this.points },
    });
    this.now = { tick: tick + steps, state: next };
  }
}
