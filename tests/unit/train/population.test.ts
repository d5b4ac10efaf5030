import { describe, expect, test } from 'vitest';
import { CpuCompute } from '../../../src/compute/cpu';
import { findKernel } from '../../../src/compute/find-kernel';
import { Twins } from '../../../src/compute/twins';
import { LocalPort } from '../../../src/compute/worker-port';
import { dataOf } from '../../../src/train/data';
import { fatesInWords, type Fate } from '../../../src/train/fates';
import { Population } from '../../../src/train/population';
import { Run } from '../../../src/train/run';
import { defaults } from '../../../src/train/settings';
import { membersOf, populationKey } from '../../../src/train/variation';

const port = (): LocalPort => new LocalPort(findKernel);
const compute = () => CpuCompute.open(port(), new Twins(port));

test('a network of a population, opened, is the network that was trained there', async () => {
  const settings = { ...defaults, data: 'xor' as const };
  const population = await Population.open(compute(), settings, dataOf(settings), 6);
  await population.advance(120);
  const fates = await population.fates();
  for (const network of [0, 5]) {
    const run = await Run.open(compute(), { ...settings, network }, dataOf(settings));
    await run.goTo(120);
    const { score } = await run.look();
    expect({ loss: score.test, right: score.right }).toEqual({
      loss: fates[network].loss,
      right: fates[network].right,
    });
  }
  expect(new Set(fates.map(({ loss }) => loss)).size).toBe(6);
});

test('networks that differ in learning rate or scale are those that are trained alone', async () => {
  for (const vary of ['lr', 'scale'] as const) {
    const settings = { ...defaults, data: 'xor' as const, optimizer: 'adam' as const, vary };
    const population = await Population.open(compute(), settings, dataOf(settings), 5);
    await population.advance(60);
    const fates = await population.fates();
    expect(fates.map(({ member }) => member[vary])).toEqual([0.001, 0.01, 0.1, 1, 10]);
    for (const { member, loss, right } of fates) {
      const run = await Run.open(compute(), { ...settings, ...member }, dataOf(settings));
      await run.goTo(60);
      const { score } = await run.look();
      expect({ loss: score.test, right: score.right }).toEqual({ loss, right });
    }
    expect(new Set(fates.map(({ loss }) => loss)).size).toBe(5);
  }
});

test('where numbers end, it is said after which step, as of a network alone', async () => {
  // Weights that are drawn over 0 each time, and farther: |1 − lr·l2| > 1 for a rate above 2.
  const settings = { ...defaults, vary: 'lr' as const, from: 0.1, to: 10, l2: 1 };
  const split = dataOf(settings);
  const population = await Population.open(compute(), settings, split, 5);
  for (let chunk = 0; chunk < 8; chunk += 1) expect(await population.advance(20)).toBe(true);
  const fates = await population.fates();
  expect(fates.map(({ ended }) => ended !== undefined)).toEqual([false, false, false, true, true]);
  for (const { member, ended } of fates) {
    const run = await Run.open(compute(), { ...settings, ...member }, split);
    await run.goTo(160);
    expect(run.broken?.step).toBe(ended);
  }
  const all = { ...settings, from: 5 };
  const lost = await Population.open(compute(), all, split, 3);
  expect(await lost.advance(160)).toBe(false);
  const steps = (await lost.fates()).map(({ ended }) => ended);
  expect(steps.every((step) => step !== undefined && step < 160)).toBe(true);
  expect(Math.max(...steps.map(Number))).toBe(lost.step);
});

describe('fates in a sentence', () => {
  const fate = (lr: number, loss: number, right: number, ended?: number): Fate => ({
    member: { network: 0, lr, scale: 1 },
    ...{ loss, begun: 1.05, right, ended },
  });

  test('are counted', () => {
    const words = fatesInWords([fate(0.1, 0.02, 0.99), fate(0.1, 1.1, 0.5)], 300, defaults);
    expect(words).toContain('After 300 steps 1 of 2 networks');
    expect(words).toContain('from 0.020 to 1.100');
    expect(words).not.toContain('ended');
  });

  test('name the learning rates that learn, the best, and the first that diverges', () => {
    const fates = [
      fate(0.01, 0.9, 0.6),
      fate(0.1, 0.2, 0.96),
      fate(0.5, 0.02, 1),
      fate(1, 0.03, 0.97),
      fate(2, 1.2, 0.5),
      fate(10, NaN, 0, 12),
    ];
    const words = fatesInWords(fates, 500, { vary: 'lr' });
    expect(words).toContain('3 of 6 networks');
    expect(words).toContain('all with learning rates from 0.1 to 1.');
    expect(words).toContain('The lowest loss, 0.020, comes with 0.5.');
    expect(words).toContain('diverges, 2, has a higher loss than it began with.');
    expect(fatesInWords(fates.slice(2, 3).concat(fates[5]), 500, { vary: 'lr' })).toContain(
      'diverges, 10, ends after step 12, in numbers too large to hold.',
    );
    expect(fatesInWords([fates[5]], 500, { vary: 'lr' })).toContain('0 of 1 networks');
    expect(fatesInWords(fates.slice(4), 500, { vary: 'weights' })).toContain(
      'The numbers of one network ended.',
    );
    expect(fatesInWords([fates[5]], 500, { vary: 'weights' })).toContain('of all of them ended.');
  });
});

describe('the networks of a population', () => {
  test('lie evenly on a logarithmic axis, and differ in one setting', () => {
    const settings = { ...defaults, vary: 'scale' as const, from: 0.01, to: 1, network: 3 };
    expect(membersOf(settings, 3)).toEqual(
      [0.01, 0.1, 1].map((scale) => ({ network: 3, lr: 0.1, scale })),
    );
    expect(membersOf(defaults, 2).map(({ network }) => network)).toEqual([0, 1]);
  });

  test('are the same whichever of them is open', () => {
    const settings = { ...defaults, vary: 'lr' as const };
    const key = populationKey(settings);
    expect(populationKey({ ...settings, lr: 3, edits: [[0, 0, 0, 0, 1]], steps: '100' })).toBe(key);
    expect(populationKey({ ...settings, network: 1 })).not.toBe(key);
    expect(populationKey({ ...settings, to: 1 })).not.toBe(key);
    expect(populationKey({ ...defaults, to: 1 })).toBe(populationKey(defaults));
    expect(populationKey(defaults)).not.toBe(key);
  });
});
