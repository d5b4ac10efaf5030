import { expect, test } from 'vitest';
import { beginningOf } from '../../../scenes/12-advanced/12.3-kv-cache/decoder';
import { Writing } from '../../../scenes/12-advanced/12.3-kv-cache/writing';
import { sayWriting } from '../../../scenes/12-advanced/12.3-kv-cache/writing-words';
import { CpuCompute } from '../../../src/compute/cpu';
import { findKernel } from '../../../src/compute/find-kernel';
import { Twins } from '../../../src/compute/twins';
import { LocalPort } from '../../../src/compute/worker-port';
import { shippedWeights } from '../../../src/learn/shipped';
import { Tape } from '../../../src/learn/tape';
import { initialTransformer, transformerShapes, type Size } from '../../../src/learn/transformer';
import { PROSE_SIZE } from '../../../src/math/prose';

const size: Size = {
  ...{ vocabulary: PROSE_SIZE, context: 16, width: 8 },
  ...{ heads: 2, layers: 2, units: 12 },
};

function open(prompt: string): Promise<Writing> {
  const port = (): LocalPort => new LocalPort(findKernel);
  const compute = CpuCompute.open(port(), new Twins(port));
  const numbers = Float32Array.from(initialTransformer(size, 5).flatMap((each) => [...each]));
  const weights = shippedWeights(new Tape(compute), transformerShapes(size), numbers);
  const clock = { now: () => performance.now() } as Parameters<typeof Writing.open>[2];
  const values = { prompt, seed: 3 } as Parameters<typeof Writing.open>[3];
  return Writing.open(compute, { size, weights }, clock, values);
}

test('a cache changes nothing of what is written, beyond the context too', async () => {
  const writing = await open('The door');
  await writing.goTo(30);
  expect(writing.alike(30)).toBe(30);
  expect(writing.textAt('cached', 30)).toHaveLength('The door'.length + 30);
  expect(writing.agreement).toMatchObject({ holds: true });
  // Two of the prompt beside float64, then every character's logits beside the other decoder's.
  expect(writing.agreement.compared).toBe((2 + 30) * PROSE_SIZE);
  expect(sayWriting(writing, 30)).toContain('the very same 30 characters');
});

test('multiply-adds: every layer for every character read, and a key and a value for each it sees', async () => {
  const { width, units, layers, vocabulary, context } = size;
  const dense = layers * (4 * width ** 2 + 2 * width * units) + width * vocabulary;
  const writing = await open('The door');
  await writing.goTo(20);
  for (const way of ['anew', 'cached'] as const) {
    for (const { context: seen, read, work } of writing.stepsAt(way, 20)) {
      expect(work).toBe(read * dense + layers * 2 * width * read * seen);
      expect(seen).toBeLessThanOrEqual(context);
    }
  }
  const reads = writing.stepsAt('cached', 20).map(({ read }) => read);
  // The prompt; one at a time until all positions are full; then the last half and the new one.
  expect(reads.slice(0, 10)).toEqual([8, 1, 1, 1, 1, 1, 1, 1, 1, 9]);
});

test('when its positions are full, a network goes on from the last half of them', () => {
  expect([1, 16, 17, 24, 25, 33].map((length) => beginningOf(length, size))).toEqual([
    0, 0, 8, 8, 16, 24,
  ]);
});

test.each(['a', 'A prompt that is longer than half of the context', 'ñ 7'])(
  '“%s” is written on',
  async (prompt) => {
    const writing = await open(prompt);
    await writing.goTo(3);
    expect(writing.prompt).toHaveLength(Math.min([...prompt].length, size.context / 2));
    expect(writing.agreement).toMatchObject({ holds: true });
  },
);
