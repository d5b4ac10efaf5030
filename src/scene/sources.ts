import type { Listing } from './contract';

const wgslFiles = import.meta.glob<string>('/shaders/*.wgsl', { query: '?raw', import: 'default' });
const twinFiles = import.meta.glob<string>('/shaders/*.ts', { query: '?raw', import: 'default' });

/** The source of a kernel as it stands in the repository: its WGSL, its CPU twin, its fast form. */
export async function kernelSources(name: string): Promise<Listing[]> {
  const wgsl = Object.keys(wgslFiles).filter((path) => {
    const file = path.slice('/shaders/'.length);
    return file === `${name}.wgsl` || file.startsWith(`${name}.`);
  });
  const listings = wgsl.map(async (path) => ({
    title: path.slice('/shaders/'.length),
    language: 'wgsl' as const,
    source: await wgslFiles[path](),
  }));
  const scripts = [
    [`${name}.ts`, 'its CPU twin'],
    [`${name}.wasm.ts`, 'the WebAssembly SIMD form that runs'],
  ].filter(([file]) => `/shaders/${file}` in twinFiles);
  const scriptListings = scripts.map(async ([file, what]) => ({
    title: `${file}, ${what}`,
    language: 'typescript' as const,
    source: await twinFiles[`/shaders/${file}`](),
  }));
  return Promise.all([...listings, ...scriptListings]);
}
