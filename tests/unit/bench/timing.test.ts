import { describe, expect, test } from 'vitest';
import { batchFor, median, roundsFor, runsFor, slope, time } from '../../bench/timing';

describe('batches and rounds', () => {
  test('a batch lasts twenty milliseconds, a slow run is one by itself', () => {
    expect(runsFor(3)).toBe(7);
    expect(runsFor(20)).toBe(1);
    expect(runsFor(8000)).toBe(1);
  });

  test('runs of no measurable time still end', () => {
    expect(runsFor(0)).toBe(10_000);
  });

  test('what is slow takes part in fewer rounds, never in fewer than three of seven', () => {
    expect(roundsFor(100, 7)).toBe(7);
    expect(roundsFor(2500, 7)).toBe(5);
    expect(roundsFor(9000, 7)).toBe(3);
    expect(roundsFor(9000, 2)).toBe(2);
  });

  test('all runs of a batch are queued before they are waited for', async () => {
    const log: string[] = [];
    const timed = {
      select: async () => void log.push('select'),
      run: () => void log.push('run'),
      finish: async () => void log.push('finish'),
    };
    await time(timed, 3);
    expect(log).toEqual(['select', 'run', 'run', 'run', 'finish']);
  });

  test('what takes longer than a batch is run once to see it', async () => {
    let runs = 0;
    const slow = {
      run: () => new Promise<void>((done) => setTimeout(done, 25)),
      finish: async () => void (runs += 1),
    };
    expect(await batchFor(slow)).toBe(1);
    expect(runs).toBe(1);
  });
});

describe('what is made of times', () => {
  test('the median of an even number is between the middle two', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 3])).toBe(4);
  });

  test('an exponent is the slope in logarithms', () => {
    const cubes = [10, 20, 40, 80].map((n) => [Math.log(n), Math.log(7 * n ** 3)] as const);
    expect(slope(cubes)).toBeCloseTo(3, 12);
  });
});
