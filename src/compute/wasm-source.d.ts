/** A kernel's AssemblyScript, compiled by tools/assembly.mjs: `WasmModules` of wasm.ts. */
declare module '*.wasm.ts?simd' {
  const modules: { readonly simd: string; readonly relaxed: string };
  export default modules;
}
