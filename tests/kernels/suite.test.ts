import { afterAll, describe, expect, test } from 'vitest';
import { variantsFor } from '../../src/compute/choose';
import { requestDevice } from '../../src/compute/device';
import { findKernel } from '../../src/compute/find-kernel';
import { cpuForms } from '../../src/compute/forms';
import { GpuCompute } from '../../src/compute/gpu';
import { openCompute } from '../../src/compute/open';
import { KernelError, type Kernel } from '../../src/compute/kernel';
import { buffersOf } from '../../src/compute/shape';
import { Twins } from '../../src/compute/twins';
import { LocalPort } from '../../src/compute/worker-port';
import { Random } from '../../src/math/random';
import { drawKnob, drawsFor, feasible } from './draw';
import { disagreement, runCpu, runGpu, runTwin, trialFor, type Outputs, type Trial } from './trial';

const modules = import.meta.glob<Kernel>(['/shaders/*.ts', '!/shaders/*.wasm.ts'], {
  import: 'default',
  eager: true,
});
const kernels = Object.entries(modules);

const { compute } = await openCompute('gpu');
afterAll(() => compute.close());
const here = { adapter: compute.adapter, features: compute.gpu!.features };

/** The same device, taken for a graphics card: variants with barriers run on it, slowly. */
const found = await requestDevice();
if ('kind' in found) throw new Error(found.sentence);
const card = GpuCompute.open(
  { ...found, adapter: 'hardware' },
  new Twins(() => new LocalPort(findKernel)),
  () => performance.now(),
);
afterAll(() => card.close());

const changed = (a: Outputs, b: Outputs): boolean =>
  Object.keys(a).some((name) => a[name].some((value, i) => !Object.is(value, b[name][i])));

/** Everything that runs for a reader, against the twin. */
async function expectAgreement(kernel: Kernel, trial: Trial, twin: Outputs): Promise<void> {
  const at = JSON.stringify({ ...trial.dimensions, ...trial.knobs });
  for (const form of cpuForms(kernel)) {
    const outputs = await runCpu(kernel, trial, form);
    expect(disagreement(kernel, outputs, twin), `form ${form.name}, ${at}`).toBeUndefined();
  }
  for (const variant of variantsFor(kernel, here, trial)) {
    const outputs = await runGpu(compute, kernel, trial, variant);
    expect(disagreement(kernel, outputs, twin), `variant ${variant}, ${at}`).toBeUndefined();
  }
}

/** What only a graphics card would run, against the twin. */
async function expectAgreementOfTiles(kernel: Kernel, trial: Trial, twin: Outputs): Promise<void> {
  const names = variantsFor(kernel, { adapter: 'hardware', features: card.gpu.features }, trial);
  for (const variant of names.filter((name) => kernel.variants[name].barriers)) {
    const outputs = await runGpu(card, kernel, trial, variant);
    expect(disagreement(kernel, outputs, twin), `variant ${variant}`).toBeUndefined();
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
    const plain = { adapter: 'software', features: new Set<string>() } as const;
    for (const draw of draws) expect(variantsFor(kernel, plain, draw)).not.toEqual([]);
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
      await expectAgreementOfTiles(kernel, trial, twin);
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
