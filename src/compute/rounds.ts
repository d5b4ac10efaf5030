import { readyCall } from './executor';
import { cpuForms } from './forms';
import type { Call, Kernel } from './kernel';
import type { Numbers, TypedArray } from './numbers';
import { rowsOf, type Range } from './part';
import type { Turn } from './plan';
import type { Residents } from './residents';
import { type Movable } from './residents';

/** A call of a plan on the CPU: what runs it, and what it is handed every time. */
export interface ReadyCall extends Movable {
  readonly call: Movable['call'] & { readonly knobs: Record<string, number> };
}

/** Makes a call that was checked ready to be run many times, without a wait and without an allocation. */
export async function readyToRun(kernel: Kernel, call: Call<Numbers>): Promise<ReadyCall> {
  const ready = readyCall(kernel, call);
  const [form] = cpuForms(kernel);
  return {
    kernel,
    compiled: form.name === 'relaxed' || form.name === 'simd',
    run: await form.ready(),
    call: { ...ready, knobs: { ...ready.knobs }, buffers: { ...ready.buffers } },
  };
}

/** Of a plan what one block runs, and what it has copies of while it does. */
export interface ReadyBlock {
  readonly calls: readonly ReadyCall[];
  readonly copies: readonly Copy[];
  readonly residents: Residents;
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
  { calls, copies, residents }: ReadyBlock,
  { rounds, turns }: { readonly rounds: number; readonly turns: readonly Turn[] },
): void {
  const turning = turns.map(({ call: index, knob, values }) => {
    const { kernel, call } = calls[index];
    const held = kernel.knobs?.[knob].type === 'f32' ? values.map(Math.fround) : values;
    return { knobs: call.knobs, knob, held };
  });
  for (const { data, range, copy } of copies)
    for (const [apart, packed] of rowsOf(data, range, copy)) packed.set(apart);
  residents.moveIn();
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const { knobs, knob, held } of turning) knobs[knob] = held[round];
      for (const call of calls) residents.run(call);
    }
  } finally {
    residents.moveOut();
  }
  for (const { data, range, copy } of copies)
    for (const [apart, packed] of rowsOf(data, range, copy)) apart.set(packed);
}
