import { KernelError } from './kernel';
import type { BufferSpec, Dimensions, Extent, Kernel } from './kernel';
import type { ElementType } from './numbers';

/** How a kernel uses a buffer: `update` is read and written in place. */
export type Access = 'read' | 'write' | 'update';

/** A buffer of a kernel with its name and its use. */
export interface BufferUse {
  readonly name: string;
  readonly access: Access;
  readonly type: ElementType;
  readonly spec: BufferSpec;
}

/** All buffers of a kernel: what it reads, then updates, then writes. */
export function buffersOf(kernel: Kernel): BufferUse[] {
  const uses = (access: Access, specs: Readonly<Record<string, BufferSpec>> = {}): BufferUse[] =>
    Object.entries(specs).map(([name, spec]) => ({ name, access, type: spec.type ?? 'f32', spec }));
  return [
    ...uses('read', kernel.reads),
    ...uses('update', kernel.updates),
    ...uses('write', kernel.writes),
  ];
}

function extentOf(extent: Extent, dimensions: Dimensions): number {
  if (typeof extent === 'number') return extent;
  return typeof extent === 'string' ? dimensions[extent] : extent(dimensions);
}

/** The sizes of a buffer along its axes. */
export function shapeOf(use: BufferUse, dimensions: Dimensions): number[] {
  const shape = use.spec.shape.map((extent) => extentOf(extent, dimensions));
  if (!shape.every((size) => Number.isInteger(size) && size > 0)) {
    throw new KernelError(`${use.name} would have the shape ${shape.join(' × ')}`);
  }
  return shape;
}

/** How many elements a buffer holds. */
export const lengthOf = (use: BufferUse, dimensions: Dimensions): number =>
  shapeOf(use, dimensions).reduce((product, size) => product * size, 1);
