import clipNorm from '../../shaders/optimiser/clip_norm';
import norm from '../../shaders/reduction/norm';
import scaledCopy from '../../shaders/elementwise/scaled_copy';
import optimizer from '../../shaders/optimiser/optimizer';
import { optimizerIndex } from '../../shaders/optimiser/lib/optimizer';
import type { Tensor } from '../compute/compute';
import type { Turn } from '../compute/plan';
import type { Tape, Value } from './tape';

/** A rule and its settings, as shaders/optimiser/optimizer.ts knows them. */
export interface Rule {
  readonly optimizer: keyof typeof optimizerIndex;
  /** The learning rate, or that of each step, counted from 0. */
  readonly lr: number | ((step: number) => number);
  /** Factors of the learning rate, one for each network of the parameters; 1 for all unless said. */
  readonly rates?: readonly number[];
  readonly momentum?: number;
  readonly beta1?: number;
  readonly beta2?: number;
  readonly epsilon?: number;
  /** The norm that all gradients together may have; longer ones are shortened. */
  readonly clip?: number;
  /** Whether their norm is measured even if nothing is clipped. */
  readonly measured?: boolean;
}

/** 1 − βᵗ without the digits that 1 − 0.999… loses. */
const corrected = (beta: number, steps: number): number =>
  beta === 0 ? Math.min(steps, 1) : -Math.expm1(steps * Math.log(beta));

/** The update of every parameter, written behind the backward pass. */
export class Descent {
  /** Everything a step changes: parameters, and what the rule remembers of each. */
  readonly state: readonly Tensor[];
  /** The norm of all gradients together, before they are clipped; where the rule clips or measures. */
  readonly norm?: Tensor;
  private readonly indices: readonly number[];
  private readonly settings: Required<
    Omit<Rule, 'optimizer' | 'lr' | 'rates' | 'clip' | 'measured'>
  >;
  /** Knobs that are another at every step. */
  private readonly turning: Readonly<Record<string, (step: number) => number>>;

  /** @throws {Error} when the loss does not depend on one of the parameters. */
  constructor(
    tape: Tape,
    parameters: readonly Value[],
    { optimizer: rule, lr, rates = [1], clip, measured, ...given }: Rule,
  ) {
    const usual = { momentum: 0.9, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
    this.settings = { ...usual, ...given };
    const { beta1, beta2 } = this.settings;
    const rate = typeof lr === 'number' ? () => lr : lr;
    this.turning = {
      ...(typeof lr === 'number' ? {} : { lr }),
      ...(rule === 'adam' && {
        correction1: (step) => corrected(beta1, step),
        correction2: (step) => corrected(beta2, step),
      }),
    };
    const memories = parameters.map(({ tensor }) => tape.room([2, tensor.length]));
    const all = parameters.map((parameter, i) => {
      const gradients = tape.gradientOf(parameter);
      if (!gradients) throw new Error(`the loss does not depend on parameter ${i}`);
      return gradients;
    });
    if (clip !== undefined || measured) this.norm = commonNorm(tape, all);
    if (clip !== undefined) clipped(tape, all, this.norm!, clip);
    const factors = tape.compute.upload(Float32Array.from(rates));
    this.indices = parameters.map(({ tensor }, i) => {
      const gradients = all[i];
      tape.run(optimizer, {
        dimensions: { networks: rates.length, each: tensor.length / rates.length },
        knobs: {
          ...this.settings,
          lr: rate(0),
          ...{ optimizer: optimizerIndex[rule], correction1: 0, correction2: 0 },
        },
        buffers: { gradients, rates: factors, parameters: tensor, state: memories[i] },
      });
      return tape.calls.length - 1;
    });
    // Plain descent remembers nothing: its memories stay zero, and a checkpoint goes without them.
    const remembered = rule === 'sgd' ? [] : memories;
    this.state = [...parameters.map(({ tensor }) => tensor), ...remembered];
  }

  /** What changes in each of so many steps, the first after `from`: the rate, Adam's corrections. */
  turns(from: number, rounds: number): Turn[] {
    return Object.entries(this.turning).flatMap(([knob, at]) => {
      const values = Array.from({ length: rounds }, (_, i) => at(from + i));
      return this.indices.map((call) => ({ call, knob, values }));
    });
  }
}

/** The norm of gradients as one vector: that of their norms. */
function commonNorm(tape: Tape, gradients: readonly Tensor[]): Tensor {
  const total = gradients.length;
  const norms = tape.room([total]);
  gradients.forEach((values, first) => {
    const own = normOf(tape, values);
    tape.run(scaledCopy, {
      dimensions: { count: 1, total },
      knobs: { first, factor: 1 },
      buffers: { source: own, copied: norms },
    });
  });
  return normOf(tape, norms);
}

/** Shortens gradients by their common norm (Pascanu, Mikolov and Bengio, 2013, algorithm 1). */
function clipped(tape: Tape, gradients: readonly Tensor[], norm: Tensor, limit: number): void {
  for (const tensor of gradients) {
    tape.run(clipNorm, {
      dimensions: { count: tensor.length },
      knobs: { max_norm: limit },
      buffers: { norm, gradients: tensor },
    });
  }
}

function normOf(tape: Tape, values: Tensor): Tensor {
  const norms = tape.room([1]);
  tape.run(norm, {
    dimensions: { rows: 1, length: values.length, parts: 1 },
    buffers: { values, norms },
  });
  return norms;
}

/**
 * A rate that falls to 0 over so many steps along half a cosine.
 * Source: Loshchilov and Hutter, “SGDR: stochastic gradient descent with warm restarts” (ICLR 2017).
 */
export const cosine =
  (lr: number, steps: number) =>
  (step: number): number =>
    (lr / 2) * (1 + Math.cos((Math.PI * Math.min(step, steps)) / steps));
