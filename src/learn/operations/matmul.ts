import matmulKernel from '../../../shaders/dense/matmul';
import type { Tensor } from '../../compute/tensor';
import type { Tape, Value } from '../tape';
import type { Trial } from '../trial';

/** Which factors lie transposed. */
export interface Transposed {
  readonly a?: boolean;
  readonly b?: boolean;
}

/**
 * Products of matrices, as many as the first axis says: a of batch × rows × inner, b of
 * batch × inner × columns; a transposed factor lies as its last two axes say.
 */
export function matmul(tape: Tape, a: Value, b: Value, transposed: Transposed = {}): Value {
  const { a: turnA = false, b: turnB = false } = transposed;
  const [batch, ...left] = a.shape;
  const right = b.shape.slice(1);
  const [rows, inner] = turnA ? left.toReversed() : left;
  const columns = right[turnB ? 0 : 1];
  const shape = [batch, rows, columns];
  const c = product(tape, a.tensor, b.tensor, { batch, rows, inner, columns }, turnA, turnB);
  return tape.made(shape, c, [a, b], (upstream) => {
    // As it lies: a·b has the gradients g·bᵀ and aᵀ·g, and what lies transposed gets its transposed.
    const [toA, toB] = [
      { batch, rows: left[0], inner: columns, columns: left[1] },
      { batch, rows: right[0], inner: rows, columns: right[1] },
    ];
    return [
      turnA
        ? product(tape, b.tensor, upstream, toA, turnB, true)
        : product(tape, upstream, b.tensor, toA, false, !turnB),
      turnB
        ? product(tape, upstream, a.tensor, toB, true, turnA)
        : product(tape, a.tensor, upstream, toB, !turnA, false),
    ];
  });
}

interface Sizes {
  readonly [name: string]: number;
}

/** A product as a kernel's call, for what has gradients of its own. */
export function product(
  tape: Tape,
  a: Tensor,
  b: Tensor,
  dimensions: Sizes,
  turnA: boolean,
  turnB: boolean,
): Tensor {
  const { batch, rows, columns } = dimensions;
  const c = tape.room([batch, rows, columns]);
  tape.run(matmulKernel, {
    dimensions,
    knobs: { transposeA: +turnA, transposeB: +turnB, biased: 0, activation: 0 },
    buffers: { a, b, bias: tape.room([columns]), c },
  });
  return c;
}

const ways: readonly Transposed[] = [{}, { a: true }, { b: true }, { a: true, b: true }];

export const trials: readonly Trial[] = ways.map((way) => ({
  title: `a ${way.a ? 'transposed' : 'as it is'}, b ${way.b ? 'transposed' : 'as it is'}`,
  shapes: [way.a ? [2, 3, 5] : [2, 5, 3], way.b ? [2, 7, 3] : [2, 3, 7]],
  build: (tape, [a, b]) => matmul(tape, a, b, way),
}));
