import { afterAll, describe, expect, test } from 'vitest';
import { binErrors } from '../../../scenes/12-advanced/12.1-online-softmax/error-bars';
import {
  againstFloat64,
  readTrees,
} from '../../../scenes/12-advanced/12.1-online-softmax/against-float64';
import { layoutOf, rows } from '../../../scenes/12-advanced/12.1-online-softmax/layout';
import { stream, type Givens } from '../../../scenes/12-advanced/12.1-online-softmax/model';
import type { Frame } from '../../../src/stage/picture';
import { motion, terms } from '../../../scenes/12-advanced/12.1-online-softmax/motion';
import { fate } from '../../../scenes/12-advanced/12.1-online-softmax/naive';
import { nodeBeside } from '../../../scenes/12-advanced/12.1-online-softmax/node-pointer';
import {
  drawScores,
  streamNaively,
  streamOnline,
} from '../../../scenes/12-advanced/12.1-online-softmax/streaming';
import {
  memory,
  ticksOf,
  tilesDone,
  walkOf,
} from '../../../scenes/12-advanced/12.1-online-softmax/tile-walk';
import { solution } from '../../../scenes/12-advanced/12.1-online-softmax/solution';
import { Unfolding } from '../../../src/solution/unfolding';
import { contains, overlaps } from '../../../src/stage/kit/box';
import { CpuCompute } from '../../../src/compute/cpu';
import { findKernel } from '../../../src/compute/find-kernel';
import { Twins } from '../../../src/compute/twins';
import { LocalPort } from '../../../src/compute/worker-port';
import { Random } from '../../../src/math/random';

/** Registers straight from their definitions, over everything read after each block. */
function byDefinition(scores: readonly number[], values: readonly number[], block: number) {
  const ends = scores.map((_, i) => i + 1).filter((n) => n % block === 0 || n === scores.length);
  return ends.map((end) => {
    const read = scores.slice(0, end);
    const m = Math.max(...read);
    const l = read.reduce((sum, s) => sum + Math.exp(s - m), 0);
    const o = read.reduce((sum, s, i) => sum + Math.exp(s - m) * values[i], 0);
    return { m, l, o };
  });
}

describe('the registers', () => {
  const random = new Random(121);

  test('are what their definitions say, for any scores and any block', () => {
    for (let round = 0; round < 300; round += 1) {
      const count = random.integer(1, 8);
      const scores = Array.from({ length: count }, () => random.grid(-1000, 1000, 0.5));
      const values = Array.from({ length: count }, () => random.grid(-50, 50, 0.25));
      const block = random.integer(1, 8);
      const model = stream({ scores, values, block });
      const wanted = byDefinition(scores, values, block);
      expect(model.m).toEqual(wanted.map(({ m }) => m));
      wanted.forEach(({ l, o }, b) => {
        expect(model.l[b]).toBeCloseTo(l, 9);
        expect(model.o[b]).toBeCloseTo(o, 9);
      });
      expect(model.difference).toBeLessThan(1e-12 * Math.max(1, ...values.map(Math.abs)));
    }
  });

  test('do not depend on the size of the block in the end', () => {
    const [scores, values] = [
      [3, -1, 4, 1, -5, 9, 2, 6],
      [1, 2, 3, 4, 5, 6, 7, 8],
    ];
    const outs = [1, 2, 3, 8].map((block) => stream({ scores, values, block }).out);
    for (const out of outs) expect(out).toBeCloseTo(outs[0], 12);
  });

  test('never rescale once the largest score has been read', () => {
    expect(stream({ scores: [9, 1, 5, 9], values: [1, 1, 1, 1], block: 1 }).rescale).toEqual([
      0, 1, 1, 1,
    ]);
  });

  test('take one score, and one block larger than the tape', () => {
    const { m, l, o, out, blocks } = stream({ scores: [-7], values: [5], block: 8 });
    expect({ m, l, o, out }).toEqual({ m: [-7], l: [1], o: [5], out: 5 });
    expect(blocks).toEqual([[0]]);
  });
});

