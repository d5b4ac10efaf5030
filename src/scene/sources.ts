import type { Listing } from './contract';

const files = import.meta.glob<string>(['/shaders/*/*.{wgsl,ts}', '!/shaders/lib/*'], {
  query: '?raw',
  import: 'default',
});

/** What a file of a kernel holds, by what stands after the kernel's name. */
function about(ending: string): string {
  if (ending === '.ts') return ', its CPU twin';
  return ending === '.wasm.ts' ? ', the WebAssembly SIMD form that runs' : '';
}

/** The source of a kernel as it stands in the repository: its WGSL, its CPU twin, its fast form. */
export async function kernelSources(name: string): Promise<Listing[]> {
  const listings = Object.entries(files)
    .map(([path, load]) => ({ file: path.replace(/^.*\//, ''), load }))
    .filter(({ file }) => file.startsWith(`${name}.`))
    .map(({ file, load }) => ({ file, load, isWgsl: file.endsWith('.wgsl') }))
    .sort((a, b) => Number(b.isWgsl) - Number(a.isWgsl))
    .map(async ({ file, load, isWgsl }) => ({
      title: file + about(file.slice(name.length)),
      language: isWgsl ? ('wgsl' as const) : ('typescript' as const),
      source: await load(),
    }));
  return Promise.all(listings);
}
