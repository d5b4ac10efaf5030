import { expect, test } from 'vitest';
import { Scratch } from '../../../src/compute/scratch';

test('what is taken does not overlap, and after a while is the same memory again', () => {
  const scratch = new Scratch();
  const fill = () => {
    const [a, b] = [scratch.take('f32', 3), scratch.take('u32', 5)];
    a.fill(1);
    b.fill(2);
    expect([Array.from(a), Array.from(b)]).toEqual([
      [1, 1, 1],
      [2, 2, 2, 2, 2],
    ]);
    scratch.clear();
    return [a.buffer, b.buffer];
  };
  fill();
  const [first, second] = fill();
  expect(first).toBe(second);
  expect(fill()[0]).toBe(first);
});

test('what grows too large is not kept', () => {
  const scratch = new Scratch();
  const take = (): ArrayBufferLike => {
    const { buffer } = scratch.take('f32', 2 ** 24 + 1);
    scratch.clear();
    return buffer;
  };
  expect(take()).not.toBe(take());
});
