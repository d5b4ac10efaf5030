import { expect, test } from 'vitest';
import { CpuCompute } from '../../../src/compute/cpu';
import { findKernel } from '../../../src/compute/find-kernel';
import { Twins } from '../../../src/compute/twins';
import { LocalPort } from '../../../src/compute/worker-port';
import { dataOf } from '../../../src/train/data';
import { fatesInWords, Population } from '../../../src/train/population';
import { Run } from '../../../src/train/run';
import { defaults } from '../../../src/train/settings';

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

test('fates are counted in a sentence', () => {
  const fates = [
    { network: 0, loss: 0.02, right: 0.99 },
    { network: 1, loss: 1.1, right: 0.5 },
  ];
  const words = fatesInWords(fates, 300);
  expect(words).toContain('After 300 steps 1 of 2 networks');
  expect(words).toContain('from 0.020 to 1.100');
});
