import type { Compute, Tensor } from '../compute/compute';
import type { PlannedCall } from '../compute/plan';
import binary, { binaryIndex } from '../../shaders/elementwise/binary';

export type Shape = readonly number[];

/** Numbers on the tape: where they live, and how they are laid out, the last axis closest together. */
export interface Value {
  readonly shape: Shape;
  readonly tensor: Tensor;
  /** Whether a loss can be differentiated by it. */
  readonly tracked: boolean;
}

/**
 * How the gradient of what was made becomes those of what it was made from, in their order; nothing
 * where a value that is not tracked would have cost much for no use.
 */
type Back = (upstream: Tensor) => (Tensor | undefined)[];

interface Operation {
  readonly made: Value;
  readonly from: readonly Value[];
  readonly back: Back;
}

export const sizeOf = (shape: Shape): number => shape.reduce((product, size) => product * size, 1);

/**
 * A record of kernels' calls, made once by running a network's forward pass as the textbook writes it.
 * `backward` writes the calls that differentiate it behind them: reverse accumulation on a tape
 * (Griewank and Walther, “Evaluating Derivatives”, 2008, chapter 3). Sizes and tensors never change,
 * so that the whole is a plan which a device runs again and again.
 */
export class Tape {
  readonly calls: PlannedCall[] = [];
  private readonly operations: Operation[] = [];
  private readonly losses = new Map<Value, { predictions: Value; gradient: Tensor }>();
  private readonly gradients = new Map<Value, Tensor>();

  constructor(readonly compute: Compute) {}

  /** Numbers that are given: zeros, or this tensor, whose contents may change from round to round. */
  given(shape: Shape, tensor = this.compute.zeros(sizeOf(shape))): Value {
    return { shape, tensor, tracked: false };
  }

  /** Numbers to be learned. */
  parameter(shape: Shape, data: Float32Array): Value {
    return { shape, tensor: this.compute.upload(data), tracked: true };
  }

  /** Room for what an operation makes. */
  room(shape: Shape): Tensor {
    return this.compute.zeros(sizeOf(shape));
  }

  run(kernel: PlannedCall['kernel'], call: PlannedCall['call']): void {
    this.calls.push({ kernel, call });
  }

  /** What an operation made, and how a gradient passes back through it. */
  made(shape: Shape, tensor: Tensor, from: readonly Value[], back: Back): Value {
    const made = { shape, tensor, tracked: from.some(({ tracked }) => tracked) };
    if (made.tracked) this.operations.push({ made, from, back });
    return made;
  }

  /**
   * A loss, one number for each network, whose kernel makes its gradient by the predictions along with
   * it: where `backward` begins.
   */
  loss(tensor: Tensor, predictions: Value, gradient: Tensor): Value {
    const loss = { shape: [tensor.length], tensor, tracked: true };
    this.losses.set(loss, { predictions, gradient });
    return loss;
  }

  isLoss(value: Value): boolean {
    return this.losses.has(value);
  }

  /**
   * Writes the calls that differentiate a loss by all it was made from; or anything else whose own
   * gradient, `upstream`, is known.
   * @throws {Error} when neither is.
   */
  backward(value: Value, upstream?: Tensor): void {
    const loss = this.losses.get(value);
    if (loss) this.add(loss.predictions, loss.gradient);
    else if (upstream) this.gradients.set(value, upstream);
    else
      throw new Error('only a loss can be differentiated without the gradient that arrives at it');
    for (const { made, from, back } of [...this.operations].reverse()) {
      const arrived = this.gradients.get(made);
      if (!arrived) continue;
      back(arrived).forEach((gradient, i) => {
        if (gradient) this.add(from[i], gradient);
      });
    }
  }

  /** Where the gradient by a value is, once `backward` was called; nothing if the loss does not depend on it. */
  gradientOf(value: Value): Tensor | undefined {
    return this.gradients.get(value);
  }

  /** A value that is used twice gets the sum of what arrives. */
  private add(value: Value, gradient: Tensor): void {
    if (!value.tracked) return;
    const before = this.gradients.get(value);
    this.gradients.set(value, before ? this.sum(before, gradient) : gradient);
  }

  private sum(left: Tensor, right: Tensor): Tensor {
    const results = this.compute.zeros(left.length);
    this.run(binary, {
      dimensions: { outer: 1, length: left.length, inner: 1 },
      knobs: { operation: binaryIndex.add },
      buffers: { left, right, results },
    });
    return results;
  }
}
