import { Random, type Compute, type Tensor } from '../../../src/author';
import { Descent } from '../../../src/learn/descent';
import { crossEntropy } from '../../../src/learn/operations/cross-entropy';
import { embedding } from '../../../src/learn/operations/embedding';
import { lastStates } from '../../../src/learn/operations/last-states';
import { layer } from '../../../src/learn/operations/layer';
import { lstm } from '../../../src/learn/operations/lstm';
import { reshaped } from '../../../src/learn/operations/reshaped';
import { rnn } from '../../../src/learn/operations/rnn';
import { Tape } from '../../../src/learn/tape';
import type { Trained } from '../../../src/learn/training';
import { SYMBOLS, type ScaleGivens } from './settings';

/** What a network is shown beside the symbols: nothing, and the question which symbol it was. */
const [BLANK, ASKED] = [SYMBOLS, SYMBOLS + 1];

/** Recurrent layers, by how many numbers a unit takes in at each step. */
export const cells = { rnn: 1, lstm: 4 } as const;
export type Cell = keyof typeof cells;

/** Gradients of all weights together are shortened to this norm. */
export const CLIP = 1;

/** A network in training, its loss before each update, and its logits: symbols × symbols. */
export interface Recalling {
  readonly trained: Trained;
  readonly tensors: { readonly loss: Tensor; readonly logits: Tensor };
}

/**
 * One network for one delay: it is shown a symbol, then so many blanks, then it is asked which symbol
 * it was. A batch is all symbols, so that nothing is left to the luck of a draw. Weights begin as
 * torch.nn.RNN and torch.nn.LSTM have them, within ±1/√hidden, but for the bias of the forget gate.
 */
export function recalling(
  compute: Compute,
  cell: Cell,
  delay: number,
  {
    hidden,
    forget_bias: bias,
    lr,
    seed,
  }: Pick<ScaleGivens, 'hidden' | 'forget_bias' | 'lr' | 'seed'>,
): Recalling {
  const tape = new Tape(compute);
  const [steps, wide] = [delay + 2, cells[cell] * hidden];
  const random = new Random(seed, cells[cell]);
  const parameter = (shape: readonly number[], size: number, biasOf?: (i: number) => number) =>
    tape.parameter(
      shape,
      Float32Array.from(
        { length: size },
        (_, i) => (2 * random.uniform() - 1) / Math.sqrt(hidden) + (biasOf?.(i) ?? 0),
      ),
    );
  const forgets = (i: number): number => (cell === 'lstm' && i % wide < hidden ? bias : 0);
  const table = parameter([SYMBOLS + 2, wide], (SYMBOLS + 2) * wide, forgets);
  const recurrent = parameter([hidden, wide], hidden * wide);
  const dense = parameter([1, hidden + 1, SYMBOLS], (hidden + 1) * SYMBOLS);

  const whole = (shape: readonly number[], at: (i: number) => number) => {
    const size = shape.reduce((a, b) => a * b, 1);
    return tape.given(shape, compute.upload(Uint32Array.from({ length: size }, (_, i) => at(i))));
  };
  const shown = whole([steps, SYMBOLS], (i) => {
    if (i < SYMBOLS) return i;
    return i < (steps - 1) * SYMBOLS ? BLANK : ASKED;
  });
  const projected = embedding(tape, shown, table);
  const none = () => tape.given([SYMBOLS, hidden]);
  const states =
    cell === 'rnn'
      ? rnn(tape, projected, recurrent, none())
      : lstm(tape, projected, recurrent, { state: none(), cell: none() }).states;
  const asked = lastStates(tape, states);
  const logits = layer(tape, reshaped(tape, asked, [1, SYMBOLS, hidden]), dense, 'none');
  const loss = crossEntropy(
    tape,
    logits,
    whole([SYMBOLS], (i) => i),
  );
  tape.backward(loss);
  const descent = new Descent(tape, [table, recurrent, dense], {
    ...{ optimizer: 'adam', lr, clip: CLIP },
  });
  return {
    trained: { tape, loss, descent },
    tensors: { loss: loss.tensor, logits: logits.tensor },
  };
}
