import type { Call, Kernel } from './kernel';
import { buffersOf, lengthOf, type BufferUse } from './shape';

/** A part of a call: the call as this part has it, and which range of a buffer it works on. */
export interface Part<Buffer> {
  readonly call: Call<Buffer>;
  /** From and to, in elements; buffers that are not named here it has whole. */
  readonly ranges: Readonly<Record<string, readonly [number, number]>>;
}

/** Calls over fewer numbers than this are done sooner than they are shared out. */
const LEAST = 2 ** 16;

/** Whether a call that was checked is done sooner than it is shared out. */
export function isSmall(kernel: Kernel, { dimensions }: Call<unknown>, least = LEAST): boolean {
  const lengths = buffersOf(kernel).map((use) => lengthOf(use, dimensions));
  return lengths.reduce((sum, length) => sum + length, 0) < least;
}

/**
 * Cuts a call that was checked into at most `count` parts, which may run at once and in any order;
 * one, the whole, where the kernel cannot be cut or it would not pay.
 */
export function partsOf<Buffer>(
  kernel: Kernel,
  call: Call<Buffer>,
  count: number,
  least = LEAST,
): Part<Buffer>[] {
  const { dimensions, knobs = {} } = call;
  const division = kernel.division?.(dimensions, knobs);
  if (!division || isSmall(kernel, call, least)) return [{ call, ranges: {} }];
  const { along, buffers, first } = division;
  const whole = dimensions[along];
  const parts = Math.min(count, whole);
  const edges = Array.from({ length: parts + 1 }, (_, i) => Math.floor((i * whole) / parts));
  const cut = buffersOf(kernel).filter(({ name }) => buffers.includes(name));
  return edges.slice(1).map((to, i) => {
    const from = edges[i];
    const end = (use: BufferUse, at: number): number =>
      at === 0 ? 0 : lengthOf(use, { ...dimensions, [along]: at });
    return {
      call: {
        ...call,
        dimensions: { ...dimensions, [along]: to - from },
        knobs: first === undefined ? knobs : { ...knobs, [first]: knobs[first] + from },
      },
      ranges: Object.fromEntries(cut.map((use) => [use.name, [end(use, from), end(use, to)]])),
    };
  });
}
