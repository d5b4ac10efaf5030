import embeddingKernel from '../../../shaders/sequence/embedding';
import embeddingGradient from '../../../shaders/sequence/embedding_gradient';
import type { Tape, Value } from '../tape';
import type { Trial } from '../trial';

/** The row of a table for each token: a table of vocabulary × width, tokens (u32) of any shape. */
export function embedding(tape: Tape, tokens: Value, table: Value): Value {
  const [vocabulary, width] = table.shape;
  const dimensions = { positions: tokens.tensor.length, vocabulary, width };
  const shape = [...tokens.shape, width];
  const embedded = tape.room(shape);
  tape.run(embeddingKernel, {
    dimensions,
    buffers: { tokens: tokens.tensor, table: table.tensor, embedded },
  });
  return tape.made(shape, embedded, [table], (upstream) => {
    const gradient = tape.room(table.shape);
    tape.run(embeddingGradient, {
      dimensions,
      buffers: { tokens: tokens.tensor, upstream, gradient },
    });
    return [gradient];
  });
}

export const trials: readonly Trial[] = [
  {
    title: 'tokens that repeat, and one that never comes',
    shapes: [[4, 5]],
    build: (tape, [table]) => {
      const tokens = tape.compute.upload(Uint32Array.of(2, 0, 2, 3, 2, 0));
      return embedding(tape, tape.given([3, 2], tokens), table);
    },
  },
];
