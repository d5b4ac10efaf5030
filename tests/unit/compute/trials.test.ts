import { describe, expect, test } from 'vitest';
import { kernel } from '../../../src/compute/kernel';
import { Trials } from '../../../src/compute/trials';
import { scale } from './kernels';

const { plain } = scale.variants;
const rich = kernel({ ...scale, variants: { tiled: { ...plain, barriers: true }, plain } });
const card = { adapter: 'hardware', features: new Set<string>() } as const;
const call = { dimensions: { count: 64 } };

describe('the trial of variants', () => {
  /** Runs calls, each variant taking its time, and returns which ran. */
  function run(trials: Trials, times: Record<string, number | undefined>, calls: number): string[] {
    return Array.from({ length: calls }, () => {
      const { variant, report } = trials.choose(rich, call);
      report?.(times[variant]);
      return variant;
    });
  }

  test('tries each twice on real calls and stays with the quickest', () => {
    const trials = new Trials('card', card, new Map());
    const ran = run(trials, { tiled: 8, plain: 4 }, 6);
    expect(ran).toEqual(['tiled', 'tiled', 'plain', 'plain', 'plain', 'plain']);
  });

  test('keeps to the order of preference when the gain is within the noise', () => {
    const trials = new Trials('card', card, new Map());
    expect(run(trials, { tiled: 4, plain: 3.8 }, 5)[4]).toBe('tiled');
  });

  test('passes over a variant that failed', () => {
    const trials = new Trials('card', card, new Map());
    expect(run(trials, { tiled: undefined, plain: 9 }, 5)[4]).toBe('plain');
  });

  test('remembers the choice for the next visit, for this adapter and calls of a like size', () => {
    const memory = new Map<string, string>();
    run(new Trials('card', card, memory), { tiled: 8, plain: 4 }, 4);
    const next = new Trials('card', card, memory);
    expect(next.choose(rich, call)).toEqual({ variant: 'plain' });
    expect(next.choose(rich, { dimensions: { count: 6400 } }).report).toBeDefined();
    expect(new Trials('other', card, memory).choose(rich, call).report).toBeDefined();
  });

  test('waits for nothing: while times are on their way the best so far serves', () => {
    const trials = new Trials('card', card, new Map());
    const begun = Array.from({ length: 4 }, () => trials.choose(rich, call));
    expect(begun.every(({ report }) => report !== undefined)).toBe(true);
    begun[2].report?.(1);
    expect(trials.choose(rich, call)).toEqual({ variant: 'plain' });
  });

  test('without a memory, and on a software adapter, the first that can run always does', () => {
    expect(new Trials('card', card).choose(rich, call)).toEqual({ variant: 'tiled' });
    const software = { ...card, adapter: 'software' } as const;
    const two = kernel({ ...scale, variants: { plain, other: plain } });
    expect(new Trials('soft', software, new Map()).choose(two, call)).toEqual({ variant: 'plain' });
  });
});
