import binary, { binaryIndex } from '../../../shaders/elementwise/binary';
import type { Tape, Value } from '../tape';
import type { Trial } from '../trial';
import { softmax } from './softmax';

/**
 * What stands for −∞ in a mask: so far below every score that the softmax leaves nothing of it, and a
 * number all the same, as WGSL wants them.
 */
export const UNSEEN = -1e30;

/** Who may look where. */
export interface Sight {
  readonly length: number;
  /** How much a score loses with each position of distance, of every head. */
  readonly slopes: readonly number[];
  /** Whether what comes after a position is hidden from it. */
  readonly causal: boolean;
  /** Positions that there are: those behind them are hidden from all. */
  readonly present?: number;
  /** The first position that looks, 0 unless said: those before it are only looked at. */
  readonly first?: number;
}

/**
 * For each head, how far below its score the position of a column stands for that of a row: by its
 * distance, or `UNSEEN` where it is hidden. Source: Press, Smith and Lewis, “Train short, test long:
 * attention with linear biases enables input length extrapolation” (ICLR 2022).
 */
export function attentionMask(sight: Sight): Float32Array {
  const { length, slopes, causal, present = length, first = 0 } = sight;
  const rows = length - first;
  const mask = new Float32Array(slopes.length * rows * length);
  slopes.forEach((slope, head) => {
    for (let row = 0; row < rows; row += 1) {
      const from = first + row;
      for (let to = 0; to < length; to += 1) {
        const hidden = to >= present || (causal && to > from);
        mask[(head * rows + row) * length + to] = hidden ? UNSEEN : -slope * Math.abs(from - to);
      }
    }
  });
  return mask;
}

/** A mask that is not learned, added to scores: one for all heads of a text, or the same for all. */
export function masked(tape: Tape, scores: Value, mask: Value): Value {
  const length = mask.tensor.length;
  const results = tape.room(scores.shape);
  tape.run(binary, {
    dimensions: { outer: scores.tensor.length / length, length, inner: 1 },
    knobs: { operation: binaryIndex.add },
    buffers: { left: scores.tensor, right: mask.tensor, results },
  });
  return tape.made(scores.shape, results, [scores], (upstream) => [upstream]);
}

export const trials: readonly Trial[] = [
  {
    // Behind the softmax, which leaves nothing of a number in which a score would drown.
    title: 'scores of two heads of three texts, in which no position sees a later one',
    shapes: [[6, 5, 5]],
    build: (tape, [scores]) => {
      const sight = { length: 5, slopes: [0.5, 0.25], causal: true };
      const mask = tape.given([2, 5, 5], tape.compute.upload(attentionMask(sight)));
      return softmax(tape, masked(tape, scores, mask));
    },
  },
];
