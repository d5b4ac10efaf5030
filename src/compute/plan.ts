import { KernelError, largestOf, type Call, type Kernel } from './kernel';
import type { Tensor } from './tensor';

/** A call of a plan. */
export interface PlannedCall {
  readonly kernel: Kernel;
  readonly call: Call<Tensor>;
}

/** A knob of one call that is another in every round. */
export interface Turn {
  /** Which call of the plan, counted from 0. */
  readonly call: number;
  readonly knob: string;
  /** One for each round. */
  readonly values: readonly number[];
}

/**
 * Calls that were checked and made ready once, to be run again and again in their order: a training
 * step, whose sizes and tensors never change. Many rounds are one request to a Worker and few submits
 * to a GPU.
 */
export interface Plan {
  /**
   * Queues this many rounds. Knobs that no turn speaks of stay as they were planned.
   * @throws {KernelError} when a turn does not fit the plan; nothing was queued then.
   */
  run(rounds: number, turns?: readonly Turn[]): void;
  /** Forgets it; its tensors stay. */
  release(): void;
}

/** @throws {KernelError} naming what is wrong with the turns of so many rounds. */
export function checkTurns(
  calls: readonly PlannedCall[],
  rounds: number,
  turns: readonly Turn[],
): void {
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new KernelError(`${rounds} rounds; it must be a whole number from 1`);
  }
  for (const { call: index, knob: name, values } of turns) {
    const planned = calls.at(index);
    const knob = planned?.kernel.knobs?.[name];
    if (!planned || !knob) throw new KernelError(`call ${index} has no knob ${name}`);
    if (values.length !== rounds) {
      throw new KernelError(`${name} has ${values.length} values for ${rounds} rounds`);
    }
    const max = largestOf(knob, planned.call.dimensions);
    // Written so that NaN is refused as well.
    const wrong = values.find(
      (value) =>
        !(value >= knob.min && value <= max) || (knob.type !== 'f32' && !Number.isInteger(value)),
    );
    if (wrong !== undefined) {
      throw new KernelError(`the knob ${name} is ${wrong}; it goes from ${knob.min} to ${max}`);
    }
  }
}
