import { allKernels } from '../../src/compute/find-kernel';
import { openCeilings, type Rates } from './ceilings';
import { choices } from './choices';
import { firstCalls } from './first-calls';
import { once } from './inputs';
import { learn } from './learning/learning';
import { measure } from './measure';
import { openOurs } from './ours';
import * as ort from './peers/ort';
import * as tfjs from './peers/tfjs';
import { attentionMemory, scalingOf } from './scaling';
import type { Workload } from './workload';

const modules = import.meta.glob<readonly Workload[]>('./workloads/*.ts', {
  import: 'default',
  eager: true,
});
const workloads = Object.values(modules).flat();

const kernels = await allKernels();

function workloadOf(name: string): Workload {
  const found = workloads.find((workload) => workload.name === name);
  if (!found) throw new Error(`there is no workload ${name}`);
  return found;
}

const ours = await openOurs();

const ceilings = once(() => openCeilings(ours.gpu.gpu!));

/** What tools/bench.mjs calls, one piece at a time, so that it can save each. */
const bench = {
  workloads: workloads.map(({ name, sizes }) => ({ name, scales: sizes.length > 0 })),
  adapter: ours.gpu.name,
  kind: ours.gpu.adapter,
  isolated: crossOriginIsolated,
  /** Our Workers, and the threads of the peers' WebAssembly, once they have run. */
  threads: async () => ({
    ours: ours.threads(),
    tfjs: await tfjs.threads(),
    ort: await ort.threads(),
  }),
  measure: async (name: string, options: { readonly rounds: number; readonly only?: string }) =>
    measure(workloadOf(name), ours, await ceilings(), options),
  async ceilings(rounds: number) {
    const { about, measure } = await ceilings();
    const rates: Rates[] = [];
    for (let round = 0; round < rounds; round += 1) rates.push(await measure());
    return { about, rates };
  },
  learn: (options: { readonly rounds: number; readonly only?: string }) => learn(ours, options),
  firstCalls: () => firstCalls(kernels, ours.gpu),
  scaling: (name: string) => scalingOf(workloadOf(name), ours),
  attentionMemory: () => attentionMemory(ours),
  choices: () => choices(kernels, ours.gpu),
};

export type Bench = typeof bench;
declare global {
  interface Window {
    bench: Bench;
  }
}
window.bench = bench;
