// What the bench uses of libraries that are installed apart (tools/bench/package.json), so that the
// compiler knows it where they are not installed.

declare module '@tensorflow/tfjs-core' {
  export interface Tensor {
    data(): Promise<Float32Array>;
    dispose(): void;
  }
  export type Variable = Tensor & { assign(value: Tensor): void };
  export interface Optimizer {
    minimize(loss: () => Tensor): void;
    dispose(): void;
  }
  export function setBackend(name: string): Promise<boolean>;
  export function backend(): object;
  export function tensor(values: Float32Array, shape: readonly number[]): Tensor;
  export function variable(value: Tensor): Variable;
  export function tidy<T>(compute: () => T): T;
  export function matMul(a: Tensor, b: Tensor, transposeA?: boolean, transposeB?: boolean): Tensor;
  export function conv2d(x: Tensor, filter: Tensor, strides: number, pad: 'same'): Tensor;
  export function softmax(logits: Tensor): Tensor;
  export function relu(x: Tensor): Tensor;
  export function tanh(x: Tensor): Tensor;
  export function sum(x: Tensor): Tensor;
  export function mean(x: Tensor): Tensor;
  export function square(x: Tensor): Tensor;
  export function add(a: Tensor, b: Tensor): Tensor;
  export function sub(a: Tensor, b: Tensor | number): Tensor;
  export function mul(a: Tensor, b: Tensor | number): Tensor;
  export function slice(x: Tensor, begin: readonly number[], size: readonly number[]): Tensor;
  export function tile(x: Tensor, reps: readonly number[]): Tensor;
  export function unstack(x: Tensor): Tensor[];
  export function concat(tensors: readonly Tensor[]): Tensor;
  export function zeros(shape: readonly number[]): Tensor;
  export function basicLSTMCell(
    forgetBias: number,
    kernel: Tensor,
    bias: Tensor,
    data: Tensor,
    c: Tensor,
    h: Tensor,
  ): [Tensor, Tensor];
  export const train: { sgd(learningRate: number): Optimizer };
}

declare module '@tensorflow/tfjs-core/dist/register_all_gradients' {}
declare module '@tensorflow/tfjs-backend-webgpu' {}
declare module '@tensorflow/tfjs-backend-cpu' {}
declare module '@tensorflow/tfjs-backend-wasm' {
  export function setWasmPaths(folder: string): void;
  export function setThreadsCount(threads: number): void;
  export function getThreadsCount(): number;
}

declare module '@jax-js/jax' {
  /** Operations use up what they are given; `ref` keeps it for the next. */
  export interface Array {
    readonly ref: Array;
    data(): Promise<Float32Array>;
    dispose(): void;
  }
  export function init(...devices: string[]): Promise<string[]>;
  export function defaultDevice(device: string): string;
  export function blockUntilReady(arrays: readonly Array[]): Promise<unknown>;
  export function jit<F extends (...inputs: Array[]) => Array>(f: F): F;
  export const numpy: {
    array(values: Float32Array, options: { shape: readonly number[]; device: string }): Array;
    matmul(a: Array, b: Array): Array;
    tanh(x: Array): Array;
    sum(x: Array): Array;
  };
  export const nn: {
    relu(x: Array): Array;
    softmax(x: Array): Array;
    dotProductAttention(q: Array, k: Array, v: Array): Array;
  };
}
