import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CpuCompute } from '../../../src/compute/cpu';
import { findKernel } from '../../../src/compute/find-kernel';
import { Twins } from '../../../src/compute/twins';
import { LocalPort } from '../../../src/compute/worker-port';
import { readWeights } from '../../../src/learn/shipped';
import type { Reached, Recipe } from '../../../src/learn/recipes/recipe';

const files = import.meta.glob<Recipe>(
  ['/src/learn/recipes/*.ts', '!/src/learn/recipes/recipe.ts'],
  { import: 'default', eager: true },
);

const port = (): LocalPort => new LocalPort(findKernel);

/** Weights as they are shipped are measured again, and hold what they are shipped for. */
test.each(Object.values(files))(
  'the weights of $name reach what stands beside them',
  async (recipe) => {
    const file = `public/trained/${recipe.name}`;
    const { reached, steps, seed } = JSON.parse(readFileSync(`${file}.json`, 'utf8')) as {
      reached: Reached;
      steps: number;
      seed: number;
    };
    expect({ steps, seed }).toEqual({ steps: recipe.steps, seed: recipe.seed });
    const bytes = readFileSync(`${file}.bin`);
    const weights = readWeights(Uint8Array.from(bytes), recipe.half);
    const measured = await recipe.measure(CpuCompute.open(port(), new Twins(port)), weights);
    expect(recipe.missing(measured)).toBeUndefined();
    expect(Object.keys(measured)).toEqual(Object.keys(reached));
    for (const [name, value] of Object.entries(measured)) {
      expect(Math.abs(value - reached[name]), name).toBeLessThan(1e-3 * Math.abs(value));
    }
  },
);

test('long short-term memory reads the prose better than plain recurrent units do', () => {
  const [lstm, rnn] = ['lstm', 'rnn'].map((cell) => {
    const { reached } = JSON.parse(readFileSync(`public/trained/char-${cell}.json`, 'utf8')) as {
      reached: Reached;
    };
    return reached['bits per character'];
  });
  expect(lstm).toBeLessThan(rnn);
});
