import type { CpuCall } from '../../../src/compute/kernel';
import { PLANES } from './optimizer';
import { BLOCK, GROUP, POINTS, runSettings, swarmModule } from './swarm-module';

interface Instance {
  readonly run: (bytes: number, steps: number, ...settings: number[]) => void;
  readonly memory: Float32Array;
}

/** Modules kept for formulas that come again: each has a memory of 64 KiB. */
const MOST_KEPT = 16;
const kept = new Map<string, Instance>();

function instanceFor(optimizer: number, { formula }: CpuCall['batches'][string]): Instance {
  const key = `${optimizer} ${JSON.stringify(formula)}`;
  const known = kept.get(key);
  if (known) return known;
  const module = new WebAssembly.Module(swarmModule(optimizer, formula));
  const { exports } = new WebAssembly.Instance(module, { Math: functionsOfMath });
  const instance = {
    run: exports.run as Instance['run'],
    memory: new Float32Array((exports.memory as WebAssembly.Memory).buffer),
  };
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT) kept.delete(oldest);
  kept.set(key, instance);
  return instance;
}

const { sin, cos, tan, tanh, exp, log, pow } = Math;
const functionsOfMath = { sin, cos, tan, tanh, exp, log, pow };

/** The fast form of the kernel swarm: its formula as WebAssembly SIMD, walkers block by block. */
export function descendInVectors({
  dimensions: { walkers },
  knobs,
  batches,
  buffers,
}: CpuCall): void {
  const { run, memory } = instanceFor(knobs.optimizer, batches.surface);
  const state = buffers.state as Float32Array;
  const { next, points } = buffers;
  const settings = runSettings.map((name) => knobs[name]);
  for (let start = 0; start < walkers; start += BLOCK) {
    const size = Math.min(BLOCK, walkers - start);
    for (let k = 0; k < PLANES; k += 1) {
      const from = k * walkers + start;
      memory.set(state.subarray(from, from + size), k * BLOCK);
    }
    // Whole groups: what stands behind the last walker is stepped along and left there.
    run(4 * GROUP * Math.ceil(size / GROUP), knobs.steps, ...settings);
    for (let k = 0; k < PLANES; k += 1) {
      next.set(memory.subarray(k * BLOCK, k * BLOCK + size), k * walkers + start);
    }
    points.set(memory.subarray(POINTS / 4, POINTS / 4 + 4 * size), 4 * start);
  }
}
