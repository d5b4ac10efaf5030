import type { Listing } from './contract';

const wgslFiles = import.meta.glob<string>('/shaders/*.wgsl', { query: '?raw', import: 'default' });
const twinFiles = import.meta.glob<string>('/shaders/*.ts', { query: '?raw', import: 'default' });

/** The source of a kernel as it stands in the repository: each WGSL form, and its CPU twin. */
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
  const twin = twinFiles[`/shaders/${name}.ts`];
  const twinListing = {
    title: `${name}.ts, its CPU twin`,
    language: 'typescript' as const,
    source: await twin(),
  };
  return [...(await Promise.all(listings)), twinListing];
}
