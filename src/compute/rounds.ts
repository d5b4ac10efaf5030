import { readyCall } from './executor';
import { cpuForms, type Run } from './forms';
import type { Call, CpuCall, Kernel } from './kernel';
import type { Numbers } from './numbers';
import type { Turn } from './plan';

/** A call of a plan on the CPU: what runs it, and what it is handed every time. */
export interface ReadyCall {
  readonly run: Run;
  readonly kernel: Kernel;
  readonly call: CpuCall & { readonly knobs: Record<string, number> };
}

/** Makes a call that was checked ready to be run many times, without a wait and without an allocation. */
export async function readyToRun(kernel: Kernel, call: Call<Numbers>): Promise<ReadyCall> {
  const ready = readyCall(kernel, call);
  return {
    kernel,
    run: await cpuForms(kernel)[0].ready(),
    call: { ...ready, knobs: { ...ready.knobs } },
  };
}

/** Runs all calls in order, so many times. */
export function runRounds(
  calls: readonly ReadyCall[],
  { rounds, turns }: { readonly rounds: number; readonly turns: readonly Turn[] },
): undefined {
  for (let round = 0; round < rounds; round += 1) {
    for (const { call: index, knob, values } of turns) {
      const { kernel, call } = calls[index];
      const value = values[round];
      call.knobs[knob] = kernel.knobs?.[knob].type === 'f32' ? Math.fround(value) : value;
    }
    for (const { run, call } of calls) run(call);
  }
}