describe('the naive sum', () => {
  const fateOf = (scores: number[]): string => {
    const { naive } = stream({ scores, values: scores.map(() => 1), block: scores.length });
    return fate(naive[0]);
  };

  test('overflows past e to 88.7, also when only the sum does', () => {
    expect(fateOf([88.5])).toBe('fine');
    expect(fateOf([88.8])).toBe('overflow');
    expect(fateOf([88.5, 88.5])).toBe('overflow');
    expect(fateOf([1000])).toBe('overflow');
  });

  test('underflows when every term does', () => {
    expect(fateOf([-103, -1000])).toBe('fine');
    expect(fateOf([-105, -1000])).toBe('underflow');
  });

  test('has no mean left then, while the registers have', () => {
    const { naive, out } = stream({ scores: [1000, 999], values: [2, 4], block: 1 });
    expect(naive.map((each) => each.out)).toEqual([NaN, NaN]);
    expect(out).toBeCloseTo((2 + 4 / Math.E) / (1 + 1 / Math.E), 12);
  });
});

describe('the picture', () => {
  const model = stream({ scores: [1, 3, 2], values: [1, -2, 4], block: 2 });

  const steps = [...solution(model)];

  test('ends every step with bars as long as the registers', () => {
    for (const b of [0, 1]) {
      const pieces = terms(model, motion(model, new Unfolding(steps, b + 1)));
      expect(pieces.reduce((sum, { l }) => sum + l, 0)).toBeCloseTo(model.l[b], 12);
      expect(pieces.reduce((sum, { o }) => sum + o, 0)).toBeCloseTo(model.o[b], 12);
    }
    expect(terms(model, motion(model, new Unfolding(steps, 0)))).toEqual([]);
  });

  test('gives no register away before its block is read', () => {
    const halfway = motion(model, new Unfolding(steps, 1.5));
    expect(halfway.carried('o', 0)).toBe(1);
    expect(halfway.carried('m', 1)).toBe(1);
    expect(halfway.carried('o', 1)).toBe(0);
  });

  test.each([
    [860, 690, 1],
    [734, 560, 1],
    [611, 380, 4 / 3],
    [360, 640, 1],
  ])('holds its cells apart and inside, at %i × %i and unit %f', (width, height, unit) => {
    for (const count of [1, 2, 5, 8]) {
      for (const block of [1, 3, 8]) {
        const scores = Array.from({ length: count }, (_, i) => i);
        const layout = layoutOf(stream({ scores, values: scores, block }), {
          ...{ width, height },
          stage: { unit } as Frame<Givens>['stage'],
        });
        if (unit > 1) expect(layout.height).toBeLessThanOrEqual(height);
        const cells = rows.flatMap((row) => scores.map((i) => layout.score(i, row)));
        const page = { x: 0, y: 0, width, height: Math.max(height, layout.height) };
        for (const [n, cell] of cells.entries()) {
          expect(contains(page, cell)).toBe(true);
          expect(cell.height).toBeGreaterThanOrEqual(unit > 1 ? 18 : 30);
          for (const other of cells.slice(n + 1)) expect(overlaps(cell, other)).toBe(false);
        }
        for (const box of [layout.out, layout.direct, layout.bars]) {
          expect(contains(page, box)).toBe(true);
        }
      }
    }
  });
});

describe('the walk over the tiles', () => {
  test('keeps one tile and two numbers a row', () => {
    const walk = walkOf(16_777_216, 256);
    expect(walk).toMatchObject({ tokens: 4096, side: 16, across: 256, tiles: 65_536 });
    expect([memory(walk.naive), memory(walk.flash)]).toEqual(['64 MiB', '33 KiB']);
  });

  test('begins with no tile done and ends with all, however many there are', () => {
    for (const [count, tile] of [
      [1024, 16],
      [1024, 4096],
      [1_000_003, 300],
      [16_777_216, 16],
    ]) {
      const walk = walkOf(count, tile);
      expect(walk.tiles).toBeGreaterThanOrEqual(1);
      expect(tilesDone(walk, 0)).toBe(0);
      expect(tilesDone(walk, ticksOf(walk))).toBe(walk.tiles);
    }
  });
});

