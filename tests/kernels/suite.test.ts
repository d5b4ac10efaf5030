import { afterAll, describe, expect, test } from 'vitest';
import { chooseVariant } from '../../src/compute/choose';
import { openCompute } from '../../src/compute/open';
import { KernelError, type Kernel } from '../../src/compute/kernel';
import { buffersOf } from '../../src/compute/shape';
import { Random } from '../../src/math/random';
import { drawKnob, drawsFor, feasible } from './draw';
import { disagreement, runCpu, runGpu, runTwin, trialFor, type Outputs, type Trial } from './trial';

const modules = import.meta.glob<Kernel>('/shaders/*.ts', { import: 'default', eager: true });
const kernels = Object.entries(modules);

const { compute } = await openCompute('gpu');
afterAll(() => compute.close());

/** The GPU variants that can run on the adapter of this browser. */
function variantsHere(kernel: Kernel): string[] {
  const here = { adapter: compute.adapter, features: compute.gpu!.features };
  return Object.keys(kernel.variants).filter((name) => {
    try {
      return chooseVariant(kernel, here, name);
    } catch (error) {
      if (error instanceof KernelError) return false;
      throw error;
    }
  });
}

const changed = (a: Outputs, b: Outputs): boolean =>
  Object.keys(a).some((name) => a[name].some((value, i) => !Object.is(value, b[name][i])));

/** Everything that runs for a reader, against the twin. */
async function expectAgreement(kernel: Kernel, trial: Trial, twin: Outputs): Promise<void> {
  const at = JSON.stringify({ ...trial.dimensions, ...trial.knobs });
  expect(disagreement(kernel, runCpu(kernel, trial), twin), `the CPU form, ${at}`).toBeUndefined();
  for (const variant of variantsHere(kernel)) {
    const outputs = await runGpu(compute, kernel, trial, variant);
    expect(disagreement(kernel, outputs, twin), `variant ${variant}, ${at}`).toBeUndefined();
  }
}

test('this browser computes on a GPU', () => {
  expect(compute.device).toBe('gpu');
});

describe.each(kernels)('%s', (file, kernel) => {
  const random = new Random(file.length);
  const draws = drawsFor(kernel, random);

  test('is named after its files, and has a variant that runs everywhere', () => {
    expect(`/shaders/${kernel.name}.ts`).toBe(file);
    expect(variantsHere(kernel)).not.toEqual([]);
    const plain = { adapter: 'software', features: new Set<string>() } as const;
    expect(() => chooseVariant(kernel, plain)).not.toThrow();
  });

  test('agrees with its twin at every pair of sizes', async () => {
    expect(draws.length).toBeGreaterThan(0);
    for (const draw of draws) {
      const trial = trialFor(kernel, draw, random);
      await expectAgreement(kernel, trial, runTwin(kernel, trial));
    }
  });

  for (const edge of kernel.edges ?? []) {
    test(edge.title, async () => {
      const draw = { dimensions: edge.dimensions, knobs: edge.knobs ?? {} };
      const trial = trialFor(kernel, draw, random, edge.buffers);
      const twin = runTwin(kernel, trial);
      await expectAgreement(kernel, trial, twin);
      for (const [name, expected] of Object.entries(edge.expected ?? {})) {
        const wanted = { [name]: Float64Array.from(expected) };
        expect(disagreement(kernel, twin, wanted)).toBeUndefined();
      }
    });
  }

  for (const name of Object.keys(kernel.knobs ?? {})) {
    test(`depends on its knob ${name}`, () => {
      const matters = draws.some((draw, i) => {
        const trial = trialFor(kernel, draw, random);
        const before = runTwin(kernel, trial);
        return [1, 2, 3 + i].some((turn) => {
          const knobs = {
            ...draw.knobs,
            [name]: drawKnob(kernel, name, draw.dimensions, turn, random),
          };
          if (!feasible(kernel, { ...draw, knobs })) return false;
          return changed(before, runTwin(kernel, { ...trial, knobs }));
        });
      });
      expect(matters).toBe(true);
    });
  }

  test('refuses a buffer of the wrong length, before anything runs', () => {
    const trial = trialFor(kernel, draws[0], random);
    for (const { name } of buffersOf(kernel)) {
      const scope = compute.scope();
      const buffers = Object.fromEntries(
        Object.entries(trial.buffers).map(([each, data]) => [
          each,
          each === name ? scope.zeros(data.length + 1) : scope.upload(data),
        ]),
      );
      expect(() => scope.run(kernel, { ...trial, buffers })).toThrow(KernelError);
      scope.release();
    }
  });
});
