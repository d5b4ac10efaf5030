import type { Numbers } from '../../src/compute/numbers';

/** Who competes: ours on the GPU, in Workers and on the page's own thread, and the peers. */
export const contenders = [
  'ours gpu',
  'ours cpu',
  'ours cpu, page',
  'tfjs-webgpu',
  'ort-webgpu',
  'jax-webgpu',
  'tfjs-wasm',
  'ort-wasm',
  'tfjs-cpu',
] as const;
export type ContenderName = (typeof contenders)[number];

/** Whose share of a round's canary a time is. */
export const deviceOf = (name: ContenderName): 'gpu' | 'cpu' => (/gpu/.test(name) ? 'gpu' : 'cpu');

/** One implementation of a workload, its inputs where it computes. */
export interface Contender {
  /** Makes it the one that computes, where a library has one backend at a time; not timed. */
  select?(): Promise<void>;
  /** Queues one run; its output stays on the device. */
  run(): void | Promise<void>;
  /** Resolves when everything queued is done. */
  finish(): Promise<void>;
  /** The output of the last run. */
  read(): Promise<Numbers>;
  release(): void | Promise<void>;
}

/** How a contender is opened: one that a workload does not name does not do that work. */
export type Openers = Partial<Record<ContenderName, () => Promise<Contender>>>;

/** Threads that the peers' WebAssembly is told to take, from the page's address; 0: its own choice. */
export const askedThreads = Number(new URLSearchParams(document.location.search).get('threads'));
