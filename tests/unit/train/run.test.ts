import { describe, expect, test } from 'vitest';
import { CpuCompute } from '../../../src/compute/cpu';
import { findKernel } from '../../../src/compute/find-kernel';
import { Twins } from '../../../src/compute/twins';
import { LocalPort } from '../../../src/compute/worker-port';
import { nextKept } from '../../../src/train/curve';
import { dataOf } from '../../../src/train/data';
import { rowsOf } from '../../../src/train/edits';
import { features } from '../../../src/train/features';
import { GRID, gridPoints } from '../../../src/train/lens';
import { outputsAt } from '../../../src/train/network';
import { Run } from '../../../src/train/run';
import { defaults, type Settings } from '../../../src/train/settings';

const port = (): LocalPort => new LocalPort(findKernel);

function opened(changes: Partial<Settings> = {}): Promise<Run> {
  const settings = { ...defaults, ...changes };
  return Run.open(CpuCompute.open(port(), new Twins(port)), settings, dataOf(settings));
}

describe('a run', () => {
  test('learns the circle', async () => {
    const run = await opened();
    const before = (await run.look()).score;
    await run.goTo(1500);
    const { score } = await run.look();
    expect(before.test).toBeGreaterThan(0.5);
    expect(score.test).toBeLessThan(0.2);
    expect(score.right).toBeGreaterThan(0.95);
  });

  test('steps back to the same numbers, its curve too', async () => {
    const run = await opened();
    await run.goTo(150);
    const [look, curve] = [await run.look(), [...run.curve]];
    await run.goTo(400);
    await run.goTo(150);
    expect(await run.look()).toEqual(look);
    expect(run.curve).toEqual(curve);
  });

  test('goes the same way in one piece and in many', async () => {
    const [whole, pieces] = [await opened(), await opened()];
    await whole.goTo(203);
    for (let step = 7; step <= 203; step += 7) await pieces.goTo(step);
    expect(await pieces.look()).toEqual(await whole.look());
    expect(pieces.curve).toEqual(whole.curve);
  });

  test('a weight set by hand is set again on the way back, and from a link', async () => {
    const run = await opened();
    await run.goTo(100);
    const edits = await run.set({ layer: 0, from: 1, to: 2, value: 5 });
    const [set, curve] = [await run.look(), [...run.curve]];
    expect(set.weights[0][1 * 4 + 2]).toBe(5);
    await run.goTo(300);
    const later = await run.look();
    await run.goTo(100);
    expect(await run.look()).toEqual(set);
    await run.goTo(90);
    await run.goTo(300);
    expect(await run.look()).toEqual(later);
    const linked = await opened({ edits: rowsOf(edits) });
    await linked.goTo(100);
    expect(linked.curve).toEqual(curve);
    await linked.goTo(300);
    expect(await linked.look()).toEqual(later);
  });

  test('shows what each unit sees: the grid as float64 has it', async () => {
    const inputs = ['x1', 'x2x2', 'sinx2'] as const;
    const run = await opened({ inputs: [...inputs], hidden: [3, 2], activation: 'sigmoid' });
    await run.goTo(20);
    const { weights, fields } = await run.look();
    const points = gridPoints();
    for (const cell of [0, GRID - 1, 1234, GRID * GRID - 1]) {
      const given = inputs.map((name) => features[name].of(...points[cell]));
      const [, first, second, [output]] = outputsAt(given, weights, 'sigmoid');
      first.forEach((y, unit) => expect(fields[0][cell * 3 + unit]).toBeCloseTo(y, 5));
      second.forEach((y, unit) => expect(fields[1][cell * 2 + unit]).toBeCloseTo(y, 5));
      expect(fields[2][cell]).toBeCloseTo(output, 5);
    }
  });

  test('a network without hidden layers trains, with penalties and every other rule', async () => {
    for (const optimizer of ['momentum', 'nesterov', 'rmsprop', 'adam'] as const) {
      const run = await opened({ data: 'gaussians', hidden: [], optimizer, lr: 0.01, l1: 0.001 });
      await run.goTo(200);
      expect((await run.look()).score.right, optimizer).toBeGreaterThan(0.95);
    }
  });

  test('a rate that is too high ends the run with its step named', async () => {
    const run = await opened({ lr: 10, l2: 1 });
    await run.goTo(2000);
    expect(run.broken?.step).toBe(run.step);
    expect(run.step).toBeLessThan(2000);
    expect(run.curve.every(({ test }) => Number.isFinite(test))).toBe(true);
    await run.goTo(3);
    expect(run.broken).toBeUndefined();
    expect(run.step).toBe(3);
  });
});

test('scores are kept at every step at first, then at 16 for every doubling', () => {
  let [step, count] = [0, 0];
  while (step < 2 ** 14) [step, count] = [nextKept(step), count + 1];
  expect(step).toBe(2 ** 14);
  expect(nextKept(5)).toBe(6);
  expect(count).toBe(16 + 16 * 10);
});
