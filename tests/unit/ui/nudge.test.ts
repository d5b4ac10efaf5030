import { describe, expect, it } from 'vitest';
import { number, text, whole } from '../../../src/state/params';
import { fromSlider, hasSlider, nudged, toSlider } from '../../../src/ui/nudge';

describe('nudged', () => {
  it('moves by one step, without the noise of binary fractions', () => {
    expect(nudged({ step: 0.1 }, 0.2, 1)).toBe(0.3);
    expect(nudged({ step: 0.1 }, 0.3, -1)).toBe(0.2);
  });

  it('stays in the range', () => {
    expect(nudged({ step: 1, max: 3 }, 3, 1)).toBe(3);
    expect(nudged({ step: 1, min: 1 }, 1.5, -1)).toBe(1);
  });

  it('goes 1, 2, 5, 10 where a number runs over magnitudes', () => {
    const param = { logarithmic: true, step: 1 };
    const up = [1, 2, 5, 10].map((x) => nudged(param, x, 1));
    expect(up).toEqual([2, 5, 10, 20]);
    expect(nudged(param, 0.001, -1)).toBe(0.0005);
    expect(nudged(param, 3, 1)).toBe(5);
    expect(nudged(param, 3, -1)).toBe(2);
  });
});

describe('a slider', () => {
  it('stands where the number stands, and gives it back', () => {
    const param = { min: -2, max: 2, step: 0.5 };
    for (const x of [-2, -0.5, 0, 2]) expect(fromSlider(param, toSlider(param, x))).toBe(x);
  });

  it('gives each factor of ten the same room on a log scale', () => {
    const param = { min: 1, max: 10_000, step: 1, logarithmic: true };
    expect(toSlider(param, 100)).toBeCloseTo(0.5, 12);
    expect(fromSlider(param, 0.5)).toBe(100);
    expect(fromSlider(param, 0.3)).toBe(Math.round(fromSlider(param, 0.3)));
  });

  it('stays on its rail when the number lies outside', () => {
    expect(toSlider({ min: 0, max: 1 }, 7)).toBe(1);
  });

  it('stands beside numbers whose both ends are known, and no others', () => {
    expect(hasSlider(number({ label: 'a', default: 0, min: 0, max: 1 }))).toBe(true);
    expect(hasSlider(number({ label: 'a', default: 0, min: 0 }))).toBe(false);
    expect(hasSlider(whole({ label: 'a', default: 1, min: 0, max: 9, logarithmic: true }))).toBe(
      false,
    );
    expect(hasSlider(text({ label: 'a', default: '', maxLength: 9 }))).toBe(false);
  });
});
