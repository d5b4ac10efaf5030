import type { CpuCall, Kernel } from './kernel';
import { hasWasm, openWasm, type WasmFeature } from './wasm';

/** One way of running a kernel on the CPU. */
export interface CpuForm {
  /** `relaxed` and `simd` are WebAssembly; `cpu` is the definition. */
  readonly name: WasmFeature | 'fast' | 'cpu';
  /** Compiles what there is to compile: after that no call waits. */
  ready(): Promise<Run>;
}

/** Runs a call that was checked, on arrays in place. */
export type Run = (call: CpuCall) => void;

/** Best first; relaxed SIMD is SIMD with fused multiply-add. */
const features = ['relaxed', 'simd'] as const;

/** The forms in which this engine can run a kernel; the first is the one that serves a reader. */
export function cpuForms(kernel: Kernel): CpuForm[] {
  const { wasm, fast } = kernel;
  const compiled = wasm ? features.filter((feature) => hasWasm(feature)) : [];
  const forms: CpuForm[] = compiled.map((name) => ({
    name,
    async ready() {
      const { modules, run } = wasm!;
      const heap = await openWasm(modules[name]);
      return (call) => heap().run(run, call);
    },
  }));
  const plain = (name: 'fast' | 'cpu', run: Run): CpuForm => ({
    name,
    ready: () => Promise.resolve(run),
  });
  if (fast) forms.push(plain('fast', (call) => fast.call(kernel, call)));
  return [...forms, plain('cpu', (call) => kernel.cpu(call))];
}
