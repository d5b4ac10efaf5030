import type { CpuCall, Kernel } from './kernel';
import { hasWasm, withHeap, type WasmFeature } from './wasm';

/** One way of running a kernel on the CPU. */
export interface CpuForm {
  /** `relaxed` and `simd` are WebAssembly; `cpu` is the definition. */
  readonly name: WasmFeature | 'fast' | 'cpu';
  run(call: CpuCall): Promise<void> | void;
  /** Compiles what there is to compile, so that no call waits for it. */
  prepare?(): Promise<void>;
}

/** Best first; relaxed SIMD is SIMD with fused multiply-add. */
const features = ['relaxed', 'simd'] as const;

/** The forms in which this engine can run a kernel; the first is the one that serves a reader. */
export function cpuForms(kernel: Kernel): CpuForm[] {
  const { wasm, fast } = kernel;
  const compiled = wasm ? features.filter((feature) => hasWasm(feature)) : [];
  const forms: CpuForm[] = compiled.map((name) => ({
    name,
    run: (call) => withHeap(wasm!.modules[name], (heap) => wasm!.run(heap, call)),
    prepare: () => withHeap(wasm!.modules[name], () => undefined),
  }));
  if (fast) forms.push({ name: 'fast', run: (call) => fast.call(kernel, call) });
  forms.push({ name: 'cpu', run: (call) => kernel.cpu(call) });
  return forms;
}
