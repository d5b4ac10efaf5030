import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contains, overlaps, ridges, tiles } from '../../../../src/stage/kit/box';
import { binned } from '../../../../src/stage/kit/bins';
import {
  area,
  band,
  bars,
  dots,
  errorBars,
  gone,
  line,
  rule,
  sampled,
} from '../../../../src/stage/kit/marks';
import { plot } from '../../../../src/stage/kit/plot';
import { markup } from './markup';

const number = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -0, 5e-324, 1e-320, 1e-155, 1, 1e308, -1.7976931348623157e308, NaN, Infinity),
);
const box = { x: 10, y: 20, width: 400, height: 220 };

test('no mark of any numbers on any axes has a coordinate that is none', () => {
  fc.assert(
    fc.property(
      fc.tuple(number, number),
      fc.tuple(number, number),
      fc.array(fc.tuple(number, number), { maxLength: 6 }),
      fc.boolean(),
      (across, up, points, log) => {
        const drawn = plot({
          box,
          id: 'p',
          x: { domain: across, label: 'x' },
          y: { domain: up, label: '$f(x)$', log },
        });
        const text = markup([
          drawn.axes,
          drawn.inside([
            line(drawn, points),
            area(drawn, points),
            line(
              drawn,
              sampled(drawn, (x) => x * x),
            ),
            bars(
              drawn,
              points.map(([value], i) => ({ from: i, to: i + 1, value })),
            ),
            errorBars(
              drawn,
              points.map(([low, high], x) => ({ x, low, high })),
            ),
            points.map(([x, y]) => [rule(drawn, { x }), rule(drawn, { y }), gone(drawn, x)]),
            points.map((both) => [band(drawn, { x: both }), band(drawn, { y: both })]),
          ]),
          dots(
            drawn,
            points.map((at) => ({ at })),
          ),
        ]);
        expect(text).not.toMatch(/NaN|Infinity|undefined/);
      },
    ),
    { numRuns: 300 },
  );
});

describe('a plot', () => {
  const drawn = plot({ box, id: 'p', x: { domain: [0, 4] }, y: { domain: [0, 1] } });

  test('keeps to its box', () => {
    expect(contains(box, drawn.area)).toBe(true);
    expect([drawn.x(0), drawn.x(4)]).toEqual([drawn.left, drawn.right]);
    expect([drawn.y(0), drawn.y(1)]).toEqual([drawn.bottom, drawn.top]);
  });

  test('breaks a line where it has no number', () => {
    const d = markup(
      line(drawn, [
        [0, 0],
        [1, NaN],
        [2, 1],
        [3, 1],
      ]),
    );
    expect(d.match(/M[\d.]+ [\d.]+/g)).toHaveLength(2);
  });

  test('lets bars stand on 0, also those below it', () => {
    const signed = plot({ box, id: 'p', x: { domain: [0, 2] }, y: { domain: [-1, 1] } });
    const [up, down] = bars(signed, [
      { from: 0, to: 1, value: 1 },
      { from: 1, to: 2, value: -1 },
    ]).map(markup);
    const top = (text: string): number => Number(/ y=([\d.]+)/.exec(text)?.[1]);
    expect(top(up)).toBeCloseTo(signed.top);
    expect(top(down)).toBeCloseTo(signed.y(0));
  });

  test('leaves out the points outside it', () => {
    expect(dots(drawn, [{ at: [1, 0.5] }, { at: [9, 0.5] }, { at: [1, NaN] }])).toHaveLength(1);
  });
});

test('small multiples stand side by side, ridges reach into each other', () => {
  const small = tiles(box, 5, 120);
  expect(small.every((tile) => contains(box, tile))).toBe(true);
  expect(small.flatMap((a, i) => small.slice(i + 1).map((b) => overlaps(a, b)))).not.toContain(
    true,
  );
  expect(new Set(small.map(({ y }) => y)).size).toBe(2);
  const long = ridges(box, 4);
  expect(long.every((ridge) => contains(box, ridge))).toBe(true);
  expect(overlaps(long[0], long[1])).toBe(true);
});

test('a histogram counts both ends and has the area 1', () => {
  const bins = binned([0, 0.5, 1, 2, 2, 9], [0, 2], 4);
  expect(bins.map(({ count }) => count)).toEqual([1, 1, 1, 2]);
  const all = binned([0, 0.5, 1, 2], [0, 2], 4);
  expect(all.reduce((sum, { density }) => sum + density * 0.5, 0)).toBeCloseTo(1);
});

test('a long label at the corner keeps clear of the label of the other axis', () => {
  const [wide, narrow] = [
    [-2e6, 4e6],
    [0, 4],
  ].map(([low, high]) =>
    plot({ box, id: 'p', x: { domain: [low, high] }, y: { domain: [0, 9e12] } }),
  );
  const baselines = ({ axes }: typeof wide): number[] =>
    [...markup([axes]).matchAll(/y="?([\d.]+)"?\s+text-anchor="?middle/g)].map(([, y]) =>
      Number(y),
    );
  expect(new Set(baselines(narrow))).toEqual(new Set([narrow.bottom + 18]));
  expect(new Set(baselines(wide))).toEqual(new Set([wide.bottom + 22]));
});