test('errors fall into half decades, overflow into a box of its own', () => {
  const bins = binErrors(Float64Array.of(0, 2e-9, 5e-8, 5e-8, 1, Infinity));
  expect(bins).toEqual([2, 0, 0, 2, 0, 0, 0, 0, 0, 1, 1]);
});

describe('at scale', () => {
  const port = () => new LocalPort(findKernel);
  const compute = CpuCompute.open(port(), new Twins(port));
  afterAll(() => compute.release());

  const run = async (count: number, tile: number, spread: number) => {
    const scores = await drawScores(compute, count, spread, () => undefined);
    const [online, naive] = [
      streamOnline(compute, scores, tile),
      streamNaively(compute, scores, tile),
    ];
    const trees = await readTrees(compute, online, naive);
    const errors = await againstFloat64(compute, scores, tile, trees, () => undefined);
    return { scores: await compute.read(scores), online, trees, errors };
  };

  test('the tree ends in the logarithm of the sum of all exponentials', async () => {
    const { scores, online, errors } = await run(5000, 300, 3);
    expect(online.map(({ count }) => count)).toEqual([17, 2, 1]);
    const direct = Math.log(Array.from(scores).reduce((sum, s) => sum + Math.exp(s), 0));
    expect(errors.logSum).toBeCloseTo(direct, 10);
    expect(errors.logSumError).toBeLessThan(1e-5);
    expect(errors.agreement.holds).toBe(true);
  });

  test('naive sums overflow where the scores are spread widely, and nothing else suffers', async () => {
    const { trees, errors } = await run(4096, 16, 150);
    const overflows = Array.from(trees[0].sums).filter((sum) => sum === Infinity).length;
    expect(overflows).toBeGreaterThan(100);
    expect(overflows).toBeLessThan(256);
    expect(trees.at(-1).sums[0]).toBe(Infinity);
    expect(errors.naive.filter((error) => error === Infinity).length).toBe(overflows);
    expect(Math.max(...errors.online)).toBeLessThan(1e-5);
  });

  test('a tape in several pieces is what it is in one', async () => {
    const { scores, trees } = await run(2 ** 20 + 5000, 4096, 2);
    const from = 256 * 4096;
    const tail = Array.from(scores.slice(from, from + 4096));
    expect(trees[0].m[256]).toBe(Math.max(...tail));
    expect(trees[0].m.length).toBe(258);
  });
});

describe('arrow keys over the trees', () => {
  const level = (count: number) => {
    const numbers = new Float32Array(count);
    return { m: numbers, l: numbers, sums: numbers };
  };
  const trees = [level(256), level(16), level(1)];

  test('lead down to where a node is merged, and up to what it is merged from', () => {
    expect(nodeBeside(undefined, 'ArrowDown', trees)).toEqual({
      tree: 'online',
      level: 0,
      index: 0,
    });
    const leaf = { tree: 'online', level: 0, index: 37 } as const;
    expect(nodeBeside(leaf, 'ArrowDown', trees)).toEqual({ ...leaf, level: 1, index: 2 });
    expect(nodeBeside({ ...leaf, level: 1, index: 2 }, 'ArrowUp', trees)).toEqual({
      ...leaf,
      index: 32,
    });
  });

  test('stop at both ends of a level, and go on from one tree into the other', () => {
    const last = { tree: 'online', level: 1, index: 15 } as const;
    expect(nodeBeside(last, 'ArrowRight', trees)).toEqual(last);
    expect(nodeBeside(last, 'ArrowLeft', trees)).toEqual({ ...last, index: 14 });
    const root = { tree: 'online', level: 2, index: 0 } as const;
    const naive = { tree: 'naive', level: 0, index: 0 } as const;
    expect(nodeBeside(root, 'ArrowDown', trees)).toEqual(naive);
    expect(nodeBeside(naive, 'ArrowUp', trees)).toEqual(root);
    expect(nodeBeside({ ...naive, level: 2 }, 'ArrowDown', trees)).toEqual({ ...naive, level: 2 });
  });

  test('are left to the page when they are no arrows', () => {
    expect(nodeBeside(undefined, 'Enter', trees)).toBeUndefined();
  });
});
