import { KernelError, type Kernel } from './kernel';

const modules = import.meta.glob<Kernel>(
  ['/shaders/*/*.ts', '!/shaders/lib/*', '!/shaders/*/*.wasm.ts'],
  { import: 'default' },
);

/** The file of each kernel by its name, which is the file's stem: families share the names. */
export const kernelFiles: ReadonlyMap<string, string> = new Map(
  Object.keys(modules).map((file) => [file.replace(/^.*\/|\.ts$/g, ''), file]),
);

/** The kernel whose files have this stem, loaded when first asked for. */
export async function findKernel(name: string): Promise<Kernel> {
  const file = kernelFiles.get(name);
  if (file === undefined) throw new KernelError(`there is no kernel ${name}`);
  try {
    return await modules[file]();
  } catch {
    throw new KernelError(`the program ${name} did not arrive`);
  }
}

/** Every kernel there is: for suites, which go through them. */
export const allKernels = (): Promise<Kernel[]> =>
  Promise.all([...kernelFiles.keys()].map(findKernel));
