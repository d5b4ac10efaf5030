import type { ElementType } from './numbers';

/** Numbers that live where the computing happens: in a GPU buffer or in a Worker. */
export interface Tensor {
  readonly type: ElementType;
  readonly length: number;
  /** The GPU buffer, for pictures drawn straight from it; absent on the CPU. */
  readonly buffer?: GPUBuffer;
  /** Frees it; using it afterwards is an error. */
  release(): void;
}
