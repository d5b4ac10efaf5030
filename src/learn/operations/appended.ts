import scaledCopy from '../../../shaders/elementwise/scaled_copy';
import embeddingKernel from '../../../shaders/sequence/embedding';
import type { Tensor } from '../../compute/tensor';
import type { Tape, Value } from '../tape';
import type { Trial } from '../trial';

/** Rows behind rows of the same width, both of 1 × rows × width. */
export function appended(tape: Tape, before: Value, after: Value): Value {
  const [, rows, width] = before.shape;
  const more = after.shape[1];
  const shape = [1, rows + more, width];
  const joined = tape.room(shape);
  const copy = ({ tensor }: Value, first: number): void =>
    tape.run(scaledCopy, {
      dimensions: { count: tensor.length, total: joined.length },
      knobs: { first, factor: 1 },
      buffers: { source: tensor, copied: joined },
    });
  copy(before, 0);
  copy(after, rows * width);
  return tape.made(shape, joined, [before, after], (upstream) => {
    // Each has the gradient of its own rows, looked up as those of a table are.
    const ownRows = (value: Value, first: number): Tensor => {
      const own = tape.room(value.shape);
      const [, count] = value.shape;
      tape.run(embeddingKernel, {
        dimensions: { positions: count, vocabulary: rows + more, width },
        buffers: {
          tokens: tape.compute.upload(Uint32Array.from({ length: count }, (_, i) => first + i)),
          table: upstream,
          embedded: own,
        },
      });
      return own;
    };
    return [ownRows(before, 0), ownRows(after, rows)];
  });
}

export const trials: readonly Trial[] = [
  {
    title: 'two rows behind three',
    shapes: [
      [1, 3, 4],
      [1, 2, 4],
    ],
    build: (tape, [before, after]) => appended(tape, before, after),
  },
];
