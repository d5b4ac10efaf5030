import { fromFloat16 } from '../math/float16';
import { sizeOf, type Shape, type Tape, type Value } from './tape';

/**
 * Shipped numbers as values on a tape that nothing is learned by: one after the other, in the order of
 * their shapes.
 * @throws {RangeError} when they are not as many.
 */
export function shippedWeights(
  tape: Tape,
  shapes: readonly Shape[],
  numbers: Float32Array,
): Value[] {
  const wanted = shapes.reduce((sum, shape) => sum + sizeOf(shape), 0);
  if (numbers.length !== wanted) {
    throw new RangeError(`${numbers.length} weights; the network has ${wanted}`);
  }
  let first = 0;
  return shapes.map((shape) => {
    const own = numbers.slice(first, (first += sizeOf(shape)));
    return tape.given(shape, tape.compute.upload(own));
  });
}

/** The numbers of a file of weights, in float16 or in float32. */
export const readWeights = (bytes: Uint8Array<ArrayBuffer>, half = false): Float32Array =>
  half ? fromFloat16(new Uint16Array(bytes.buffer)) : new Float32Array(bytes.buffer);
