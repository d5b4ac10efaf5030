import type { Call, Dimensions, Kernel } from './kernel';
import type { Range } from './part';
import { rangeOf } from './division';
import { buffersOf, lengthOf, type BufferUse } from './shape';

/** A call of a plan as a Worker is told of it: the kernel by name, tensors by number. */
export interface NamedCall {
  readonly kernel: string;
  readonly call: Call<number>;
}

/** Calls that no other block of a plan waits for, round after round. */
export interface Block {
  readonly calls: readonly NamedCall[];
  /** What of a tensor the block works on; those not named it reads whole. */
  readonly ranges: Readonly<Record<number, Range>>;
}

interface Planned {
  readonly kernel: Kernel;
  readonly call: Call<number>;
}

/** How a tensor is cut: in each of its rows this many elements for every unit. */
interface Cut {
  readonly rows: number;
  readonly stride: number;
  readonly each: number;
}

/** Numbers of a block that stay in the caches from round to round. */
const BLOCK = 2 ** 16;
/** A plan over fewer numbers is done sooner than it is shared out. */
const LEAST = 2 ** 12;

/**
 * Cuts a plan into blocks that may run at once, each through all rounds: the networks of a population,
 * say, of which none knows of another. It can be cut where every call can, where all calls cut a tensor
 * alike, and where nothing is written that a block has whole; else one block has all of it.
 */
export function blocksOf(calls: readonly Planned[], workers: number): Block[] {
  const named = (call: (planned: Planned, i: number) => Call<number>): NamedCall[] =>
    calls.map((planned, i) => ({ kernel: planned.kernel.name, call: call(planned, i) }));
  const whole = [{ calls: named(({ call }) => call), ranges: {} }];
  const along = calls.map(({ kernel, call }) => {
    const division = kernel.division?.(call.dimensions, call.knobs ?? {});
    return division && division.first === undefined ? division.along : undefined;
  });
  const sizes = calls.map(({ call }, i) => call.dimensions[along[i] ?? ''] ?? 1);
  const units = Math.min(...sizes);
  if (units === 1 || sizes.some((size) => size % units !== 0)) return whole;
  const cuts = cutsOf(calls, units);
  if (!cuts) return whole;
  const numbers = [...cuts.values()].reduce((sum, { rows, each }) => sum + rows * each, 0);
  if (numbers * units < LEAST) return whole;
  const wanted = Math.max(workers, Math.ceil((numbers * units) / BLOCK));
  const count = Math.min(units, Math.ceil(wanted / workers) * workers);
  return Array.from({ length: count }, (_, i) => {
    const [from, to] = [i, i + 1].map((edge) => Math.floor((edge * units) / count));
    return {
      calls: named(({ call }, k) => ({
        ...call,
        dimensions: {
          ...call.dimensions,
          [along[k]!]: ((to - from) * sizes[k]) / units,
        },
      })),
      ranges: Object.fromEntries(
        [...cuts].map(([id, { rows, stride, each }]) => [
          id,
          { rows, stride, from: from * each, to: to * each },
        ]),
      ),
    };
  });
}

/** How each tensor is cut, nothing if calls do not agree. */
function cutsOf(calls: readonly Planned[], units: number): Map<number, Cut> | undefined {
  const cuts = new Map<number, Cut>();
  const read = new Set<number>();
  for (const { kernel, call } of calls) {
    const division = kernel.division!(call.dimensions, call.knobs ?? {})!;
    for (const use of buffersOf(kernel)) {
      const id = call.buffers[use.name];
      if (!division.buffers.includes(use.name)) {
        if (use.access !== 'read') return undefined;
        read.add(id);
        continue;
      }
      const cut = cutOf(use, call.dimensions, division.along, units);
      const before = cuts.get(id);
      const same = before?.rows === cut.rows && before.stride === cut.stride;
      if (before && !(same && before.each === cut.each)) return undefined;
      cuts.set(id, cut);
    }
  }
  return [...read].some((id) => cuts.has(id)) ? undefined : cuts;
}

function cutOf(use: BufferUse, dimensions: Dimensions, along: string, units: number): Cut {
  const { rows, stride } = rangeOf(use, dimensions, along, 0, dimensions[along]);
  return { rows, stride, each: lengthOf(use, dimensions) / rows / units };
}
