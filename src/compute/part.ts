import type { Call, Kernel } from './kernel';
import type { TypedArray } from './numbers';
import type { Scratch } from './scratch';
import { buffersOf } from './shape';

/** Elements of a buffer: in each of its rows those from `from` up to `to`. */
export interface Range {
  readonly rows: number;
  /** Elements of a whole row. */
  readonly stride: number;
  readonly from: number;
  readonly to: number;
}

/** A part of a call: the call as this part has it, and which elements of a buffer it works on. */
export interface Part<Buffer> {
  readonly call: Call<Buffer>;
  /** Buffers that are not named here it has whole. */
  readonly ranges: Readonly<Record<string, Range>>;
}

/** The rows of a range where they lie in a buffer, each with its position in a copy without gaps. */
export function* rowsOf(data: TypedArray, { rows, stride, from, to }: Range, copy: TypedArray) {
  const width = to - from;
  for (let row = 0; row < rows; row += 1) {
    const apart = data.subarray(row * stride + from, row * stride + to);
    yield [apart, copy.subarray(row * width, (row + 1) * width)] as const;
  }
}

/**
 * Runs a part with its ranges as buffers of their own: where they lie in one piece, and else as
 * copies, of which all that was to be written is copied back.
 */
export async function runPart(
  kernel: Kernel,
  { call, ranges }: Part<TypedArray>,
  scratch: Scratch,
  run: (call: Call<TypedArray>) => Promise<void> | void,
): Promise<void> {
  scratch.clear();
  const buffers: Record<string, TypedArray> = { ...call.buffers };
  const copied: (() => void)[] = [];
  for (const { name, access, type } of buffersOf(kernel)) {
    const [data, range] = [call.buffers[name], ranges[name]];
    if (!range) continue;
    if (range.rows === 1) {
      buffers[name] = data.subarray(range.from, range.to);
      continue;
    }
    const copy = scratch.take(type, range.rows * (range.to - range.from));
    buffers[name] = copy;
    if (access !== 'write')
      for (const [apart, packed] of rowsOf(data, range, copy)) packed.set(apart);
    if (access !== 'read') {
      copied.push(() => {
        for (const [apart, packed] of rowsOf(data, range, copy)) apart.set(packed);
      });
    }
  }
  await run({ ...call, buffers });
  for (const putBack of copied) putBack();
}
