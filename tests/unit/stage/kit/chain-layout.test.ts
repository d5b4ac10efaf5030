import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contains, overlaps } from '../../../../src/stage/kit/box';
import { layChain, type LaidChain, type LaidLine } from '../../../../src/stage/kit/chain-layout';
import { boxAround } from '../../../../src/stage/kit/grid';

const zeros = (rows: number, columns: number) =>
  Array.from({ length: rows }, () => new Array<number>(columns).fill(0));

/** Q·Kᵀ = S, then A·V = out, for n queries and m keys of width d and values of width v. */
const attention = (n: number, m: number, d: number, v: number, wanted: number): LaidChain => {
  const line = (...shapes: [number, number][]): LaidLine => ({
    blocks: shapes.map(([rows, columns]) => ({ values: zeros(rows, columns), wanted })),
    arrow: false,
    led: false,
  });
  return {
    lines: [line([n, d], [d, m], [n, m]), { ...line([n, m], [m, v], [n, v]), arrow: true }],
  };
};

const size = fc.integer({ min: 1, max: 12 });
const chains = fc
  .tuple(size, size, size, size, fc.double({ min: 20, max: 150, noNaN: true }))
  .map((shape) => attention(...shape));
const beside = fc.option(
  fc.tuple(size, size).map(([rows, columns]) => ({ values: zeros(rows, columns), wanted: 36 })),
  { nil: undefined },
);
const smallest = { width: 36, height: 30 };
const room = fc.record({
  width: fc.integer({ min: 280, max: 1600 }),
  height: fc.integer({ min: 200, max: 1000 }),
  smallest: fc.constant(smallest),
  most: fc.integer({ min: 4, max: 12 }),
});

test('matrices stand within the room, apart, with their signs between and cells no smaller', () => {
  fc.assert(
    fc.property(chains, beside, room, (chain, left, place) => {
      const layout = layChain({ ...chain, beside: left }, place);
      if (!layout) return;
      const boxes = layout.grids.map((line) => line.map((grid) => boxAround(grid)));
      const page = {
        x: 0,
        y: 0,
        width: place.width,
        height: Math.max(place.height, layout.height),
      };
      const all = [...boxes.flat(), ...(layout.beside ? [boxAround(layout.beside)] : [])];
      expect(layout.beside === undefined).toBe(left === undefined);
      all.forEach((box, n) => {
        expect(contains(page, box)).toBe(true);
        for (const other of all.slice(n + 1)) expect(overlaps(box, other)).toBe(false);
      });
      for (const line of boxes) {
        line.slice(1).forEach((box, k) => {
          const { x, width } = line[k];
          expect(box.x - x - width).toBeGreaterThanOrEqual(layout.margins.sign - 1e-9);
        });
        expect(line[0].y).toBeGreaterThanOrEqual(layout.margins.head);
      }
      for (const { cell } of layout.grids.flat()) {
        expect(cell.width).toBeGreaterThanOrEqual(cell.height);
        expect(cell.height).toBeGreaterThanOrEqual(smallest.height);
      }
    }),
  );
});

test('cells fill the room, and are wider than high where their numbers need it', () => {
  const cellOf = (wanted: number, width = 830, height = 600) =>
    layChain(attention(4, 4, 4, 4, wanted), { width, height, smallest, most: 8 })?.grids[0][0].cell;
  expect(cellOf(20)).toEqual({ width: 53, height: 53 });
  expect(cellOf(58)).toEqual({ width: 58, height: 53 });
  expect(cellOf(20, 830, 2000)?.height).toBe(54);
  expect(cellOf(20, 400)).toBeUndefined();
});

test('matrices of the same place in their lines stand below each other', () => {
  const layout = layChain(attention(2, 4, 3, 2, 40), {
    ...{ width: 900, height: 600 },
    smallest,
    most: 8,
  });
  const middles = layout?.grids.map((line) =>
    line.map((grid) => boxAround(grid)).map(({ x, width }) => Math.round(x + width / 2)),
  );
  expect(middles?.[0]).toEqual(middles?.[1]);
});
