import { Random, type Compute, type Tensor } from '../../../src/author';
import { Descent } from '../../../src/learn/descent';
import { lastStates } from '../../../src/learn/operations/last-states';
import { layer } from '../../../src/learn/operations/layer';
import { reshaped } from '../../../src/learn/operations/reshaped';
import { rnn } from '../../../src/learn/operations/rnn';
import { squaredError } from '../../../src/learn/operations/squared-error';
import { Tape, type Value } from '../../../src/learn/tape';
import type { Trained } from '../../../src/learn/training';
import { BATCH, HIDDEN, LENGTH, RADIUS } from './settings';

/** A network in training, and what is kept of each step. */
export interface Adding {
  readonly trained: Trained;
  readonly tensors: { readonly loss: Tensor; readonly norm: Tensor };
  readonly recurrent: Tensor;
}

/** Numbers of a sequence, each beside a mark: 1 at one place in its first half and one in its second. */
function drawn(seed: number): { inputs: Float32Array; sums: Float32Array } {
  const random = new Random(seed, 1);
  const inputs = new Float32Array(2 * LENGTH * BATCH);
  const sums = new Float32Array(BATCH);
  for (let sequence = 0; sequence < BATCH; sequence += 1) {
    const half = LENGTH / 2;
    const marked = [random.integer(0, half - 1), half + random.integer(0, half - 1)];
    for (let t = 0; t < LENGTH; t += 1) {
      const [x, mark] = [random.uniform(), marked.includes(t) ? 1 : 0];
      inputs.set([x, mark], 2 * (t * BATCH + sequence));
      sums[sequence] += x * mark;
    }
  }
  return { inputs, sums };
}

/**
 * The adding problem of Hochreiter and Schmidhuber (1997): a plain recurrent network reads numbers, two
 * of which are marked, and is to say their sum at the end. Gradient descent on one batch; its recurrent
 * weights begin so large that a gradient grows on its way back through time.
 */
export function adding(
  compute: Compute,
  { lr, seed, clip }: { readonly lr: number; readonly seed: number; readonly clip?: number },
): Adding {
  const tape = new Tape(compute);
  const { inputs, sums } = drawn(seed);
  const random = new Random(seed, 2);
  const parameter = (shape: readonly number[], spread: number): Value => {
    const size = shape.reduce((a, b) => a * b, 1);
    const numbers = Float32Array.from({ length: size }, () => spread * random.normal());
    return tape.parameter(shape, numbers);
  };
  const incoming = parameter([1, 3, HIDDEN], 0.5);
  const recurrent = parameter([HIDDEN, HIDDEN], RADIUS / Math.sqrt(HIDDEN));
  const outgoing = parameter([1, HIDDEN + 1, 1], 1 / Math.sqrt(HIDDEN));

  const rows = LENGTH * BATCH;
  const read = tape.given([1, rows, 2], compute.upload(inputs));
  const projected = reshaped(tape, layer(tape, read, incoming, 'none'), [LENGTH, BATCH, HIDDEN]);
  const states = rnn(tape, projected, recurrent, tape.given([BATCH, HIDDEN]));
  const ends = lastStates(tape, states);
  const said = layer(tape, reshaped(tape, ends, [1, BATCH, HIDDEN]), outgoing, 'none');
  const wanted = tape.given([1, BATCH, 1], compute.upload(sums));
  const loss = squaredError(tape, said, wanted);
  tape.backward(loss);
  const descent = new Descent(tape, [incoming, recurrent, outgoing], {
    ...{ optimizer: 'sgd', lr, clip, measured: true },
  });
  return {
    trained: { tape, loss, descent },
    tensors: { loss: loss.tensor, norm: descent.norm! },
    recurrent: recurrent.tensor,
  };
}
