import { checkCall, checkSizes } from './check-call';
import { cpuForms, type CpuForm } from './forms';
import { KernelError, type Call, type CpuCall, type Kernel } from './kernel';
import type { ElementType, Numbers, TypedArray } from './numbers';
import { buffersOf, lengthOf } from './shape';
import { slotBatches, slotClosures } from './slots';

/** The arrays that hold each type of number. */
export const arrays = { f32: Float32Array, u32: Uint32Array, i32: Int32Array } as const;

/** An array of zeros that holds this type of number. */
export const zeros = (
  type: ElementType,
  length: number,
): Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer> =>
  new arrays[type](length);

/** The same in memory that Workers share. */
export function shared(type: ElementType, length: number): TypedArray {
  const memory: ArrayBufferLike = new SharedArrayBuffer(length * 4);
  if (type === 'u32') return new Uint32Array(memory);
  return type === 'i32' ? new Int32Array(memory) : new Float32Array(memory);
}

/** The type of number an array holds. */
export function typeOf(data: Numbers): ElementType {
  if (data instanceof Uint32Array) return 'u32';
  return data instanceof Int32Array ? 'i32' : 'f32';
}

/** Knobs as a device holds them: a float32 knob is rounded once, for every form alike. */
function held(kernel: Kernel, call: Call<unknown>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(call.knobs ?? {}).map(([name, value]) => [
      name,
      kernel.knobs?.[name].type === 'f32' ? Math.fround(value) : value,
    ]),
  );
}

/**
 * Runs a CPU form, the one that serves a reader unless said, on arrays in place. The call was
 * checked before.
 */
export async function execute(
  kernel: Kernel,
  call: Call<Numbers>,
  form: CpuForm = cpuForms(kernel)[0],
): Promise<void> {
  const run = await form.ready();
  run(readyCall(kernel, call));
}

/** A call as CPU forms are handed it. */
export function readyCall(kernel: Kernel, call: Call<Numbers>): CpuCall {
  return {
    dimensions: call.dimensions,
    knobs: held(kernel, call),
    buffers: call.buffers,
    slots: slotClosures(kernel, call.slots),
    batches: slotBatches(kernel, call.slots),
  };
}

/**
 * Runs the definition of a kernel, with float64 in place of float32. Takes the contents of what it
 * reads and updates, and returns what it updated and wrote.
 * @throws {KernelError} when the call does not fit the kernel.
 */
export function executeTwin(
  kernel: Kernel,
  call: Call<readonly number[] | Numbers>,
): Record<string, Numbers> {
  checkSizes(kernel, call);
  const uses = buffersOf(kernel);
  const buffers: Record<string, Numbers> = {};
  for (const use of uses) {
    const given = use.access === 'write' ? undefined : call.buffers[use.name];
    if (use.access !== 'write' && given === undefined) {
      throw new KernelError(`${kernel.name}: the buffer ${use.name} is missing`);
    }
    const contents = given ?? new Array<number>(lengthOf(use, call.dimensions)).fill(0);
    buffers[use.name] =
      use.type === 'f32' ? Float64Array.from(contents) : arrays[use.type].from(contents);
  }
  checkCall(kernel, { ...call, buffers }, uses, (array) => ({
    type: typeOf(array),
    length: array.length,
  }));
  kernel.cpu(readyCall(kernel, { ...call, buffers }));
  const results = uses.filter(({ access }) => access !== 'read');
  return Object.fromEntries(results.map(({ name }) => [name, buffers[name]]));
}
