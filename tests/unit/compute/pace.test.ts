import { describe, expect, test } from 'vitest';
import { Pace } from '../../../src/compute/pace';

const heavy = { program: {}, invocations: 1000 };
const light = { program: {}, invocations: 1000 };

describe('the pace of submits', () => {
  test('learns what a program costs, within a few submits', () => {
    const pace = new Pace();
    for (let i = 0; i < 10; i += 1) pace.learn([heavy], 40);
    expect(pace.estimate(heavy)).toBeCloseTo(40);
    expect(pace.full([heavy])).toBe(true);
    expect(pace.full([light])).toBe(false);
  });

  test('sums what stands in one submit', () => {
    const pace = new Pace();
    for (let i = 0; i < 10; i += 1) pace.learn([light], 8);
    expect(pace.full([light, light, light])).toBe(false);
    expect(pace.full([light, light, light, light])).toBe(true);
  });

  test('one hiccup moves it only so far', () => {
    const pace = new Pace();
    for (let i = 0; i < 10; i += 1) pace.learn([light], 1);
    pace.learn([light], 10_000);
    expect(pace.estimate(light)).toBeCloseTo(4);
  });

  test('a stopped clock teaches nothing', () => {
    const pace = new Pace();
    const before = pace.estimate(light);
    pace.learn([light], 0);
    expect(pace.estimate(light)).toBe(before);
  });
});
