import optimizer from '../../shaders/optimiser/optimizer';
import { optimizerIndex } from '../../shaders/optimiser/lib/optimizer';
import type { Tensor } from '../compute/compute';
import type { Turn } from '../compute/plan';
import type { Tape, Value } from './tape';

/** A rule and its settings, as shaders/optimiser/optimizer.ts knows them. */
export interface Rule {
  readonly optimizer: keyof typeof optimizerIndex;
  readonly lr: number;
  readonly momentum?: number;
  readonly beta1?: number;
  readonly beta2?: number;
  readonly epsilon?: number;
}

/** 1 − βᵗ without the digits that 1 − 0.999… loses. */
const corrected = (beta: number, steps: number): number =>
  beta === 0 ? Math.min(steps, 1) : -Math.expm1(steps * Math.log(beta));

/** The update of every parameter, written behind the backward pass. */
export class Descent {
  /** Everything a step changes: parameters, and what the rule remembers of each. */
  readonly state: readonly Tensor[];
  private readonly indices: readonly number[];
  private readonly settings: Required<Omit<Rule, 'optimizer'>>;

  /** @throws {Error} when the loss does not depend on one of the parameters. */
  constructor(tape: Tape, parameters: readonly Value[], { optimizer: rule, ...given }: Rule) {
    const usual = { momentum: 0.9, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
    this.settings = { ...usual, ...given };
    const memories = parameters.map(({ tensor }) => tape.room([2, tensor.length]));
    this.indices = parameters.map(({ tensor }, i) => {
      const gradients = tape.gradientOf(parameters[i]);
      if (!gradients) throw new Error(`the loss does not depend on parameter ${i}`);
      tape.run(optimizer, {
        dimensions: { count: tensor.length },
        knobs: {
          ...this.settings,
          ...{ optimizer: optimizerIndex[rule], correction1: 0, correction2: 0 },
        },
        buffers: { gradients, parameters: tensor, state: memories[i] },
      });
      return tape.calls.length - 1;
    });
    this.state = [...parameters.map(({ tensor }) => tensor), ...memories];
  }

  /** What Adam's means are corrected by in each of so many steps, the first of them after `from`. */
  turns(from: number, rounds: number): Turn[] {
    const { beta1, beta2 } = this.settings;
    const steps = Array.from({ length: rounds }, (_, i) => from + i);
    const correction1 = steps.map((step) => corrected(beta1, step));
    const correction2 = steps.map((step) => corrected(beta2, step));
    return this.indices.flatMap((call) => [
      { call, knob: 'correction1', values: correction1 },
      { call, knob: 'correction2', values: correction2 },
    ]);
  }
}
