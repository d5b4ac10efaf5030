import { describe, expect, test } from 'vitest';
import softmax from '../../../shaders/softmax/softmax';
import { partsOf } from '../../../src/compute/division';
import { executeTwin } from '../../../src/compute/executor';
import { allKernels } from '../../../src/compute/find-kernel';
import type { Kernel } from '../../../src/compute/kernel';
import type { TypedArray } from '../../../src/compute/numbers';
import { runPart, type Part, type Range } from '../../../src/compute/part';
import { Scratch } from '../../../src/compute/scratch';
import { buffersOf, lengthOf } from '../../../src/compute/shape';
import { Random } from '../../../src/math/random';
import { drawsFor } from '../../kernels/draw';
import { runTwin, trialFor } from '../../kernels/trial';

const divided = (await allKernels()).filter(({ division }) => division);

/** A part by the twin, in buffers that all parts share. */
function runPartOfTwin(kernel: Kernel, part: Part<TypedArray>): Promise<void> {
  return runPart(kernel, part, new Scratch(), (call) => {
    const before = Object.entries(call.buffers).map(
      ([name, data]) => [name, data.slice()] as const,
    );
    const untouched = Object.fromEntries(before);
    for (const [name, written] of Object.entries(executeTwin(kernel, call))) {
      // Other parts may have written what this one left alone.
      written.forEach((x, i) => {
        if (!Object.is(x, untouched[name][i])) call.buffers[name][i] = x;
      });
    }
  });
}

test('there are kernels that Workers share', () => {
  expect(divided.length).toBeGreaterThan(5);
});

describe.each(divided)('$name', (kernel) => {
  test.each([2, 3])(
    '%i parts in any order write what the whole writes',
    async (count) => {
      const random = new Random(7);
      let cut = 0;
      for (const draw of drawsFor(kernel, random).slice(0, 40)) {
        const trial = trialFor(kernel, draw, random);
        const whole = runTwin(kernel, trial);
        const parts = partsOf<TypedArray>(kernel, trial, count, 0);
        if (parts.length > 1) cut += 1;
        for (const part of [...parts].reverse()) await runPartOfTwin(kernel, part);
        for (const { name, access } of buffersOf(kernel)) {
          if (access === 'read') continue;
          expect(Array.from(trial.buffers[name])).toEqual(Array.from(whole[name], Math.fround));
        }
      }
      expect(cut).toBeGreaterThan(3);
    },
    30_000,
  );
});

/** How often each element of a buffer is in one of these ranges. */
function coverage(length: number, ranges: readonly Range[]): Set<number> {
  const counts = new Uint8Array(length);
  for (const { rows, stride, from, to } of ranges) {
    for (let row = 0; row < rows; row += 1) {
      for (let i = from; i < to; i += 1) counts[row * stride + i] += 1;
    }
  }
  return new Set(counts);
}

test.each(divided)('every element that $name cuts belongs to one part', (kernel) => {
  const random = new Random(7);
  for (const draw of drawsFor(kernel, random).slice(0, 40)) {
    const parts = partsOf(kernel, { ...draw, buffers: {} }, 3, 0);
    for (const use of buffersOf(kernel).filter(({ name }) => parts[0].ranges[name])) {
      const ranges = parts.map((part) => part.ranges[use.name]);
      expect(coverage(lengthOf(use, draw.dimensions), ranges)).toEqual(new Set([1]));
    }
  }
});

test('a small call stays whole', () => {
  const sizes = (rows: number) => ({ dimensions: { rows, columns: 100 }, buffers: {} });
  expect(partsOf(softmax, sizes(10), 4)).toHaveLength(1);
  expect(partsOf(softmax, sizes(1000), 4)).toHaveLength(4);
});
