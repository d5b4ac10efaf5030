import { describe, expect, test } from 'vitest';
import softmax from '../../../shaders/softmax';
import { partsOf, type Part } from '../../../src/compute/division';
import { executeTwin } from '../../../src/compute/executor';
import type { Kernel, Numbers } from '../../../src/compute/kernel';
import { buffersOf } from '../../../src/compute/shape';
import { Random } from '../../../src/math/random';
import { drawsFor } from '../../kernels/draw';
import { runTwin, trialFor } from '../../kernels/trial';

const modules = import.meta.glob<Kernel>(['/shaders/*.ts', '!/shaders/*.wasm.ts'], {
  import: 'default',
  eager: true,
});
const divided = Object.values(modules).filter(({ division }) => division);

/** What the twin makes of a part, put where it belongs in buffers that all parts share. */
function runPart(kernel: Kernel, { call, ranges }: Part<Numbers>): void {
  const cut = (name: string): Numbers =>
    ranges[name] ? call.buffers[name].subarray(...ranges[name]) : call.buffers[name];
  const buffers = Object.fromEntries(Object.keys(call.buffers).map((name) => [name, cut(name)]));
  const before = Object.fromEntries(
    Object.entries(buffers).map(([name, data]) => [name, data.slice()]),
  );
  for (const [name, written] of Object.entries(executeTwin(kernel, { ...call, buffers }))) {
    // Other parts may have written what this one left alone.
    written.forEach((x, i) => {
      if (!Object.is(x, before[name][i])) buffers[name][i] = x;
    });
  }
}

test('there are kernels that Workers share', () => {
  expect(divided.length).toBeGreaterThan(5);
});

describe.each(divided)('$name', (kernel) => {
  test.each([2, 3])('%i parts in any order write what the whole writes', (count) => {
    const random = new Random(7);
    let cut = 0;
    for (const draw of drawsFor(kernel, random).slice(0, 40)) {
      const trial = trialFor(kernel, draw, random);
      const whole = runTwin(kernel, trial);
      const parts = partsOf<Numbers>(kernel, trial, count, 0);
      if (parts.length > 1) cut += 1;
      for (const part of [...parts].reverse()) runPart(kernel, part);
      for (const { name, access } of buffersOf(kernel)) {
        if (access === 'read') continue;
        expect(Array.from(trial.buffers[name])).toEqual(Array.from(whole[name], Math.fround));
      }
    }
    expect(cut).toBeGreaterThan(3);
  });
});

test('a small call stays whole', () => {
  const sizes = (rows: number) => ({ dimensions: { rows, columns: 100 }, buffers: {} });
  expect(partsOf(softmax, sizes(10), 4)).toHaveLength(1);
  expect(partsOf(softmax, sizes(1000), 4)).toHaveLength(4);
});
