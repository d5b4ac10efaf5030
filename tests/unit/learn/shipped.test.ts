import { expect, test } from 'vitest';
import { shippedWeights } from '../../../src/learn/shipped';
import { Tape } from '../../../src/learn/tape';
import { twinCompute } from '../../twin-compute';

test('shipped weights are taken one after the other, and have to be as many as the network has', async () => {
  const tape = new Tape(twinCompute());
  const [kernels, biases] = shippedWeights(
    tape,
    [[2, 2], [3]],
    Float32Array.of(1, 2, 3, 4, 5, 6, 7),
  );
  expect([...(await tape.compute.read(kernels.tensor))]).toEqual([1, 2, 3, 4]);
  expect([...(await tape.compute.read(biases.tensor))]).toEqual([5, 6, 7]);
  expect(() => shippedWeights(tape, [[2]], new Float32Array(3))).toThrow('the network has 2');
});
