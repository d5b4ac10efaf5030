import { describe, expect, test } from 'vitest';
import { Pace } from '../../../src/compute/pace';

const work = (invocations: number, sizes = '64,64') => ({
  program: {},
  sizes,
  heavy: false,
  invocations,
});
const heavy = work(1000);
const light = work(1000);

describe('the pace of submits', () => {
  test('learns what a program costs, within a few submits', () => {
    const pace = new Pace();
    for (let i = 0; i < 10; i += 1) pace.learn([heavy], 40);
    expect(pace.estimate(heavy)).toBeCloseTo(40);
    expect(pace.fitting(heavy, 20)).toBe(500);
    expect(pace.room([heavy])).toBeLessThan(0);
    expect(pace.room([light])).toBeGreaterThan(0);
  });

  test('sums what stands in one submit', () => {
    const pace = new Pace();
    for (let i = 0; i < 10; i += 1) pace.learn([light], 8);
    expect(pace.room([light, light, light])).toBeGreaterThan(0);
    expect(pace.room([light, light, light, light])).toBeLessThan(0);
  });

  test('a program costs something else at other sizes', () => {
    const pace = new Pace();
    const larger = { ...light, sizes: '64,4096' };
    const before = pace.estimate(larger);
    for (let i = 0; i < 10; i += 1) pace.learn([light], 8);
    expect(pace.estimate(larger)).toBe(before);
  });

  test('two steps of one program in a submit move its estimate once', () => {
    const pace = new Pace();
    const before = pace.estimate(light);
    pace.learn([light, { ...light }], 4 * before);
    expect(pace.estimate(light)).toBeCloseTo(2 * before);
  });

  test('what was written to be dispatched in parts is taken for heavy until it was measured', () => {
    const pace = new Pace();
    expect(pace.estimate({ ...light, heavy: true })).toBeGreaterThan(100 * pace.estimate(light));
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
