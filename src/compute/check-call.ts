import { mentioned } from '../math/formula';
import { buffersOf, lengthOf, shapeOf, type BufferUse } from './shape';
import {
  KernelError,
  largestOf,
  type Call,
  type Dimensions,
  type Kernel,
  type Knob,
} from './kernel';
import type { ElementType } from './numbers';

/** What a call's buffer is checked by. */
export interface Held {
  readonly type: ElementType;
  readonly length: number;
}

/** No more than this many elements fit into one buffer, and why. */
export interface Room {
  readonly tensorLength: number;
  readonly device: string;
}

const count = (n: number): string => n.toLocaleString('en-US');

function refuseStrangers(kind: string, given: object | undefined, known: readonly string[]): void {
  const stranger = Object.keys(given ?? {}).find((name) => !known.includes(name));
  if (stranger === undefined) return;
  const list = known.length > 0 ? `it has ${known.join(', ')}` : 'it has none';
  throw new KernelError(`there is no ${kind} ${stranger}; ${list}`);
}

function checkDimensions(kernel: Kernel, call: Call<unknown>): void {
  refuseStrangers('dimension', call.dimensions, kernel.dimensions);
  for (const name of kernel.dimensions) {
    const size = call.dimensions[name];
    if (size === undefined) throw new KernelError(`the dimension ${name} is missing`);
    if (!Number.isInteger(size) || size < 1 || size > 0xffffffff) {
      throw new KernelError(`the dimension ${name} is ${size}; it must be a whole number from 1`);
    }
  }
}

function checkKnob(
  name: string,
  knob: Knob,
  value: number | undefined,
  dimensions: Dimensions,
): void {
  const max = largestOf(knob, dimensions);
  if (value === undefined) throw new KernelError(`the knob ${name} is missing`);
  // Written so that NaN is refused as well.
  if (!(value >= knob.min && value <= max)) {
    throw new KernelError(`the knob ${name} is ${value}; it goes from ${knob.min} to ${max}`);
  }
  if (knob.type !== 'f32' && !Number.isInteger(value)) {
    throw new KernelError(`the knob ${name} is ${value}; it must be a whole number`);
  }
}

function checkSlots(kernel: Kernel, call: Call<unknown>): void {
  const slots = kernel.slots ?? {};
  refuseStrangers('slot', call.slots, Object.keys(slots));
  for (const [name, args] of Object.entries(slots)) {
    const formula = call.slots?.[name];
    if (!formula) throw new KernelError(`the formula for ${name} is missing`);
    const stranger = mentioned(formula).find((variable) => !args.includes(variable));
    if (stranger) {
      throw new KernelError(
        `the formula for ${name} speaks of ${stranger}, not of ${args.join(', ')}`,
      );
    }
  }
}

/** Dimensions, knobs and formulas of a call, and the sizes its buffers would have. */
export function checkSizes(kernel: Kernel, call: Call<unknown>, room?: Room): void {
  checkDimensions(kernel, call);
  refuseStrangers('knob', call.knobs, Object.keys(kernel.knobs ?? {}));
  for (const [name, knob] of Object.entries(kernel.knobs ?? {})) {
    checkKnob(name, knob, call.knobs?.[name], call.dimensions);
  }
  checkSlots(kernel, call);
  const wrong = kernel.check?.(call.dimensions, call.knobs ?? {});
  if (wrong) throw new KernelError(wrong);
  for (const use of buffersOf(kernel)) {
    const length = lengthOf(use, call.dimensions);
    if (room && length > room.tensorLength) {
      throw new KernelError(
        `${use.name} would hold ${count(length)} numbers; ${room.device} takes ${count(room.tensorLength)} in one piece`,
      );
    }
  }
}

function checkBuffer(use: BufferUse, held: Held, call: Call<unknown>): void {
  const length = lengthOf(use, call.dimensions);
  if (held.type !== use.type) {
    throw new KernelError(`${use.name} holds ${held.type}; ${use.type} is needed`);
  }
  if (held.length !== length) {
    const shape = shapeOf(use, call.dimensions).join(' × ');
    throw new KernelError(
      `${use.name} holds ${count(held.length)} numbers; ${shape} = ${count(length)} are needed`,
    );
  }
}

/**
 * Everything that can be wrong with a call, before anything is dispatched. `describe` says what a
 * buffer of the call holds (and throws when it is gone).
 * @throws {KernelError} naming the argument.
 */
export function checkCall<B>(
  kernel: Kernel,
  call: Call<B>,
  uses: readonly BufferUse[],
  describe: (buffer: B, use: BufferUse) => Held,
  room?: Room,
): void {
  try {
    checkSizes(kernel, call, room);
    const names = uses.map((use) => use.name);
    refuseStrangers('buffer', call.buffers, names);
    const users = new Map<B, BufferUse>();
    for (const use of uses) {
      const buffer = call.buffers[use.name];
      if (buffer === undefined) throw new KernelError(`the buffer ${use.name} is missing`);
      checkBuffer(use, describe(buffer, use), call);
      const other = users.get(buffer);
      if (other && (other.access !== 'read' || use.access !== 'read')) {
        throw new KernelError(`${use.name} and ${other.name} are the same tensor; one is written`);
      }
      users.set(buffer, use);
    }
  } catch (error) {
    if (error instanceof KernelError) throw new KernelError(`${kernel.name}: ${error.message}`);
    throw error;
  }
}
