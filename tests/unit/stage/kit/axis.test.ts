import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ticksOf } from '../../../../src/stage/kit/axis';
import { plainText, SMALL, textWidth } from '../../../../src/stage/kit/text';
import { around, decades, linearScale, logScale } from '../../../../src/stage/kit/scale';

/** Every float64 that is a number, the awkward ones often. */
const finite = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(
    0,
    -0,
    5e-324,
    -5e-324,
    1e-320,
    2 ** -1022,
    1e-155,
    1,
    3,
    1e6,
    1.7976931348623157e308,
  ),
);
const ends = fc.oneof(
  fc.tuple(finite, finite),
  // Equal, and as close together as numbers can be.
  finite.map((x): [number, number] => [x, x]),
  fc.tuple(finite, fc.integer({ min: 1, max: 50 })).map(([x, n]): [number, number] => {
    const y = x * (1 + n * Number.EPSILON);
    return [x, Number.isFinite(y) ? y : x];
  }),
);
const length = fc.integer({ min: 30, max: 1600 });
const direction = fc.constantFrom<'x' | 'y'>('x', 'y');

const right = {
  drawable: true,
  few: true,
  distinct: true,
  numbers: true,
  inside: true,
  apart: true,
};

describe.each([
  ['linear', linearScale],
  ['logarithmic', logScale],
] as const)('a %s axis, whatever its ends', (_, scaleOf) => {
  test('has few ticks, inside, apart from each other and told apart', () => {
    fc.assert(
      fc.property(ends, length, direction, (domain, long, way) => {
        const range = [60, 60 + long] as const;
        const scale = scaleOf(domain, way === 'x' ? range : [range[1], range[0]]);
        const { ticks } = ticksOf(scale, way);
        const texts = ticks.map(({ text }) => text);
        const [low, high] = scale.domain;
        expect({
          drawable: Number.isFinite(low) && Number.isFinite(high) && low < high,
          few: ticks.length <= 14,
          distinct: new Set(texts).size === texts.length,
          numbers: !/NaN|Infinity|undefined|e/.test(texts.join(' ')),
          inside: ticks.every(({ at }) => at >= range[0] - 1e-6 && at <= range[1] + 1e-6),
          apart: ticks.slice(1).every((tick, i) => {
            const both = textWidth(tick.text, SMALL) + textWidth(ticks[i].text, SMALL);
            return Math.abs(tick.at - ticks[i].at) > (way === 'y' ? SMALL : both / 2);
          }),
        }).toEqual(right);
      }),
      { numRuns: 400 },
    );
  });

  test('puts every number at a position that can be drawn', () => {
    fc.assert(
      fc.property(ends, finite, (domain, x) => {
        const scale = scaleOf(domain, [0, 500]);
        const at = scale(x);
        if (scale.log && x < 0) expect(at).toBeNaN();
        else expect(Math.abs(at)).toBeLessThanOrEqual(501 * 1000);
        expect(Number.isFinite(scale.invert(137))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('reads back what it has drawn', () => {
    const scale = scaleOf([2, 40], [500, 0]);
    for (const x of [2, 3.7, 12, 40]) expect(scale.invert(scale(x))).toBeCloseTo(x, 9);
  });
});

const shown = (scale: ReturnType<typeof linearScale>, way: 'x' | 'y' = 'x'): string[] =>
  ticksOf(scale, way).ticks.map(({ text }) => plainText(text));

test('labels are as short as their numbers', () => {
  expect(shown(linearScale([0, 1], [0, 300]))).toEqual(['0', '0.2', '0.4', '0.6', '0.8', '1']);
  expect(shown(linearScale([-3, 3], [0, 200]))).toEqual(['−2', '0', '2']);
  expect(shown(linearScale([0, 1e-155], [0, 400]))).toContain('0.5·10−155');
  expect(shown(linearScale([1e6, 1e6 + 1e-3], [0, 400]))[0]).toMatch(/^\+/);
  expect(ticksOf(linearScale([1e6, 1e6 + 1e-3], [0, 400]), 'x').from).toBe('$10^{6}$');
  expect(shown(logScale([1e-41, 10], [0, 300]), 'y')).toContain('10−20');
  expect(shown(logScale([0.5, 20], [0, 300]))).toEqual(['0.5', '1', '2', '5', '10', '20']);
  expect(shown(logScale([1, 1000], [0, 300]))).toEqual(['1', '10', '100', '1000']);
});

test('an axis turned round counts from the other end', () => {
  const scale = linearScale([10, 0], [0, 100]);
  expect([scale(10), scale(0)]).toEqual([0, 100]);
  expect(scale.invert(0)).toBe(10);
});

test('zero stands at the end of a logarithmic axis, and far away is still drawable', () => {
  const scale = logScale([1e-3, 1], [200, 0]);
  expect(scale(0)).toBe(200);
  expect(linearScale([0, 1], [0, 100])(1e300)).toBe(100_100);
  expect(linearScale([0, 1], [0, 100])(NaN)).toBeNaN();
});

test('domains leave air and pass over what is not finite', () => {
  expect(around([1, 3, NaN, Infinity], 0.5)).toEqual([0, 4]);
  expect(decades([0, 0.02, 30])).toEqual([0.01, 100]);
  expect(decades([0])[0]).toBeGreaterThan(0);
});
