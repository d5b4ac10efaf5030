import { readyCall } from './executor';
import { cpuForms, type Run } from './forms';
import type { Call, CpuCall, Kernel } from './kernel';
import type { Numbers, TypedArray } from './numbers';
import { rowsOf, type Range } from './part';
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

/** Of a plan what one block runs, and what it has copies of while it does. */
export interface ReadyBlock {
  readonly calls: readonly ReadyCall[];
  readonly copies: readonly Copy[];
}

/** A range that does not lie in one piece. */
interface Copy {
  readonly data: TypedArray;
  readonly range: Range;
  readonly copy: TypedArray;
}

/** A range of a tensor: where it lies, or, where it lies in pieces, a copy that is noted in `copies`. */
export function rangeIn(data: TypedArray, range: Range, copies: Copy[]): TypedArray {
  const { rows, from, to } = range;
  if (rows === 1) return data.subarray(from, to);
  const copy = data.slice(0, rows * (to - from));
  copies.push({ data, range, copy });
  return copy;
}

/** Runs all calls in order, so many times. */
export function runRounds(
  { calls, copies }: ReadyBlock,
  { rounds, turns }: { readonly rounds: number; readonly turns: readonly Turn[] },
): void {
  for (const { data, range, copy } of copies)
    for (const [apart, packed] of rowsOf(data, range, copy)) packed.set(apart);
  for (let round = 0; round < rounds; round += 1) {
    for (const { call: index, knob, values } of turns) {
      const { kernel, call } = calls[index];
      const value = values[round];
      call.knobs[knob] = kernel.knobs?.[knob].type === 'f32' ? Math.fround(value) : value;
    }
    for (const { run, call } of calls) run(call);
  }
  for (const { data, range, copy } of copies)
    for (const [apart, packed] of rowsOf(data, range, copy)) apart.set(packed);
}
