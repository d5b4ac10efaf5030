export { sigmoids, tanhs } from '../lib/activation.wasm';

/** The first byte that is free. */
export function start(): usize {
  return __heap_base;
}
