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
