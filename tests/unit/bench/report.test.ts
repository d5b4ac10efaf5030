import { expect, test } from 'vitest';
import { goalTable } from '../../../tools/bench/report.mjs';
import type { Measured, Result } from '../../bench/measure';

const right = { right: true, largest: 0, compared: 1 };

const result = (
  name: Result['name'],
  milliseconds: number,
  more: Partial<Result> = {},
): Result => ({
  name,
  verdict: right,
  median: milliseconds,
  fastest: milliseconds,
  times: [milliseconds],
  ...more,
});

/** A run of `sum`, whose goals are ratios of 5, 1.3 and 1. */
const measured = (results: readonly Result[]): Measured => ({
  name: 'sum',
  title: 'sum',
  work: { amount: 1, unit: 'byte' },
  bound: { absolute: 0, relative: 0, why: 'a test' },
  rounds: 1,
  ceilings: [],
  results,
});

test('a goal is met or missed by the ratio of medians', () => {
  const lines = goalTable([
    measured([
      result('ours gpu', 10),
      result('ours cpu', 10),
      result('tfjs-webgpu', 51),
      result('jax-webgpu', 12),
    ]),
  ]).split('\n');
  expect(lines[2]).toMatch(/tfjs-webgpu .* 5\.1 .* ≥ 5 \| met/);
  expect(lines[3]).toMatch(/jax-webgpu .* 1\.2 .* ≥ 1\.3 \| \*\*missed\*\*/);
  // No tfjs-wasm, no line.
  expect(lines.length).toBe(4);
});

test('whoever is wrong or did not run has no ratio', () => {
  const table = goalTable([
    measured([
      result('ours gpu', 10),
      result('tfjs-webgpu', 100, { verdict: { ...right, right: false } }),
      { name: 'jax-webgpu', error: 'no such function' },
    ]),
  ]);
  expect(table).toContain('tfjs-webgpu: wrong values');
  expect(table).toContain('jax-webgpu: did not run');
  expect(table).not.toMatch(/\| 10 \|/);
});
