import type { Call, Dimensions, Kernel } from './kernel';
import type { Part, Range } from './part';
import { buffersOf, lengthOf, shapeOf, type BufferUse } from './shape';

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
  if (parts === 1) return [{ call, ranges: {} }];
  const edges = Array.from({ length: parts + 1 }, (_, i) => Math.floor((i * whole) / parts));
  const cut = buffersOf(kernel).filter(({ name }) => buffers.includes(name));
  return edges.slice(1).map((to, i) => {
    const from = edges[i];
    return {
      call: {
        ...call,
        dimensions: { ...dimensions, [along]: to - from },
        knobs: first === undefined ? knobs : { ...knobs, [first]: knobs[first] + from },
      },
      ranges: Object.fromEntries(
        cut.map((use) => [use.name, rangeOf(use, dimensions, along, from, to)]),
      ),
    };
  });
}

/** What a range of a dimension is in a buffer: the axes before it make rows. */
export function rangeOf(
  use: BufferUse,
  dimensions: Dimensions,
  along: string,
  from: number,
  to: number,
): Range {
  const shape = shapeOf(use, dimensions);
  const shorter = shapeOf(use, { ...dimensions, [along]: dimensions[along] - 1 });
  const axis = shape.findIndex((size, i) => size !== shorter[i]);
  const behind = (size: number): number => {
    if (size === 0) return 0;
    return product(shapeOf(use, { ...dimensions, [along]: size }).slice(axis));
  };
  return {
    rows: product(shape.slice(0, axis)),
    stride: product(shape.slice(axis)),
    from: behind(from),
    to: behind(to),
  };
}

const product = (sizes: readonly number[]): number => sizes.reduce((a, b) => a * b, 1);
