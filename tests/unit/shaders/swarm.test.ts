import { afterEach, describe, expect, test, vi } from 'vitest';
import { optimizerIndex } from '../../../shaders/optimiser/lib/optimizer';
import { BLOCK } from '../../../shaders/optimiser/lib/swarm-module';
import swarm from '../../../shaders/optimiser/swarm';
import { execute, executeTwin } from '../../../src/compute/executor';
import { parseFormula } from '../../../src/math/formula-parse';
import { Random } from '../../../src/math/random';
import { disagreement } from '../../kernels/trial';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** What the twin and the fast form disagree on; some walkers start where the slope throws them out. */
async function compare(optimizer: number, walkers: number, text: string, steps: number) {
  const random = new Random(7 * optimizer + steps);
  const state = Float32Array.from({ length: 6 * walkers }, () => 0.25 + 2 * random.uniform());
  for (let i = 0; i < walkers; i += 5) state[i] = 9000;
  const knobs = {
    ...{ optimizer, steps, lr: 0.01, momentum: 0.9, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
    ...{ correction1: 0.1, correction2: 0.001 },
  };
  const call = {
    dimensions: { walkers },
    knobs,
    slots: { surface: parseFormula(text, ['x', 'y']) },
  };
  const next = new Float32Array(6 * walkers);
  const points = new Float32Array(4 * walkers).fill(77);
  await execute(swarm, { ...call, buffers: { state, next, points } });
  const twin = executeTwin(swarm, { ...call, buffers: { state } });
  return { said: disagreement(swarm, { next, points }, twin), points };
}

describe.each([
  ['in WebAssembly', false],
  ['where there is none', true],
])('walkers %s', (_, without) => {
  test.each(Object.entries(optimizerIndex))(
    'take the steps of %s, over several blocks and a part of one',
    async (_name, optimizer) => {
      if (without) vi.stubGlobal('WebAssembly', undefined);
      const surface = 'x^2/2 + 2*y^2 + sin(x) + exp(-y^2)';
      const { said } = await compare(optimizer, 2 * BLOCK + 3, surface, 3);
      expect(said).toBeUndefined();
    },
  );

  test('stay where they were when a step would carry them away', async () => {
    if (without) vi.stubGlobal('WebAssembly', undefined);
    const { said, points } = await compare(optimizerIndex.sgd, 11, 'x^3*y^2', 2);
    expect(said).toBeUndefined();
    expect([points[3], points[7]]).toEqual([1, 0]);
  });
});

test('a surface that has no slope leaves velocities to run out', async () => {
  const { said } = await compare(optimizerIndex.momentum, 6, '3', 4);
  expect(said).toBeUndefined();
});

test('a height past its bound leaves the position as it is', async () => {
  const next = new Float32Array(6);
  const points = new Float32Array(4);
  const rates = { lr: 0.01, momentum: 0.9, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
  await execute(swarm, {
    dimensions: { walkers: 1 },
    knobs: { ...rates, optimizer: optimizerIndex.sgd, steps: 0, correction1: 0, correction2: 0 },
    slots: { surface: parseFormula('x', ['x', 'y']) },
    buffers: { state: Float32Array.of(2e30, 1, 0, 0, 0, 0), next, points },
  });
  expect(points).toEqual(Float32Array.of(2e30, 1, 1e30, 0));
  expect(next[0]).toBe(Math.fround(2e30));
});
