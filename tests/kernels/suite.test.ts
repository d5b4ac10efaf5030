import { afterAll, describe, expect, test } from 'vitest';
import { variantsFor } from '../../src/compute/choose';
import type { Compute } from '../../src/compute/compute';
import { requestDevice } from '../../src/compute/device';
import { allKernels, findKernel, kernelFiles } from '../../src/compute/find-kernel';
import { cpuForms } from '../../src/compute/forms';
import { GpuCompute } from '../../src/compute/gpu';
import { openCompute } from '../../src/compute/open';
import { KernelError, type Kernel } from '../../src/compute/kernel';
import { buffersOf } from '../../src/compute/shape';
import { Twins } from '../../src/compute/twins';
import { LocalPort } from '../../src/compute/worker-port';
import { Random } from '../../src/math/random';
import { drawKnob, drawReaching, drawsFor, feasible } from './draw';
import { disagreement, runCpu, runGpu, runTwin, trialFor, type Outputs, type Trial } from './trial';

const kernels = await allKernels();

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
const onCard = { adapter: 'hardware', features: card.gpu.features } as const;

const changed = (a: Outputs, b: Outputs): boolean =>
  Object.keys(a).some((name) => a[name].some((value, i) => !Object.is(value, b[name][i])));

/** The variants that were held to the twin, by kernel. */
const met = new Map<Kernel, Set<string>>(kernels.map((kernel) => [kernel, new Set()]));

async function expectVariant(
  on: Compute,
  kernel: Kernel,
  trial: Trial,
  variant: string,
  twin: Outputs,
): Promise<void> {
  const outputs = await runGpu(on, kernel, trial, variant);
  const at = JSON.stringify({ ...trial.dimensions, ...trial.knobs });
  expect(disagreement(kernel, outputs, twin), `variant ${variant}, ${at}`).toBeUndefined();
  met.get(kernel)!.add(variant);
}

/** Everything that runs for a reader, against the twin. */
async function expectAgreement(kernel: Kernel, trial: Trial, twin: Outputs): Promise<void> {
  const at = JSON.stringify({ ...trial.dimensions, ...trial.knobs });
  for (const form of cpuForms(kernel)) {
    const outputs = await runCpu(kernel, trial, form);
    expect(disagreement(kernel, outputs, twin), `form ${form.name}, ${at}`).toBeUndefined();
  }
  for (const variant of variantsFor(kernel, here, trial)) {
    await expectVariant(compute, kernel, trial, variant, twin);
  }
}

/** What only a graphics card would run, against the twin. */
async function expectAgreementOfTiles(kernel: Kernel, trial: Trial, twin: Outputs): Promise<void> {
  const names = variantsFor(kernel, onCard, trial);
  for (const variant of names.filter((name) => kernel.variants[name].barriers)) {
    await expectVariant(card, kernel, trial, variant, twin);
  }
}

test('this browser computes on a GPU', () => {
  expect(compute.device).toBe('gpu');
});

describe.each(kernels)('$name', (kernel) => {
  const random = new Random(kernel.name.length);
  const draws = drawsFor(kernel, random);
  const edges = (kernel.edges ?? []).map((edge) => ({
    ...edge,
    draw: { dimensions: edge.dimensions, knobs: edge.knobs ?? {} },
  }));

  test('is named after its files, and has a variant that runs everywhere', () => {
    expect(kernelFiles.get(kernel.name)).toMatch(`/${kernel.name}.ts`);
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

  for (const { title, draw, buffers, expected: outright = {} } of edges) {
    test(title, async () => {
      const trial = trialFor(kernel, draw, random, buffers);
      const twin = runTwin(kernel, trial);
      await expectAgreement(kernel, trial, twin);
      await expectAgreementOfTiles(kernel, trial, twin);
      for (const [name, expected] of Object.entries(outright)) {
        const wanted = { [name]: Float64Array.from(expected) };
        expect(disagreement(kernel, twin, wanted)).toBeUndefined();
      }
    });
  }

  test('agrees with its twin in the variants that no size above has met', async () => {
    for (const [variant, { needs, barriers }] of Object.entries(kernel.variants)) {
      if (met.get(kernel)!.has(variant) || (needs && !here.features.has(needs))) continue;
      const draw = drawReaching(kernel, [...draws, ...edges.map((edge) => edge.draw)], (each) =>
        variantsFor(kernel, onCard, each).includes(variant),
      );
      expect(draw, `sizes that variant ${variant} is made for`).toBeDefined();
      const trial = trialFor(kernel, draw!, random);
      const twin = runTwin(kernel, trial);
      await expectVariant(barriers ? card : compute, kernel, trial, variant, twin);
    }
  });

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
