import { KernelError, type Kernel } from './kernel';

const modules = import.meta.glob<Kernel>(['/shaders/*.ts', '!/shaders/*.wasm.ts'], {
  import: 'default',
});

/** The kernel whose files have this stem, loaded when first asked for. */
export async function findKernel(name: string): Promise<Kernel> {
  const load = modules[`/shaders/${name}.ts`];
  if (!load) throw new KernelError(`there is no kernel ${name}`);
  return load();
}
