import weightPenalty from '../../shaders/optimiser/weight_penalty';
import type { Tape, Value } from './tape';

/** How much weights are drawn towards 0: the slope of l1·Σ|w| + l2/2·Σw². */
export interface Penalty {
  readonly l1: number;
  readonly l2: number;
}

/**
 * Adds a penalty on a layer's weights to their gradient: behind the backward pass, before the descent.
 * Its loss does not count it.
 */
export function penalise(tape: Tape, weights: Value, penalty: Penalty): void {
  const gradients = tape.gradientOf(weights);
  if (!gradients) throw new Error('the loss does not depend on these weights');
  const [networks, rows, outputs] = weights.shape;
  tape.run(weightPenalty, {
    dimensions: { networks, inputs: rows - 1, outputs },
    knobs: { ...penalty },
    buffers: { weights: weights.tensor, gradients },
  });
}
