/** A kernel's AssemblyScript, compiled by tools/assembly.mjs. */
declare module '*.wasm.ts?simd' {
  import type { WasmModules } from './wasm';

  const modules: WasmModules;
  export default modules;
}
