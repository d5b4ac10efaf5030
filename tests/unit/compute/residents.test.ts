import { describe, expect, test } from 'vitest';
import softmax from '../../../shaders/softmax/softmax';
import { zeros } from '../../../src/compute/executor';
import { allKernels } from '../../../src/compute/find-kernel';
import { cpuForms } from '../../../src/compute/forms';
import { Residents } from '../../../src/compute/residents';
import { readyToRun, runRounds } from '../../../src/compute/rounds';
import { buffersOf } from '../../../src/compute/shape';
import { wasmMemory } from '../../../src/compute/wasm';
import { Random } from '../../../src/math/random';
import { drawsFor } from '../../kernels/draw';
import { runCpu, trialFor, type Trial } from '../../kernels/trial';

const compiled = (await allKernels()).filter(({ wasm }) => wasm);

/** The call as a plan of one round: what it updates and writes. */
async function planned(kernel: (typeof compiled)[number], trial: Trial) {
  const buffers = Object.fromEntries(
    Object.entries(trial.buffers).map(([name, data]) => [name, data.slice()]),
  );
  const calls = [await readyToRun(kernel, { ...trial, buffers })];
  runRounds({ calls, copies: [], residents: new Residents(calls) }, { rounds: 1, turns: [] });
  return buffers;
}

describe('a plan whose arrays live in the memory of WebAssembly', () => {
  test.for(compiled.map((kernel) => [kernel.name, kernel] as const))(
    'makes the same numbers: %s',
    async ([name, kernel]) => {
      const random = new Random(1, name.length);
      for (const draw of drawsFor(kernel, random).slice(0, 24)) {
        const trial = trialFor(kernel, draw, random);
        const apart = await runCpu(kernel, trial, cpuForms(kernel)[0]);
        const inPlace = await planned(kernel, trial);
        for (const use of buffersOf(kernel)) {
          expect(inPlace[use.name], `${use.name} of ${JSON.stringify(draw)}`).toEqual(
            apart[use.name],
          );
        }
      }
    },
  );

  test('makes room for a call that needs more than there is', async () => {
    const kernel = compiled.find(({ name }) => name === 'matmul')!;
    const knobs = { transposeA: 0, transposeB: 0, biased: 0, activation: 0 };
    const random = new Random(1, 0);
    const sizes = { batch: 1, rows: 9, inner: 9, columns: 9 };
    const trial = trialFor(kernel, { dimensions: sizes, knobs }, random);
    const apart = await runCpu(kernel, trial, cpuForms(kernel)[0]);
    wasmMemory().reserve(2 ** 27);
    const fresh = wasmMemory();
    expect(fresh.bytes).toBe(2 ** 16);
    expect((await planned(kernel, trial)).c).toEqual(apart.c);
    expect(wasmMemory()).toBe(fresh);
    expect(fresh.bytes).toBeGreaterThan(2 ** 16);
  });

  test('gives back what calls worked on, though one fails, and frees the memory', async () => {
    const [scores, probabilities] = [Float32Array.of(1, 1), zeros('f32', 2)];
    const buffers = { scores, probabilities };
    const first = await readyToRun(softmax, { dimensions: { rows: 1, columns: 2 }, buffers });
    const second = { ...first, run: () => expect.fail('an axle broke') };
    const calls = [first, second];
    const residents = new Residents(calls);
    const run = () => runRounds({ calls, copies: [], residents }, { rounds: 1, turns: [] });
    expect(run).toThrow('an axle broke');
    expect(probabilities).toEqual(Float32Array.of(0.5, 0.5));
    expect(first.call.buffers.probabilities).toBe(probabilities);
    expect(wasmMemory().isHome).toBe(false);
  });
});
